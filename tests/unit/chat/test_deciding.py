"""The day after: it happened, it did not, it moved; and another time for a reminder."""

from datetime import UTC, datetime

import pytest

from bot.chat import decide, deliver, follow, message, remind, settings, snooze, subscription
from bot.chat.turn import Reply
from storage import deliveries
from tests.track.by_hand import due, said
from tests.unit.chat.room import Room, labels

EVENT = 1
PROMISE = "Bruno Falk promised to open the lock by 3 March. The canal company welcomed that."


async def looked_back(room: Room) -> None:
    await room.does(follow.start, "article", await room.files_harbour())
    room.clock.move_to(datetime(2022, 2, 25, 9, tzinfo=UTC))


async def rendered(room: Room, *kinds: str) -> Reply:
    async with room.database.read() as session:
        owed = [one for one in await deliveries.of_chat(session, room.chat_id) if one.kind in kinds]
        reply = await deliver.render(session, owed, room.clock.now())
    assert reply is not None
    return reply


async def hears(room: Room, words: str) -> Reply:
    async for turn in room.turn(words):
        outcome = await message._answered(turn)  # noqa: SLF001 - what the bot waits for
    assert isinstance(outcome, Reply)
    return outcome


async def test_the_day_after_offers_to_say_what_happened(room: Room) -> None:
    await looked_back(room)
    after = await rendered(room, "after")
    assert labels(after) == ["It happened", "It did not", "It moved", "Unfollow"]

    [noted] = await room.does(decide.happened, EVENT)
    assert noted.text.endswith("Ministry and dockers meet to end the strike (over).")
    assert labels(noted) == ["Take that back"]
    assert (await rendered(room, "after")).text.startswith("<b>It is over</b>")
    [again] = await room.does(decide.happened, EVENT)
    assert again.toast == "That is on record already."


async def test_it_moved_asks_to_when_and_takes_it_in_words(room: Room) -> None:
    await looked_back(room)
    [asked] = await room.does(decide.moved, EVENT)
    assert asked.text.startswith("To which day?")
    assert (await hears(room, "whenever")).text.startswith("I cannot tell which day that is")
    assert "Tue 1 Mar 2022" in (await hears(room, "1 March")).text

    [shown] = await room.does(remind.event, EVENT)
    assert "Moved: Tue 1 Mar 2022, a reader" in shown.text
    [back] = await room.does(decide.take_back, EVENT)
    assert back.text.startswith("Taken back. Thu 24 Feb 2022")


async def test_it_moved_to_no_day_yet(room: Room) -> None:
    await looked_back(room)
    await room.does(decide.moved, EVENT)
    [noted] = await room.does(decide.no_date, EVENT)
    assert noted.text.startswith("Noted. no date set")


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("3 h", "Fri 25 Feb 2022, 12:00"),
        ("in 90 minutes", "Fri 25 Feb 2022, 10:30"),
        ("2 days", "Sun 27 Feb 2022, 09:00"),
        ("21:30", "Fri 25 Feb 2022, 21:30"),
        ("at 8:00", "Sat 26 Feb 2022, 08:00"),
        ("Monday at 8:15", "Mon 28 Feb 2022, 08:15"),
        ("3 March", "Thu 3 Mar 2022, 09:00"),
    ],
)
async def test_a_reminder_comes_again_at_a_time_in_words(room: Room, words: str, at: str) -> None:
    await looked_back(room)
    await room.does(snooze.ask, EVENT)
    assert f"again on {at} UTC" in (await hears(room, words)).text


async def test_what_is_no_time_or_past_is_asked_again(room: Room) -> None:
    await looked_back(room)
    await room.does(snooze.ask, EVENT)
    assert "I cannot tell when" in (await hears(room, "later please")).text
    assert "not ahead of us" in (await hears(room, "20 February 2022")).text


async def test_several_at_once_are_one_message_that_opens_each(room: Room) -> None:
    await looked_back(room)
    room.clock.move_to(datetime(2022, 2, 24, 9, tzinfo=UTC))
    both = await rendered(room, "due", "after")
    assert both.text.startswith("<b>2 things for you</b>\n\n1. <b>Today, Thu 24 Feb 2022</b>")
    assert labels(both) == ["Open 1", "Open 2"]


async def test_the_deadline_of_a_promise_is_named_as_one(room: Room) -> None:
    words = "to open the lock by 3 March"
    claims = [said(PROMISE, "Bruno Falk", words, act="promise")]
    event = due(PROMISE, "3 March", "2022-03-03", "Bruno Falk promised to open the lock", "deadline")
    number = await room.files(PROMISE, datetime(2022, 2, 21, tzinfo=UTC).date(), "The lock", claims, [event])
    await room.does(follow.start, "article", number)
    room.clock.move_to(datetime(2022, 3, 3, 9, tzinfo=UTC))
    today = await rendered(room, "due")
    assert today.text.startswith(
        "<b>Today, Thu 3 Mar 2022</b>: the deadline for Bruno Falk’s promise “to open the lock by 3 March”"
    )


async def test_what_is_followed_can_be_told_in_its_own_way(room: Room) -> None:
    await room.does(follow.start, "article", await room.files_harbour())
    [shown] = await room.does(subscription.show, 1)
    assert "Reminders (as in /settings): the day before, on the day, an hour before" in shown.text
    [changed] = await room.does(subscription.toggle_lead, 1, "7d")
    assert (
        "Reminders (for this alone): the day before, on the day, an hour before, a week before"
        in changed.text
    )
    [weekly] = await room.does(subscription.set_rhythm, 1, "weekly")
    assert "News (for this alone): weekly" in weekly.text
    [reset] = await room.does(subscription.as_set, 1)
    assert "News (as in /settings): at once" in reset.text


async def test_lead_times_and_news_are_set_in_words(room: Room) -> None:
    [shown] = await room.does(settings.show, words="leads 2h, 3d")
    assert "Reminders: 3d, 2h" in shown.text
    [shown] = await room.does(settings.show, words="daily")
    assert "News of what you follow: daily" in shown.text
