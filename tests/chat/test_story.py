"""A story lived through: an article is read, followed, moved, and comes back on the day."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.chat.conftest import House
from tests.chat.person import Person, labels, one_matching, text_of

pytestmark = pytest.mark.slow

ANNOUNCED = "Velmark presses the Northern Pact for an answer"
PUT_OFF = "Velmark and Ostria put off talks on summit"
AGREED = "Velmark and Ostrian officials agree on date for summit"


async def adds(reader: Person, sample: str, title: str) -> None:
    await reader.takes_sample(sample)
    await reader.hears(title)


async def follows_the_summit(reader: Person) -> None:
    await adds(reader, "1-summit-accepted", ANNOUNCED)
    await reader.presses("Follow")
    await reader.hears("You follow")
    await reader.new_messages()


async def test_an_article_is_answered_with_a_card(reader: Person) -> None:
    await reader.takes_sample("1-summit-accepted")

    card = await reader.hears(ANNOUNCED)

    assert "14 Mar 2023, 19:40 (time zone not stated)" in text_of(card)
    assert "17 Mar 2023: Velmark and Ostrian officials meet to prepare the summit" in text_of(card)
    assert [label.split()[0] for label in labels(card)] == ["All", "Follow", "Remind"]
    assert "icon" not in text_of(card)


async def test_a_followed_event_comes_back_on_its_eve_its_day_and_the_day_after(reader: Person) -> None:
    await follows_the_summit(reader)

    await reader.moves_clock(to=datetime(2023, 3, 16, 9, 1, tzinfo=UTC))
    [eve] = await reader.new_messages(1)
    await reader.moves_clock(to=datetime(2023, 3, 17, 9, 1, tzinfo=UTC))
    [day] = await reader.new_messages(1)
    await reader.moves_clock(to=datetime(2023, 3, 18, 9, 1, tzinfo=UTC))
    [after] = await reader.new_messages(1)
    await reader.moves_clock(by=timedelta(days=60))

    assert eve.startswith(
        "Tomorrow, Fri 17 Mar 2023: Velmark and Ostrian officials meet to prepare the summit"
    )
    assert "are due to meet on March 17 to prepare the summit." in eve  # the words in the source
    assert day.startswith("Today, Fri 17 Mar 2023: ")
    assert after.startswith("What happened? ")
    assert "Nothing on record since" in after
    assert await reader.new_messages() == []


async def test_a_moved_event_is_told_at_once_and_comes_back_on_its_new_day(reader: Person) -> None:
    await follows_the_summit(reader)
    await reader.moves_clock(to=datetime(2023, 3, 16, 11, 30, tzinfo=UTC))
    one_matching("Tomorrow, Fri 17 Mar", await reader.new_messages(1))

    await reader.takes_sample("2-talks-moved")
    told = await reader.new_messages(2)
    one_matching(PUT_OFF, [text for text in told if "Who said what" in text])
    one_matching(r"^Moved: .*Fri 17 Mar 2023 → Tue 21 Mar 2023", told)

    await reader.moves_clock(to=datetime(2023, 3, 19, 12, tzinfo=UTC))
    assert await reader.new_messages() == []  # nothing on the old date
    await reader.moves_clock(to=datetime(2023, 3, 20, 9, 1, tzinfo=UTC))
    one_matching("^Tomorrow, Tue 21 Mar 2023", await reader.new_messages(1))
    await reader.moves_clock(to=datetime(2023, 3, 21, 9, 1, tzinfo=UTC))
    one_matching("^Today, Tue 21 Mar 2023", await reader.new_messages(1))


async def test_the_day_after_tells_what_was_said_since(reader: Person) -> None:
    await follows_the_summit(reader)
    await adds(reader, "2-talks-moved", PUT_OFF)
    await reader.hears("Moved:")
    await reader.moves_clock(to=datetime(2023, 3, 22, 8, 35, tzinfo=UTC))
    await adds(reader, "3-what-came-of-it", AGREED)
    await reader.new_messages()

    await reader.moves_clock(to=datetime(2023, 3, 22, 9, 1, tzinfo=UTC))

    said_since = r"^It is over: .*Said since:.*Signe Aldo.*frank and, in the end, useful"
    one_matching(said_since, await reader.new_messages(1))


async def test_questions_are_answered_with_who_said_it_when_and_where(reader: Person) -> None:
    await adds(reader, "1-summit-accepted", ANNOUNCED)

    await reader.says("what was said about the accession of Tessaly?")
    one_matching(
        f"Velmark.*accession of its neighbours.*{ANNOUNCED}, published Tue 14 Mar 2023", [await last(reader)]
    )
    await reader.says("what did Dorset say?")
    one_matching(r"^.*Ilan Dorset said · Sun 12 Mar 2023\n.*full and written reply", [await last(reader)])
    await reader.says("when do they meet?")
    one_matching("Fri 17 Mar 2023: Velmark and Ostrian officials meet", [await last(reader)])
    await reader.says("what did Angela Brockmeier say about fishing?")
    one_matching("^.*Nothing on record: nobody called Angela Brockmeier", [await last(reader)])


async def last(reader: Person) -> str:
    return (await reader.new_messages(1))[-1]


async def test_nothing_is_forgotten_over_a_restart(any_house: House) -> None:
    house, reader = any_house, await any_house.person()
    await follows_the_summit(reader)

    await house.stop_bot()
    await reader.moves_clock(to=datetime(2023, 3, 16, 15, tzinfo=UTC))  # the reminder's time passes meanwhile
    await house.start_bot()

    one_matching("^Tomorrow, Fri 17 Mar 2023", await reader.new_messages(1))
    await reader.says("what was said about the accession of Tessaly?")
    one_matching("Velmark.*accession of its neighbours", [await last(reader)])
    await reader.says("what did Dorset say?")
    one_matching("Ilan Dorset said · Sun 12 Mar 2023", [await last(reader)])
    await reader.says("when do they meet?")
    one_matching("Fri 17 Mar 2023: Velmark and Ostrian officials meet", [await last(reader)])
    await reader.presses("All claims")  # a button from before the restart
    await reader.hears("Claims 1 to 5")
    await reader.moves_clock(to=datetime(2023, 3, 17, 9, 1, tzinfo=UTC))
    one_matching("^Today, Fri 17 Mar 2023", await reader.new_messages(1))
