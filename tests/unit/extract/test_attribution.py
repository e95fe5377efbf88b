"""Claims found in texts of our own: who speaks, what is said, as which act."""

from datetime import date, datetime

import pytest

from bot.extract.attribution import LANGUAGES, complete_claims, find_claims
from bot.extract.attribution.passage import Passage
from bot.extract.dates import find_timexes
from bot.extract.reading import Attribution, Claim

ARTICLE = """\
Norland still expects the Alliance to give a full answer to its letter, Norland's President \
Ivo Brandt told his Sudonian counterpart, Lea Marsh, on Sunday.

According to the Castle, Brandt stressed the need for patience.

“The president again urged all sides to reply in writing,” the Castle statement said.

First, the Castle demanded that the Alliance keep its promise not to move “one mile north,” \
which was made long ago. In particular, Norland firmly opposes the membership of its \
neighbours. The Alliance, however, has so far refused to change its ‘open gate rule’.

Sudonia has also rejected some of the other proposals. After the call, the Marble Palace \
revealed that Brandt had agreed to meet. The neighbours said the talks would be possible only \
if the border stays open.

Earlier this month, the border was closed, and Norland is accused of massing its ships, with \
some believing that it wants a war. The Castle has repeatedly denied the charge."""


def claims_of(text: str, published: date | datetime | None = date(2031, 5, 12)) -> tuple[Claim, ...]:
    return find_claims(text, published, ())


def words(text: str, claim: Claim) -> str:
    return " … ".join(text[s:e] for s, e in claim.content)


def the_claim(text: str, fragment: str) -> Claim:
    found = [c for c in claims_of(text) if fragment in words(text, c)]
    assert found, f"no claim holds {fragment!r}"
    return min(found, key=lambda c: len(words(text, c)))


@pytest.mark.parametrize(
    ("fragment", "speaker", "act"),
    [
        ("give a full answer", "Norland", "expect"),
        ("again urged all sides", "Castle", "state"),
        ("one mile north", "Castle", "demand"),
        ("membership of its neighbours", "Norland", "refuse"),
        ("open gate rule", "Alliance", "refuse"),
        ("some of the other proposals", "Sudonia", "refuse"),
        ("had agreed to meet", "Marble Palace", "state"),
        ("massing its ships", None, "accuse"),
        ("the charge", "Castle", "deny"),
    ],
)
def test_a_diplomatic_article_yields_each_side_s_claims(fragment: str, speaker: str | None, act: str) -> None:
    claim = the_claim(ARTICLE, fragment)
    assert (claim.speaker, claim.act) == (speaker, act)


def test_what_was_told_to_a_counterpart_is_the_teller_s() -> None:
    told = [c for c in claims_of(ARTICLE) if ARTICLE[slice(*c.cue[0])] == "told"]
    assert [c.speaker for c in told] == ["Ivo Brandt"]
    assert words(ARTICLE, told[0]).startswith("Norland still expects")
    assert words(ARTICLE, told[0]).endswith("its letter")


@pytest.mark.parametrize(
    "text",
    [
        "“The road is open,” said Anna Lund, the mayor.",
        "“The road is open,” Anna Lund said.",
        "Anna Lund said: “The road is open.”",
        'Anna Lund said in a statement, "The road is open."',
        "Anna Lund told reporters on Monday that the road is open.",
        "Anna Lund said the road is open.",
        "According to Anna Lund, the road is open.",
        "The road is open, according to Anna Lund.",
        "The road is open, Anna Lund said.",
        "“The road,” Anna Lund said, “is open.”",
        "Anna Lund: “The road is open.”",
    ],
)
def test_every_way_to_put_a_quotation_gives_the_same_claim(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.speaker == "Anna Lund"
    said = words(text, claim).lower()
    assert "the road" in said
    assert "is open" in said
    assert "lund" not in said


def test_a_quotation_goes_on_after_the_cue_and_over_paragraphs() -> None:
    text = "“We will win,” Anna Lund said. “We always have.\n\n“And we are many.”\n\nThe crowd left."
    (claim,) = [c for c in claims_of(text) if c.quote == "direct"]
    assert words(text, claim).startswith("“We will win,” … “We always have.")
    assert words(text, claim).endswith("“And we are many.”")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("“The road is open,” Anna Lund said.", "direct"),
        ("Anna Lund said the road was “wide open” at last.", "mixed"),
        ("Anna Lund said the road was open.", "indirect"),
    ],
)
def test_a_claim_knows_how_much_of_it_is_quoted(text: str, quote: str) -> None:
    assert claims_of(text)[0].quote == quote


def test_a_direct_quotation_is_surer_than_an_attitude() -> None:
    direct, attitude = (
        claims_of("“The road is open,” Anna Lund said.")[0],
        claims_of("Lund opposes the tax.")[0],
    )
    assert 0 < attitude.confidence < direct.confidence < 1


def test_the_day_is_that_of_publication_where_the_text_names_none() -> None:
    assert claims_of("Anna Lund said the road was open.", date(2031, 5, 12))[0].said_on == "2031-05-12"
    assert claims_of("Anna Lund said the road was open.", None)[0].said_on is None


def test_what_follows_a_claim_of_some_past_month_was_said_in_that_month() -> None:
    text = "The union warned in March that pay was low. It demanded that wages rise. It opposes the cuts."
    claims = find_claims(text, date(2031, 5, 12), find_timexes(text, date(2031, 5, 12)))
    assert [c.said_on for c in claims] == ["2031-03", "2031-03", "2031-05-12"]


def test_a_transcript_is_read_turn_by_turn() -> None:
    text = (
        "SMITH: We will open the gate. It is time.\n\nJONES: I doubt it.\n\nSMITH: You may.\n\nJONES: Never."
    )
    turns = [c for c in claims_of(text) if text[slice(*c.cue[0])] == ":"]
    assert [c.speaker for c in turns] == ["SMITH", "JONES", "SMITH", "JONES"]
    assert words(text, turns[0]).startswith("We will open the gate. It is time")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Snow fell.\n\n“We lost. It hurts.” ― Ida Lund\n", "Ida Lund", "“We lost. It hurts.”"),
        ("“We lost.”― Ida Lund, 31, of Oddeby\n“We won!” ― Per Ode.", "Ida Lund", "“We lost.”"),
        (
            '"The harbour stays open."\n\n- Mayor Tess Moor.\n\nIt does not.',
            "Mayor Tess Moor",
            '"The harbour stays open."',
        ),
        (
            "“It was cold.\n\n“We went home.”\n\n— Karin van der Sande",
            "Karin van der Sande",
            "“It was cold. … “We went home.”",
        ),
        (
            "Snow in May. Of course. — Ida Lund (@idalund) May 3, 2031",
            "Ida Lund (@idalund)",
            "Snow in May. Of course.",
        ),
    ],
)
def test_words_are_those_of_who_signs_them(text: str, source: str, content: str) -> None:
    claim = claims_of(text)[0]
    assert [text[s:e] for s, e in claim.source] == [source]
    assert words(text, claim) == content


def test_a_dash_within_a_sentence_signs_nothing() -> None:
    text = "The “old town” - Oddeby - is closed. He called it “a shame” — Ode’s words.\n"
    assert not [one for one in claims_of(text) if text[slice(*one.cue[0])] in ("-", "—")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "The report came out.",
        "“Quiet Days” is a film.",
        "Он сказал, что дорога открыта.",
        "他说道路开通了。",
    ],
)
def test_nothing_is_made_up(text: str) -> None:
    assert claims_of(text) == ()


def test_given_spans_are_kept_and_only_completed() -> None:
    text = "Mayor Anna Lund spoke. She denied the report. So it went."
    given = [
        Attribution(((23, 26),), ((27, 33),), ((34, 44),)),
        Attribution(((0, 4),), ((5, 6),), ()),
    ]
    (claim,) = complete_claims(text, None, (), given)
    assert (claim.source, claim.cue, claim.content) == (given[0].source, given[0].cue, given[0].content)
    assert (claim.speaker, claim.kind, claim.act) == ("Anna Lund", "person", "deny")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Mayor Anna Lund, who proposed the plan, said that it was cheap.", "proposed", "the plan"),
        ("Paul Ek accused her of letting it crumble.", "accused", "her of letting it crumble"),
        ("Anna Lund rejected the offer on Monday.", "rejected", "the offer"),
        ("The port is shut, Anna Lund told her rival, Paul Ek, on Sunday.", "told", "The port is shut"),
        (
            "The council votes at 3 p.m. GMT on Thursday on the plan, its chairwoman, Anna Lund, said.",
            "said",
            "The council votes at 3 p.m. GMT on Thursday on the plan",
        ),
        ("Anna Lund denied reports that the port was shut.", "denied", "reports that the port was shut"),
        ("“It is shut,” said Anna Lund, who runs it. “Go home.”", "said", "“It is shut,” … “Go home.”"),
        ("Anna Lund declined to comment.", "declined", "to comment"),
    ],
)  # fmt: skip
def test_only_what_is_said_is_content(text: str, cue: str, content: str) -> None:
    assert [words(text, c) for c in claims_of(text) if text[slice(*c.cue[0])] == cue] == [content]


def test_what_nobody_said_in_words_is_no_claim() -> None:
    assert claims_of("Anna Lund contradicted him.") == ()


def test_an_abbreviation_ends_no_sentence_that_goes_on() -> None:
    text = (
        "Gen. Ek of the U.S. Navy met Sen. Ode at St. Olaf's, No. 5, at 9 a.m. He left at 3 p.m. Lund came."
    )
    p = Passage(text)
    assert [p.words(s.first, s.last)[-5:] for s in p.sentences] == [" a.m.", " p.m.", "came."]


def test_it_says_which_languages_it_reads() -> None:
    assert {"en"} == LANGUAGES


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("In March the two sides met. Above all, the union demanded that wages rise.", "2031-03"),
        ("In March the two sides met. The union has demanded that wages rise.", "2031-05-12"),
        ("In March the two sides met. The union said that wages must rise.", "2031-05-12"),
        ("In March the two sides met.\n\nThe union demanded that wages rise.", "2031-05-12"),
        ("The two sides will meet in June. The union demanded that wages rise.", "2031-05-12"),
    ],
)
def test_a_sentence_that_opens_with_a_past_month_dates_what_follows(text: str, said_on: str) -> None:
    day = date(2031, 5, 12)

    [claim] = find_claims(text, day, find_timexes(text, day))

    assert claim.said_on == said_on
