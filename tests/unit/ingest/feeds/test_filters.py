import pytest

from bot.ingest.feeds.filters import passes, phrases_in

SAID = "<p>The Dockers&#8217; strike in Port&nbsp;Elian ends; grain exports resume.</p>"


@pytest.mark.parametrize(
    ("wanted", "unwanted", "taken"),
    [
        ([], [], True),
        (["grain export"], [], True),
        (["Strikes"], [], True),
        (["port elian", "nothing"], [], True),
        (["grain imports"], [], False),
        (["or"], [], False),
        ([], ["sport"], True),
        ([], ["GRAIN"], False),
        (["strike"], ["grain"], False),
    ],
)
def test_whole_words_and_phrases_are_compared(wanted: list[str], unwanted: list[str], *, taken: bool) -> None:
    assert passes(SAID, wanted=wanted, unwanted=unwanted) is taken


def test_words_are_plain_words_and_no_patterns() -> None:
    assert not passes("anything at all", wanted=[".*"], unwanted=[])
    assert phrases_in("grain exports,  Harbour ; harbours\n(((.*)+)+, ") == ["grain exports", "harbours"]


@pytest.mark.parametrize("text", [",".join(f"word{i}" for i in range(21)), "long " * 20])
def test_a_list_without_end_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"over \d+ (words|characters)"):
        phrases_in(text)
