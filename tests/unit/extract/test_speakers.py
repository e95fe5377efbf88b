"""Who speaks, resolved within the article."""

import pytest

from tests.unit.extract.by_rules import claims_by_rules


def speaker_of(text: str, fragment: str) -> tuple[str | None, str]:
    found = [c for c in claims_by_rules(text) if fragment in " ".join(text[s:e] for s, e in c.content)]
    assert found, f"no claim holds {fragment!r}"
    return found[0].speaker, found[0].kind


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Mayor Anna Lund came. Later Lund said the road was open.", "Anna Lund", "person"),
        ("Mayor Anna Lund came. Mrs. Lund said the road was open.", "Anna Lund", "person"),
        ("Mayor Anna Lund came. The mayor said the road was open.", "Anna Lund", "person"),
        ("Mayor Anna Lund met Governor Paul Ek. She said the road was open.", "Anna Lund", "person"),
        ("Mayor Anna Lund met Governor Paul Ek. He said the road was open.", "Paul Ek", "person"),
        ("Norland's President Ivo Brandt said the road was open.", "Ivo Brandt", "person"),
        ("His counterpart, Lea Marsh, said the road was open.", "Lea Marsh", "person"),
        ("Anna Lund, who runs the port, said the road was open.", "Anna Lund", "person"),
        ("The post went to Anna Lund, who said the road was open.", "Anna Lund", "person"),
        ("Anna Lund and Paul Ek said the road was open.", "Anna Lund & Paul Ek", "person"),
        (
            "The International Road Fund met. The IRF said the road was open.",
            "International Road Fund",
            "body",
        ),
        ("The Kremlin said the road was open.", "Kremlin", "body"),
        ("The Kremlin statement said the road was open.", "Kremlin", "body"),
        ("A study by the Road Institute said the road was open.", "Road Institute", "body"),
        ("France said the road was open.", "France", "country"),
        ("Moscow said the road was open.", "Moscow", "country"),
        ("Kremlin spokesman Ivan Orlov said the road was open.", "Ivan Orlov", "person"),
        ("Paul Ek came. The Ek campaign said the road was open.", "Ek campaign", "body"),
        ("Paul Ek came. His campaign said the road was open.", "Ek campaign", "body"),
        ("Paul Ek came. Ek's campaign said the road was open.", "Ek campaign", "body"),
        ("Two officials who asked not to be named said the road was open.", "Two officials", "unnamed"),
        ("Many farmers said the road was open.", "farmers", "group"),
        ("A new survey said the road was open.", "new survey", "document"),
        ("We said the road was open.", None, "author"),
    ],
)
def test_a_source_becomes_one_name(text: str, speaker: str | None, kind: str) -> None:
    assert speaker_of(text, "the road was open") == (speaker, kind)


def test_a_pronoun_means_who_spoke_last_rather_than_who_was_spoken_of() -> None:
    text = "Anna Lund said Maria Ek was late. “It is a pity,” she said."
    assert speaker_of(text, "It is a pity") == ("Anna Lund", "person")


def test_two_with_one_surname_are_kept_apart() -> None:
    text = "Anna Lund met Paul Lund. Mr. Lund said the gate was shut. Mrs. Lund said the road was open."
    assert speaker_of(text, "gate was shut") == ("Paul Lund", "person")
    assert speaker_of(text, "road was open") == ("Anna Lund", "person")


def test_words_in_a_quotation_belong_to_its_speaker() -> None:
    text = "SMITH: I think the road is open.\n\nJONES: I doubt it.\n\nSMITH: Yes.\n\nJONES: No."
    assert speaker_of(text, "the road is open") == ("SMITH", "person")


COAST = """\
President Dorset has said that Norland waits.

Norland firmly opposes the toll of its neighbours. Sudonia rejected the offer; the Sudonian envoy left. \
“We wait,” President Ivo Dorset of Norland told his counterpart, Mara Quill, on Sunday. The palace said \
that both Dorset and the Sudonian chancellor, Piet Orm, had accepted the plan. The Western Pact has so far \
refused to move. The Western Pact is old. The harbour authority denied the charge."""


@pytest.mark.parametrize(
    ("fragment", "speaker", "kind"),
    [
        ("that Norland waits", "Ivo Dorset", "person"),
        ("the toll", "Norland", "country"),
        ("the offer", "Sudonia", "country"),
        ("the plan", "Ivo Dorset & Piet Orm", "person"),
        ("to move", "Western Pact", "body"),
        ("the charge", "harbour authority", "body"),
    ],
)
def test_states_bodies_and_persons_are_told_apart(fragment: str, speaker: str, kind: str) -> None:
    claims = [c for c in claims_by_rules(COAST) if fragment in " ".join(COAST[s:e] for s, e in c.content)]
    claim = min(claims, key=lambda c: sum(e - s for s, e in c.content))
    assert (claim.speaker, claim.kind) == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Norland's chief negotiator, Signe Ost, said the road was open.", "Signe Ost", "person"),
        ("The Alliance met. Its secretary-general, Tom Ek, said the road was open.", "Tom Ek", "person"),
        ("The mayor of Lund, Sixten Dahl, said the road was open.", "Sixten Dahl", "person"),
        ("Its glassblower, Tom Ek, said the road was open.", "Tom Ek", "person"),
        ("Secretary-general Tom Ek said the road was open.", "Tom Ek", "person"),
        ("Justice Minister Per Holt said the road was open.", "Per Holt", "person"),
        ("The Farmers' Union came. The union said the road was open.", "Farmers' Union", "body"),
        ("Norvane Motors grew. Norvane said the road was open.", "Norvane Motors", "body"),
        ("Critics, like Anna Lund and Paul Ek, said the road was open.", "Anna Lund & Paul Ek", "person"),
        ("Anna Lund met Paul Ek. The two said the road was open.", "Anna Lund & Paul Ek", "person"),
        (
            "A federal appeals court said the road was open. The Court of Appeals for Lund sits on Monday.",
            "Court of Appeals for Lund",
            "body",
        ),
        (
            "Rolf Ek left. A spokeswoman for the port denied the report. She said the road was open.",
            "spokeswoman for the port",
            "unnamed",
        ),
        ("Anna O’Dell said the road was open.", "Anna O’Dell", "person"),
        ("Residents are glad, and the operator said the road was open.", "operator", "unnamed"),
    ],
)  # fmt: skip
def test_roles_short_names_and_examples_lead_to_who_is_meant(text: str, speaker: str, kind: str) -> None:
    assert speaker_of(text, "the road was open") == (speaker, kind)


def test_who_speaks_within_another_s_words_is_left_with_them() -> None:
    text = "Anna Lund claimed the club had refused to hear her, and threatened to leave the league."
    assert speaker_of(text, "to leave the league") == ("Anna Lund", "person")


def test_an_apposition_is_not_the_subject_of_a_later_participle() -> None:
    text = "Anna Lund, an analyst at the port, said prices had risen, adding that wages would follow."
    assert speaker_of(text, "that wages would follow") == ("Anna Lund", "person")


def test_an_owner_does_not_lead_a_sentence() -> None:
    text = "Paul Ek left. Rolf Dahl's rival, Otto Brahe, said it was late. “The road was open,” he said."
    assert speaker_of(text, "The road was open") == ("Otto Brahe", "person")


def test_a_firm_s_move_and_its_reason_are_the_firm_s() -> None:
    text = "Kelling Bank raised its forecast, citing higher rates."
    assert speaker_of(text, "higher rates") == ("Kelling Bank", "body")


def test_a_capitalised_body_of_any_name_is_no_unnamed_source() -> None:
    assert speaker_of("The Green List said the road was open.", "the road") == ("Green List", "body")


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("It came from an aide to Anna Lund, who said the road was open.", "aide to Anna Lund", "unnamed"),
        ("Anna Lund (L-Norland), a farmer of Ek, who said the road was open, left.", "Anna Lund", "person"),
        ("Anna Lund of Norland, a farmer who said the road was open, left.", "Anna Lund", "person"),
        ("The plan angered farmers who said the road was open.", "farmers", "group"),
        ("Critics of the tax, many of whom said the road was open, left.", "Critics of the tax", "group"),
        ("Anna Lund, who knits and who said the road was open, left.", "Anna Lund", "person"),
    ],
)
def test_a_relative_pronoun_means_whoever_the_phrases_before_it_describe(
    text: str, speaker: str, kind: str
) -> None:
    assert speaker_of(text, "the road was open") == (speaker, kind)


COUNCIL = """\
Former surgeon Anna Lund met Sen. Paul Ek (L-Norland) and Vera Holm, a retired judge, on Monday. \
Vera Holm is the Sudland senator. """


@pytest.mark.parametrize(
    ("source", "speaker", "kind"),
    [
        ("The former surgeon", "Anna Lund", "person"),
        ("The Sudland senator", "Vera Holm", "person"),
        ("The retired judge", "Vera Holm", "person"),
        ("A surgeon", "surgeon", "unnamed"),
        ("The spokesman", "spokesman", "unnamed"),
        ("The heckler", "heckler", "unnamed"),
    ],
)
def test_a_description_means_whoever_was_described_so(source: str, speaker: str, kind: str) -> None:
    assert speaker_of(f"{COUNCIL}{source} said the road was open.", "the road was open") == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Anna Lund and her aides said the road was open.", "Anna Lund & Anna Lund's aides", "group"),
        ("Two analysts, Anna Lund and Paul Ek, said the road was open.", "Anna Lund & Paul Ek", "person"),
        ("Farmers and bakers said the road was open.", "Farmers & bakers", "group"),
        ("Retired farmers and bakers said the road was open.", "Retired farmers and bakers", "group"),
        ("Anna Lund, head of the Port and the Fund, said the road was open.", "Anna Lund", "person"),
        ("Anna Lund met Paul Ek. Both said the road was open.", "Anna Lund & Paul Ek", "person"),
    ],
)
def test_each_of_several_speakers_is_named(text: str, speaker: str, kind: str) -> None:
    assert speaker_of(text, "the road was open") == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Farmers left the hall. They said the road was open.", "Farmers", "group"),
        ("Anna Lund met angry bakers. They said the road was open.", "angry bakers", "group"),
        ("The letter came from Sudland. It said the road was open.", "letter", "document"),
        ("A Lund Institute poll came. The poll said the road was open.", "Lund Institute", "body"),
        ("A Lund Institute poll came. A new poll said the road was open.", "new poll", "document"),
        ("Paul Ek's campaign grew. The campaign said the road was open.", "Ek campaign", "body"),
        ("The Lund Post grew. The newspaper said the road was open.", "Lund Post", "body"),
        ("A survey released on Monday said the road was open.", "survey", "document"),
    ],
)
def test_what_leads_a_sentence_stays_in_mind(text: str, speaker: str, kind: str) -> None:
    assert speaker_of(text, "the road was open") == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Tuva Zeq, 61, smiled. Later Zeq said the road was open.", "Tuva Zeq", "person"),
        ("“It rains,” said Tuva Zeq. Later Zeq said the road was open.", "Tuva Zeq", "person"),
        ("Judge Ana Tuva Zeq smiled. Later Tuva Zeq said the road was open.", "Ana Tuva Zeq", "person"),
        ("Secretary of State Tuva Zeq said the road was open.", "Tuva Zeq", "person"),
        ("Besides Norland, few sing, as in Norland. Norland said the road was open.", "Norland", "country"),
        ("The Republican Road Committee said the road was open.", "Republican Road Committee", "body"),
        ("Norland Democrats said the road was open.", "Norland Democrats", "group"),
    ],
)  # fmt: skip
def test_the_kind_of_a_name_shows_in_what_goes_with_it(text: str, speaker: str, kind: str) -> None:
    assert speaker_of(text, "the road was open") == (speaker, kind)


def test_a_name_in_what_is_said_is_hardly_who_says_it() -> None:
    text = "“I agree,” said Anna Lund. Vera Holm might win the vote, she said."
    assert speaker_of(text, "Vera Holm might win the vote") == ("Anna Lund", "person")


def test_an_owner_before_a_role_does_not_lead_a_sentence() -> None:
    text = "Anna Lund spokeswoman Vera Holm objected. “The road was open,” she said."
    assert speaker_of(text, "The road was open") == ("Vera Holm", "person")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Lund Post ran a feature on Monday. The piece said the road was open.", "Lund Post"),
        ("The Lund Post reported a leak. The report said the road was open.", "Lund Post"),
        ("The Lund Post reported a leak, by an analysis. The report said the road was open.", "Lund Post"),
        ("A Lund Institute survey came. The study said the road was open.", "Lund Institute"),
        ("The Court of Lund ruled that Ek could stay. The ruling said the road was open.", "Court of Lund"),
        (
            "One survey said the road was open. It was the best in a Lund Institute survey yet.",
            "Lund Institute",
        ),
        (
            "A study by the Lund Institute and the Port Fund said the road was open.",
            "Lund Institute & Port Fund",
        ),
        (
            "Research by the Center for Roads and Public Affairs said the road was open.",
            "Center for Roads and Public Affairs",
        ),
        ("RoadTrack said fog was near. The website said the road was open.", "RoadTrack"),
    ],
)
def test_a_document_speaks_for_who_made_it(text: str, speaker: str) -> None:
    assert speaker_of(text, "the road was open") == (speaker, "body")


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        (
            "Lawmaker says the road was open.\n\nRep. Anna Lund came on Monday. Later Sen. Paul Ek came.",
            "Anna Lund",
            "person",
        ),
        (
            "The hacker who said the road was open was jailed on Monday.\n\nTuva Zeq, 44, wept in court.",
            "Tuva Zeq",
            "person",
        ),
        (
            "It rained. It snowed. It froze. It thawed. A federal judge said the road was open. "
            "Judge Anna Lund sat. Judge Paul Ek left.",
            "Anna Lund",
            "person",
        ),
        (
            "Expert says the road was open.\n\nAnna Lund, director of roads at the Norland University, came.",
            "Anna Lund",
            "person",
        ),
        ("Paul Ek's wife Anna Lund came. His wife said the road was open.", "Anna Lund", "person"),
        ("Anna Lund, who was ambassador, left. The diplomat said the road was open.", "Anna Lund", "person"),
        ("The Ek campaign grew. Paul Ek came. His team said the road was open.", "Ek campaign", "body"),
        ("Paul Ek came. His team said the road was open.", "Paul Ek's team", "body"),
        ("They met in Ohio. The state said the road was open.", "Ohio", "country"),
        ("They met in Norland and France. The country said the road was open.", "France", "country"),
    ],
)  # fmt: skip
def test_a_description_is_given_its_name_elsewhere(text: str, speaker: str, kind: str) -> None:
    assert speaker_of(text, "the road was open") == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("France wrote to Spain. The two countries said the road was open.", "France & Spain", "country"),
        (
            "Sen. Anna Lund came. Sen. Paul Ek came. Vera Holm came. Both senators said the road was open.",
            "Anna Lund & Paul Ek",
            "person",
        ),
        (
            "“Yes,” said Anna Lund. “No,” said Paul Ek. The two voters said the road was open.",
            "Anna Lund & Paul Ek",
            "person",
        ),
        ("“Yes,” said Anna Lund. The two voters said the road was open.", "two voters", "group"),
    ],
)
def test_two_are_the_two_who_are_so_called_or_speak_in_turn(text: str, speaker: str, kind: str) -> None:
    assert speaker_of(text, "the road was open") == (speaker, kind)


def test_a_name_behind_a_preposition_is_not_the_subject_that_follows() -> None:
    text = "Paul Ek smiled. Pressed by Rolf Holm, he said the road was open."
    assert speaker_of(text, "the road was open") == ("Paul Ek", "person")


def test_whom_others_speak_of_is_less_in_mind() -> None:
    text = "Rolf Holm is late and Rolf Holm is tired, said Paul Ek. “The road was open,” he said."
    assert speaker_of(text, "The road was open") == ("Paul Ek", "person")


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Rex Early smiled. He said the road was open.", "Rex Early", "person"),
        ("The clubs sang Draft Rex Ode. Rex Ode said the road was open.", "Rex Ode", "person"),
        ("RoadTrack said the road was open.", "RoadTrack", "body"),
        ("Tuva McZeq smiled. Later McZeq said the road was open.", "Tuva McZeq", "person"),
    ],
)
def test_names_of_unusual_words(text: str, speaker: str, kind: str) -> None:
    assert speaker_of(text, "the road was open") == (speaker, kind)
