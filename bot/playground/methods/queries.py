"""Answers to pressed buttons and inline queries."""

from datetime import timedelta

from bot.playground.methods.registry import method
from bot.playground.parameters import Parameters
from bot.playground.state import Playground
from bot.playground.wire import Json, bad_request

ANSWERABLE_FOR = timedelta(minutes=15)
LONGEST_ANSWER = 200
MOST_RESULTS = 50


@method("answerCallbackQuery")
async def answer_callback_query(playground: Playground, given: Parameters) -> bool:
    """Stop the button's progress bar, with a note or an alert if the bot has something to say."""
    text = given.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    _answer(
        playground,
        given.text("callback_query_id"),
        {"text": text, "show_alert": given.flag("show_alert"), "url": given.text("url")},
    )
    return True


@method("answerInlineQuery")
async def answer_inline_query(playground: Playground, given: Parameters) -> bool:
    """Offer up to 50 results."""
    results = given.parsed("results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results JSON object")
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [result.get("id") if isinstance(result, dict) else None for result in results]
    if not all(isinstance(number, str) and 1 <= len(number.encode()) <= 64 for number in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    _answer(
        playground,
        given.text("inline_query_id"),
        {"results": results, "next_offset": given.text("next_offset")},
    )
    return True


def _answer(playground: Playground, query_id: str, answer: Json) -> None:
    """Hand the answer to whoever asked. Raises ApiError on an unknown, old or already answered query."""
    query = playground.queries.pop(query_id, None)
    if query is None or playground.clock.now() - query.asked_at > ANSWERABLE_FOR or query.answer.done():
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    query.answer.set_result(answer)
    playground.changes.add("answer", chat_id=query.chat_id, query_id=query_id, answer=answer)
