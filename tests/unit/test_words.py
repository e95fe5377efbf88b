import pytest

from bot.words import families, fold, kin, stem, stems, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meets", "meeting"),
        ("postponed", "postponement"),
        ("election", "elections"),
        ("reopens", "reopening"),
        ("argued", "argument"),
        ("Russia", "Russian"),
        ("policies", "policy"),
        ("stopped", "stop"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(("one", "other"), [("market", "march"), ("universe", "union"), ("price", "prison")])
def test_different_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_are_folded_and_lose_what_does_not_tell_them_apart() -> None:
    assert words("The Élysée’s reply to the E.U.’s offer") == [
        "the",
        "elysee",
        "reply",
        "to",
        "the",
        "eu",
        "offer",
    ]
    assert stems("What did they say about the sanctions?") == [stem("sanctions")]


def test_a_family_ties_what_one_occasion_is_called() -> None:
    assert families([stem("walkout")]) & families([stem("strikes")])
    assert not families([stem("walkout")]) & families([stem("election")])
    assert "walkout" in kin(stem("strike"))
    assert kin("xylophone") == frozenset()
