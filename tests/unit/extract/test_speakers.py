"""Who speaks, resolved within the article."""

import pytest

from bot.extract.attribution import find_claims


def speaker_of(text: str, fragment: str) -> tuple[str | None, str]:
    found = [c for c in find_claims(text, None, ()) if fragment in " ".join(text[s:e] for s, e in c.content)]
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
