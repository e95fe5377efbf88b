"""What a delivery says when it goes out."""

from datetime import UTC, date, datetime

from bot.chat import deliver, follow, snooze, zone
from bot.chat.turn import Reply
from storage import deliveries
from storage.models import Delivery
from tests.track.by_hand import due, said
from tests.unit.chat.room import Room, labels

PUT_BACK = (
    "The talks to end the dockers' strike at Port Elian have been put back from 24 February to 26 February, "
    "the ministry said on Tuesday. The ministry and the dockers will meet then."
)
CALLED_OFF = (
    "The meeting of the ministry and the dockers on 24 February to end the strike has been called off."
)
MEETING = "ministry and dockers meet to end the strike"


async def rendered(room: Room, delivery: Delivery) -> Reply:
    async with room.database.read() as session:
        reply = await deliver.render(session, [delivery], room.clock.now())
    assert reply is not None
    return reply


async def followed(room: Room) -> None:
    number = await room.files_harbour()
    await room.does(follow.start, "article", number)


async def test_the_eve_and_the_day(room: Room) -> None:
    await followed(room)

    room.clock.move_to(datetime(2022, 2, 23, 9, tzinfo=UTC))
    eve = await rendered(room, await room.owed("lead"))
    room.clock.move_to(datetime(2022, 2, 24, 9, tzinfo=UTC))
    day = await rendered(room, await room.owed("due"))

    assert eve.text.startswith(
        "<b>Tomorrow, Thu 24 Feb 2022</b>: Ministry and dockers meet to end the strike\n"
    )
    assert "<blockquote expandable>The ministry and the dockers are due to meet on 24 February" in eve.text
    assert "Talks &lt;at last&gt;</a>, Harbour Wire, published Mon 21 Feb 2022" in eve.text
    assert "UTC: tell me your time zone" in eve.text
    assert labels(eve) == ["Again in 1 h", "This evening", "Tomorrow", "Another time …", "Unfollow"]
    assert day.text.startswith("<b>Today, Thu 24 Feb 2022</b>")


async def test_the_zone_is_not_asked_for_once_it_is_known(room: Room) -> None:
    await room.does(zone.told, "Europe/Kyiv")
    await followed(room)

    assert "time zone" not in (await rendered(room, await room.owed("lead"))).text


async def test_a_moved_event_shows_both_dates_and_the_words(room: Room) -> None:
    await followed(room)
    event = due(PUT_BACK, "26 February", "2022-02-26", MEETING, former_date="2022-02-24")
    await room.files(PUT_BACK, date(2022, 2, 22), "Talks at the harbour put back", (), [event])

    moved = await rendered(room, await room.owed("moved"))

    assert "<b>Moved</b>: Ministry and dockers meet" in moved.text
    assert "Thu 24 Feb 2022 → Sat 26 Feb 2022" in moved.text
    assert "have been put back from 24 February" in moved.text


async def test_a_called_off_event_says_what_it_was(room: Room) -> None:
    await followed(room)
    event = due(CALLED_OFF, "24 February", "2022-02-24", MEETING, "cancelled")
    await room.files(CALLED_OFF, date(2022, 2, 22), "Harbour talks called off", (), [event])

    off = await rendered(room, await room.owed("cancelled"))

    assert off.text.startswith("<b>Called off</b>: Ministry and dockers meet")
    assert "(was Thu 24 Feb 2022)" in off.text


async def test_the_day_after_says_that_nothing_is_on_record(room: Room) -> None:
    await followed(room)

    after = await rendered(room, await room.owed("after"))

    assert after.text.startswith(
        "<b>What happened?</b> Ministry and dockers meet to end the strike, due on Thu 24"
    )
    assert "Nothing on record since." in after.text


async def test_the_day_after_shows_what_was_said_since(room: Room) -> None:
    await followed(room)
    room.clock.move_to(datetime(2022, 2, 24, 20, tzinfo=UTC))
    text = (
        "The ministry and the dockers met in Port Elian to end the strike at the harbour. "
        "Jonas Brandt said the dockers would be back on the quay on Monday."
    )
    claim = said(text, "Jonas Brandt", "the dockers would be back on the quay on Monday")
    await room.files(text, date(2022, 2, 24), "Dockers and ministry agree to end strike", [claim])

    after = await rendered(room, await room.owed("after"))

    assert "Said since:" in after.text
    assert "<b>Jonas Brandt</b> said · day not known" in after.text
    assert "Nothing on record" not in after.text


async def test_news_in_a_followed_story_comes_with_its_best_claims(room: Room) -> None:
    await followed(room)
    other = Room(room.database, room.clock, chat_id=2)
    text = (
        "The ministry and the dockers still hope to end the strike at the harbour of Port Elian. "
        "Ada Vale, the minister, said the quay would open on Monday."
    )
    claim = said(text, "Ada Vale", "the quay would open on Monday")
    await other.files(text, date(2022, 2, 22), "Dockers and ministry hope for talks", [claim])

    news = await rendered(room, await room.owed("update"))

    assert news.text.startswith("New in <b>Talks &lt;at last&gt;</b>")
    assert "<b>Ada Vale</b> said" in news.text
    assert labels(news) == ["Open", "Unfollow"]


async def test_a_snooze_comes_at_the_hour_it_names(room: Room) -> None:
    await followed(room)
    await room.does(zone.told, "Europe/Kyiv")
    room.clock.move_to(datetime(2022, 2, 23, 7, 0, 5, tzinfo=UTC))

    for until, said_at in (("1h", "10:00"), ("evening", "19:00"), ("tomorrow", "Thu 24 Feb 2022, 09:00 EET")):
        [told] = await room.does(snooze.snooze, 1, until)
        assert said_at in told.text


async def test_a_reminder_of_a_forgotten_event_is_not_sent(room: Room) -> None:
    await followed(room)
    delivery = await room.owed("lead")
    delivery.event_id = 99

    async with room.database.read() as session:
        assert await deliver.render(session, [delivery], room.clock.now()) is None


async def test_a_reminder_of_a_day_that_is_past_leaves_the_word_to_the_day_after(room: Room) -> None:
    await followed(room)
    day = await room.owed("due")
    room.clock.move_to(datetime(2022, 2, 25, 12, tzinfo=UTC))

    async with room.database.read() as session:
        assert await deliver.render(session, [day], room.clock.now()) is None
    assert (await rendered(room, await room.owed("after"))).text.startswith("<b>What happened?")


async def test_several_articles_of_a_minute_are_one_message(room: Room) -> None:
    await followed(room)
    other = Room(room.database, room.clock, chat_id=2)
    for day, text, title in (
        (
            22,
            "The ministry and the dockers still hope to end the strike at the harbour of Port Elian.",
            "Hopes",
        ),
        (
            23,
            "The dockers at the harbour of Port Elian have gone back to the ministry over the strike.",
            "Back",
        ),
    ):
        await other.files(text, date(2022, 2, day), f"{title} of dockers and ministry for talks", (), [])
    async with room.database.read() as session:
        owed = [one for one in await deliveries.of_chat(session, room.chat_id) if one.kind == "update"]
        news = await deliver.render(session, owed, room.clock.now())

    assert news is not None
    assert news.text.startswith("<b>2 things for you</b>")
    assert "Hopes of dockers" in news.text
    assert "Back of dockers" in news.text
    assert labels(news) == ["Open 1", "Open 2"]


async def test_what_is_owed_goes_to_the_topic_it_was_asked_for_in(room: Room) -> None:
    number = await room.files_harbour()
    room.thread_id = 7
    await room.does(follow.start, "article", number)

    assert (await rendered(room, await room.owed("lead"))).thread_id == 7
