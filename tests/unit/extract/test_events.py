"""What is due, moved, called off or over."""

from datetime import date, datetime

import pytest

from bot.extract.dates import find_events, find_timexes
from bot.extract.reading import Event

MONDAY = date(2022, 2, 21)


def events(text: str, published: date | datetime | None = MONDAY) -> list[Event]:
    return list(find_events(text, published, find_timexes(text, published)))


def only(text: str, published: date | datetime | None = MONDAY) -> Event:
    (event,) = events(text, published)
    return event


@pytest.mark.parametrize(
    ("text", "day", "status", "what"),
    [
        (
            "Trade envoys are due to meet on March 3 to draft the terms.",
            "2022-03-03",
            "scheduled",
            "Trade envoys meet to draft the terms",
        ),
        (
            "The ferry will leave Oslo on Friday, the port said.",
            "2022-02-25",
            "scheduled",
            "The ferry will leave Oslo",
        ),
        ("The board said the inquiry begins next week.", "2022-W09", "scheduled", "the inquiry begins"),
        (
            "The two rivals prepared for Wednesday's debate in Leeds.",
            "2022-02-23",
            "scheduled",
            "debate in Leeds",
        ),
        ("Nothing is settled before the May 8 election.", "2022-05-08", "scheduled", "election"),
        ("The museum will reopen in June.", "2022-06", "scheduled", "The museum will reopen"),
        (
            "Bidders must file their papers by 4 March.",
            "2022-03-04",
            "deadline",
            "Bidders must file their papers",
        ),
        ("The offer expires on Friday.", "2022-02-25", "deadline", "The offer expires"),
        ("The deadline for bids is 10 March.", "2022-03-10", "deadline", "The deadline for bids"),
        (
            "A second vote could be held on 5 March.",
            "2022-03-05",
            "conditional",
            "A second vote could be held",
        ),
        (
            "If the budget fails, the premier will resign on Friday.",
            "2022-02-25",
            "conditional",
            "the premier will resign",
        ),
        ("The strike planned for Friday was called off.", "2022-02-25", "cancelled", "The strike"),
        ("The port called off Thursday's launch after a storm.", "2022-02-24", "cancelled", "launch"),
        ("The concert on 4 March has been cancelled.", "2022-03-04", "cancelled", "The concert"),
        ("The match has been postponed to 9 March.", "2022-03-09", "postponed", "The match"),
        (
            "The deadline for the bid has been extended to 12 May.",
            "2022-05-12",
            "deadline",
            "The deadline for the bid has been extended",
        ),
        (
            "The summit has been brought forward to 1 March.",
            "2022-03-01",
            "scheduled",
            "The summit",
        ),
    ],
)
def test_an_announcement_has_its_day_status_and_words(text: str, day: str, status: str, what: str) -> None:
    event = only(text)
    assert (event.date, event.status, event.what) == (day, status, what)


def test_a_move_keeps_the_day_it_was_moved_from() -> None:
    event = only("The judge moved the hearing on fees to 30 March from 23 March.")
    assert (event.date, event.former_date, event.status) == ("2022-03-30", "2022-03-23", "postponed")


def test_a_former_day_told_later_belongs_to_the_move() -> None:
    event = only("The walkout has been pushed back to 4 March. It had been planned for Thursday.")
    assert (event.date, event.former_date, event.status) == ("2022-03-04", "2022-02-24", "postponed")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The summit has been postponed indefinitely.", "postponed"),
        ("The rally was cancelled, the police said.", "cancelled"),
        ("The talks have been called off.", "cancelled"),
    ],
)
def test_what_is_off_without_a_day_is_told_without_one(text: str, status: str) -> None:
    event = only(text)
    assert (event.date, event.status) == (None, status)


def test_clock_time_and_zone_come_with_the_day() -> None:
    event = only("Lenders have until 5 p.m. London time on 4 March to answer.")
    assert (event.date, event.time, event.zone, event.precision) == (
        "2022-03-04",
        "17:00",
        "Europe/London",
        "instant",
    )
    event = only("The launch is set for Friday at 7:30 p.m. EST.")
    assert (event.date, event.time, event.zone) == ("2022-02-25", "19:30", "-05:00")
    event = only("The truce will end at midnight Friday.")
    assert (event.date, event.time) == ("2022-02-25", "24:00")


def test_a_range_has_its_last_day() -> None:
    event = only("The games will run from 24 to 26 February.")
    assert (event.date, event.date_end) == ("2022-02-24", "2022-02-26")
    event = only("The summit will be held on April 24 and 25.")
    assert (event.date, event.date_end) == ("2022-04-24", "2022-04-25")


def test_the_day_of_publication_counts_while_it_lies_ahead() -> None:
    assert only("The minister will face parliament on Monday.").date == "2022-02-21"
    assert events("The minister faced parliament on Monday.") == []
    assert events("Today is a fine day for the port.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said on Friday that the talks had failed.",
        "The bank plans to close three branches next year.",
        "A deal is likely in the coming weeks.",
        "The firm lost half its value last month.",
        "Earlier this month they met in Lisbon.",
        "It snowed on 3 February.",
        "The premier said this week that the port would grow.",
    ],
)
def test_what_is_past_vague_or_a_year_off_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The railway said it is expected to publish its timetable on 4 March.", "publish its timetable"),
        ("She will speak in Leeds on Saturday.", "speak in Leeds"),
        ("Just days before it was to report earnings on Wednesday, the firm moved.", "report earnings"),
        ("The council, which will meet on Friday, is split.", "council will meet"),
        (
            "Velmark had raised the matter twice and would raise it again in April.",
            "Velmark would raise the matter again",
        ),
    ],
)
def test_a_pronoun_gives_way_to_what_it_stands_for_or_goes(text: str, what: str) -> None:
    assert only(text).what == what


@pytest.mark.parametrize(
    "text",
    [
        "Peace does not mean the army leaves tomorrow.",
        "Even if she could win them today, it is late.",
        "These pupils are the leaders of tomorrow.",
        "Tomorrow can be different.",
        "The paper warned of an October surprise.",
        "Voters are less likely to choose Orr in May.",
        "The two are neck and neck this week.",
        "The mayor could not be reached on Saturday.",
        "After a loss this week, the club is turning to its young players.",
        "The minister called for an inquiry to look into the pay of the fund at a rally on Monday night.",
        "Bridgeport, Conn., March 4 (Quay) - The port grew.",
    ],
)
def test_a_hypothesis_or_a_figure_of_speech_is_no_event(text: str) -> None:
    assert events(text) == []


def test_another_date_s_event_is_not_taken_for_conditional() -> None:
    assert only("If it rains, the firm could lose money before Saturday's final.").status == "scheduled"


def test_days_of_next_week_told_as_a_range_are_of_that_week() -> None:
    event = only("The tribunal will sit from Monday to Wednesday next week.")
    assert (event.date, event.date_end) == ("2022-02-28", "2022-03-02")


def test_one_event_told_twice_is_one() -> None:
    text = "The summit will open in Oslo on Thursday. Leaders arrive for the summit on Thursday."
    assert len([e for e in events(text) if e.date == "2022-02-24"]) == 1


def test_what_took_place_is_over() -> None:
    event = only("The vote took place on Sunday as planned.")
    assert (event.date, event.status) == ("2022-02-20", "over")


def test_a_deadline_that_ran_out_is_over() -> None:
    event = only("The deadline for a deal passed on Sunday without one.")
    assert (event.date, event.status) == ("2022-02-20", "over")


def test_the_day_denied_is_no_event() -> None:
    assert (
        only("The hearing will take place on 10 March, not 3 March as first announced.").date == "2022-03-10"
    )


def test_a_move_that_may_come_is_conditional() -> None:
    event = only("The concert may be moved to 12 March.")
    assert (event.date, event.status, event.what) == ("2022-03-12", "conditional", "The concert")


def test_without_a_publication_day_absolute_dates_are_kept() -> None:
    event = only("The court will rule on 4 March 2030. The envoy will speak on Friday.", None)
    assert (event.date, event.what) == ("2030-03-04", "The court will rule")
