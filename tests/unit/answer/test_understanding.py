from datetime import date

import pytest

from bot.answer import Query
from bot.answer.understanding import understand

TODAY = date(2022, 2, 23)  # a Wednesday

LAVROV, BLINKEN, MACRON, KREMLIN, MINISTRY, COUNCIL, LIND, BROTHER, POLICE, SPOKESMAN, HOTELIER, AIRLINE = (
    range(1, 13)
)
NAMES = [
    (LAVROV, "sergey lavrov"), (LAVROV, "lavrov"),
    (BLINKEN, "antony blinken"), (BLINKEN, "blinken"),
    (MACRON, "macron"),
    (KREMLIN, "kremlin"),
    (MINISTRY, "russian foreign ministry"),
    (COUNCIL, "united nations security council"),
    (LIND, "mara lind"), (LIND, "lind"),
    (BROTHER, "jonas lind"), (BROTHER, "lind"),
    (POLICE, "police"),
    (SPOKESMAN, "pavel orlin"), (SPOKESMAN, "orlin"),
    (HOTELIER, "tilda moscow"), (HOTELIER, "moscow"),
    (AIRLINE, "russian airlines"),
]  # fmt: skip
VOICES = [
    (KREMLIN, "Kremlin"), (MINISTRY, "Russian foreign ministry"), (POLICE, "police"),
    (COUNCIL, "United Nations Security Council"), (AIRLINE, "Russian Airlines"), (SPOKESMAN, "Kremlin"),
]  # fmt: skip


def asked(question: str) -> Query:
    return understand(question, NAMES, TODAY, VOICES)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("what was said about Ukraine", "claims"),
        ("who denied it?", "claims"),
        ("When do they meet?", "when"),
        ("what day is the vote", "when"),
        ("when did Macron say that", "claims"),
        ("when did they meet", "when"),
        ("what's next?", "next"),
        ("What is coming up", "next"),
        ("what happens next with the summit", "next"),
        ("what did Macron say next to Lavrov", "claims"),
    ],
)
def test_the_kind_of_answer_wanted(question: str, kind: str) -> None:
    assert asked(question).kind == kind


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("what did Lavrov say about grain", {LAVROV}),
        ("What has Sergey Lavrov said?", {LAVROV}),
        ("what did Mr. Blinken tell Lavrov about grain", {BLINKEN}),
        ("what did the Security Council say", {COUNCIL}),
        ("grain according to Macron", {MACRON}),
        ("Macron on grain", {MACRON}),
        ("what did Emmanuel Macron promise", {MACRON}),
        ("what did Moscow say about grain", {KREMLIN, MINISTRY, SPOKESMAN, HOTELIER}),
        ("what did Russia say about grain", {KREMLIN, MINISTRY, SPOKESMAN}),
        ("what did the Kremlin say", {KREMLIN, MINISTRY, SPOKESMAN}),
        ("what did Pavel Orlin say", {SPOKESMAN}),
        ("what did Russian Airlines say", {AIRLINE}),
        ("what did Lind say", {LIND, BROTHER}),
        ("what did Mara Lind say", {LIND}),
        ("what did Lavrow say about grain", {LAVROV}),
        ("wat did blinken say abuot grain", {BLINKEN}),
        ("what did police say about the gun", {POLICE}),
        ("what was said about Lavrov", set()),
        ("what did anyone say about grain", set()),
        ("how did Lavrov's neighbours react", set()),
    ],
)
def test_whose_words_are_asked_for(question: str, speakers: set[int]) -> None:
    query = asked(question)
    assert set(query.speakers) == speakers
    assert query.unknown_name is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What did Ines Calder say about grain?", "Ines Calder"),
        ("what did Zola say", "Zola"),
        ("what did calder say about grain", "calder"),
    ],
)
def test_a_speaker_nobody_has_heard_of_is_named(question: str, name: str) -> None:
    query = asked(question)
    assert (query.speakers, query.unknown_name) == ((), name)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("what was said about the grain corridor?", ("grain", "corridor")),
        ("what did Lavrov say", ()),
        ("what do we know about the ferry", ("ferry",)),
        ("did the strike happen", ("strike",)),
        ("what did Blinken tell Lavrov about grain", ("lavrov", "grain")),
        ("who denied the shelling", ("shelling",)),
        ("when do they meet", ("meet",)),
        ("what's next for Ukraine", ("ukraine",)),
        ("wat did blinken say abuot grain", ("grain",)),
        ("what was said about grain since Monday", ("grain",)),
    ],
)
def test_what_it_is_about(question: str, topic: tuple[str, ...]) -> None:
    assert asked(question).topic == topic


@pytest.mark.parametrize(
    ("question", "acts"),
    [
        ("who denied it", ("deny",)),
        ("did Macron promise anything", ("promise",)),
        ("what did Lavrov demand", ("demand",)),
        ("who has warned of a drought", ("warn",)),
        ("what did Lavrov say about the demand", ()),
        ("what was said about refused visas", ()),
    ],
)
def test_the_acts_asked_for(question: str, acts: tuple[str, ...]) -> None:
    assert asked(question).acts == acts


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("what did Macron say since Monday", "2022-02-21", None),
        ("what did Macron say yesterday", "2022-02-22", "2022-02-22"),
        ("what did Macron say last week", "2022-02-14", "2022-02-20"),
        ("what did Macron say in December", "2021-12-01", "2021-12-31"),
        ("what did Macron say on Friday", "2022-02-18", "2022-02-18"),
        ("what did Macron say in the last three days", "2022-02-20", None),
        ("what did Macron say", None, None),
    ],
)
def test_the_days_asked_about_lie_behind(question: str, since: str | None, until: str | None) -> None:
    query = asked(question)
    assert (query.since, query.until) == (
        date.fromisoformat(since) if since else None,
        date.fromisoformat(until) if until else None,
    )


@pytest.mark.parametrize("question", ["", "?", "what", "did", "what did", "who", "’s ’s", "what did the"])
def test_a_question_of_nothing_asks_for_nothing(question: str) -> None:
    query = asked(question)
    assert (query.speakers, query.unknown_name, query.topic) == ((), None, ())
