import pytest

from bot.track.introductions import initials_of, spoken_for


@pytest.mark.parametrize(
    ("source", "whom"),
    [
        ("Kremlin spokesman Pavel Orlin", "Kremlin"),
        ("the Kremlin's spokeswoman, Ida Roth,", "Kremlin"),
        ("Ida Roth, a spokeswoman for the Velmark foreign ministry", "Velmark foreign ministry"),
        ("Ida Roth, the Harbour Palace press secretary,", "Harbour Palace"),
        ("Officer Jon Vale, a Velden police spokesman", "Velden police"),
        ("spokesman for the Harbour Board running the port", "Harbour Board"),
        ("his spokesman", None),
        ("Mara Lind, his campaign spokeswoman,", None),
        ("spokeswoman Mara Lind", None),
        ("Mara Lind", None),
        ("", None),
    ],
)
def test_for_whom_a_spokesperson_speaks(source: str, whom: str | None) -> None:
    assert spoken_for(source) == whom


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("The Port Council of Velden (PCV) met on Monday.", "PCV"),
        ("The Port Council of Velden (P.C.V.) met on Monday.", "P.C.V."),
        ("The Port Council of Velden (the PCV) met on Monday.", "PCV"),
        ("The Port Council of Velden (Ostria) met on Monday.", None),
        ("The Port Council of Velden (UK) met on Monday.", None),
        ("The Port Council of Velden met. The PCV agreed.", None),
    ],
)
def test_the_initials_by_which_an_article_introduces_a_body(text: str, initials: str | None) -> None:
    assert initials_of("Port Council of Velden", text) == initials


def test_one_word_has_no_initials() -> None:
    assert initials_of("Council", "The Council (CO) met.") is None
