"""The attributions of an article, as a language model points at them."""

import asyncio
import hashlib
import logging
from collections import OrderedDict

from bot.extract.reading import Attribution, Span
from bot.llm import answer, prompt
from bot.llm.budget import Budget
from bot.llm.endpoint import LONGEST_ANSWER, Endpoint, Reply
from bot.llm.failure import Failure
from bot.llm.grounding import Grounding
from bot.llm.pieces import pieces

log = logging.getLogger(__name__)

_AT_ONCE = 4  # requests under way, over all articles
_REMEMBERED = 100  # articles: one that is sent again, or read again for its dates, costs nothing


class Finder:
    """Finds attributions by asking an endpoint, within `timeout_seconds` and `max_characters` an article."""

    def __init__(
        self, endpoint: Endpoint, budget: Budget, *, timeout_seconds: float, max_characters: int
    ) -> None:
        self._endpoint = endpoint
        self._budget = budget
        self._timeout = timeout_seconds
        self._max_characters = max_characters
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._known: OrderedDict[bytes, tuple[Attribution, ...]] = OrderedDict()

    async def find(self, text: str) -> tuple[Attribution, ...] | None:
        """Return the attributions of `text`; None, and a line in the log, where they cannot be had.

        One piece that fails fails the article: half read by one engine and half by another, it would leave
        gaps that nobody can see.
        """
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        try:
            async with asyncio.timeout(self._timeout):
                found = await self._find(text)
        except TimeoutError:
            why = f"it took over {self._timeout:g} seconds"
        except Failure as failure:
            why = str(failure)
        else:
            self._known[key] = found
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
            return found
        log.warning("The language model did not read an article, the local engine does: %s.", why)
        return None

    async def _find(self, text: str) -> tuple[Attribution, ...]:
        if len(text) > self._max_characters:
            raise Failure(f"it has over {self._max_characters:,} characters")
        # All are let finish, so that what each has cost is known.
        outcomes = await asyncio.gather(
            *(self._in_piece(text, span) for span in pieces(text)), return_exceptions=True
        )
        told, found = 0, list[Attribution]()
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
            told += outcome[0]
            found += outcome[1]
        if 2 * len(found) < told:
            raise Failure("most of what it was told is not in the text")
        return tuple(found)

    async def _in_piece(self, text: str, span: Span) -> tuple[int, list[Attribution]]:
        """Return how many claims the model told of one piece, and those that were found in it."""
        piece = text[slice(*span)]
        async with self._turns:
            reply = await self._ask(prompt.data(piece))
        if reply.content is None:
            raise Failure("the model gave no whole answer")
        claims = answer.parse(reply.content)
        found = await asyncio.to_thread(lambda: Grounding(piece).find(claims))
        return len(claims), [_moved(one, span[0]) for one in found]

    async def _ask(self, data: prompt.Message) -> Reply:
        """Ask within the budget. What may have been done and is not accounted for counts at its most."""
        sent = _estimate(prompt.INSTRUCTIONS) + _estimate(data)
        self._budget.set_aside(sent + LONGEST_ANSWER)
        try:
            reply = await self._endpoint.ask(prompt.INSTRUCTIONS, data)
        except Failure as failure:
            if failure.free:
                self._budget.settle(sent + LONGEST_ANSWER, 0)
            raise
        used = reply.tokens or sent + _estimate(reply.content or "")
        self._budget.settle(sent + LONGEST_ANSWER, used)
        return reply


def _estimate(words: str) -> int:
    """Return about how many tokens `words` have: one for three bytes, rather too many for English."""
    return len(words.encode("utf-8", "replace")) // 3 + 1


def _moved(one: Attribution, by: int) -> Attribution:
    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in spans)

    return Attribution(moved(one.source), moved(one.cue), moved(one.content))
