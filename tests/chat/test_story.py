"""A story lived through: an article is read, followed, moved, and comes back on the day."""

from datetime import UTC, datetime, timedelta

from tests.chat.conftest import House
from tests.chat.person import Person, labels, one_matching, text_of


async def test_an_article_is_answered_with_a_card(reader: Person) -> None:
    await reader.takes_sample("1-summit-accepted")

    await reader.new_messages(1)
    card = await reader.hears("Velmark presses the Northern Pact for an answer")
    assert "14 Mar 2023" in text_of(card)
    assert "time zone not stated" in text_of(card)
    assert "Velmark and Ostrian officials meet to prepare the summit" in text_of(card)
    assert any(label.startswith("Follow") for label in labels(card))
    assert any(label.startswith("Remind") for label in labels(card))
    assert "icon" not in text_of(card)


async def test_a_followed_event_comes_back_on_its_eve_its_day_and_the_day_after(reader: Person) -> None:
    await reader.takes_sample("1-summit-accepted")
    await reader.new_messages(1)
    await reader.presses("Follow")
    await reader.new_messages(1)

    await reader.moves_clock(to=datetime(2023, 3, 16, 9, 1, tzinfo=UTC))
    [eve] = await reader.new_messages(1)
    await reader.moves_clock(to=datetime(2023, 3, 17, 9, 1, tzinfo=UTC))
    [day] = await reader.new_messages(1)
    await reader.moves_clock(to=datetime(2023, 3, 18, 9, 1, tzinfo=UTC))
    [after] = await reader.new_messages(1)
    await reader.moves_clock(by=timedelta(days=60))

    assert "omorrow" in eve
    assert "officials meet to prepare the summit" in eve
    assert "oday" in day
    assert "Nothing" in after
    assert await reader.new_messages() == []


async def test_a_moved_event_is_told_at_once_and_comes_back_on_its_new_day(reader: Person) -> None:
    await reader.takes_sample("1-summit-accepted")
    await reader.new_messages(1)
    await reader.presses("Follow")
    await reader.new_messages(1)

    await reader.moves_clock(to=datetime(2023, 3, 16, 11, 30, tzinfo=UTC))
    assert len(await reader.new_messages(1)) == 1  # the eve of the first date
    await reader.takes_sample("2-talks-moved")
    one_matching(r"oved.*17 Mar 2023.*21 Mar 2023", await reader.new_messages(1))

    await reader.moves_clock(to=datetime(2023, 3, 19, 12, tzinfo=UTC))
    assert await reader.new_messages() == []  # nothing on the old date
    await reader.moves_clock(to=datetime(2023, 3, 20, 9, 1, tzinfo=UTC))
    one_matching(r"omorrow.*21 Mar 2023", await reader.new_messages(1))
    await reader.moves_clock(to=datetime(2023, 3, 21, 9, 1, tzinfo=UTC))
    one_matching(r"oday.*21 Mar 2023", await reader.new_messages(1))


async def test_the_day_after_tells_what_was_said_since(reader: Person) -> None:
    await reader.takes_sample("1-summit-accepted")
    await reader.new_messages(1)
    await reader.presses("Follow")
    await reader.takes_sample("2-talks-moved")
    await reader.new_messages(1)
    await reader.moves_clock(to=datetime(2023, 3, 21, 20, tzinfo=UTC))
    await reader.new_messages(1)

    await reader.moves_clock(to=datetime(2023, 3, 22, 8, 35, tzinfo=UTC))
    await reader.takes_sample("3-what-came-of-it")
    await reader.new_messages(1)
    await reader.moves_clock(to=datetime(2023, 3, 22, 9, 1, tzinfo=UTC))

    one_matching(r"What happened.*Signe Aldo", await reader.new_messages(1))


async def test_questions_are_answered_with_who_said_it_when_and_where(reader: Person) -> None:
    await reader.takes_sample("1-summit-accepted")
    await reader.new_messages(1)

    await reader.says("what was said about the Northern Pact?")
    answer = text_of(await reader.hears("close its doors"))
    assert "Northern Pact" in answer
    await reader.says("what did Dorset say?")
    assert "12 Mar 2023" in text_of(await reader.hears("full and written reply", times=1))
    await reader.says("when do they meet?")
    assert "17 Mar 2023" in (await reader.new_messages(1))[-1]
    await reader.says("what did Angela Brockmeier say about fishing?")
    assert "Angela Brockmeier" in text_of(await reader.hears("Nothing"))


async def test_nothing_is_forgotten_over_a_restart(house: House, reader: Person) -> None:
    await reader.takes_sample("1-summit-accepted")
    await reader.new_messages(1)
    await reader.presses("Follow")
    await reader.new_messages(1)

    await house.stop_bot()
    await reader.moves_clock(to=datetime(2023, 3, 17, 8, tzinfo=UTC))  # the eve passes while it is down
    await house.start_bot()

    assert len(await reader.new_messages(1)) == 1
    await reader.says("when do they meet?")
    assert "17 Mar 2023" in (await reader.new_messages(1))[-1]
    await reader.presses("All claims")
    await reader.hears("Cape Aster")
    await reader.moves_clock(to=datetime(2023, 3, 17, 9, 1, tzinfo=UTC))
    one_matching("oday", await reader.new_messages(1))
