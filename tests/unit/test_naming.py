import pytest

from storage.naming import fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Élysée", "elysee"),
        ("U.S. Treasury", "us treasury"),
        ("Siobhán O’Brien", "siobhan obrien"),
        ("Saint-Denis", "saint denis"),
        ("the European Commission's", "european commission"),
        ("The The", "the"),
        ("Владимир", "владимир"),
        ("?!", "?!"),
    ],
)
def test_names_are_compared_without_case_marks_articles_and_punctuation(name: str, folded: str) -> None:
    assert fold(name) == folded
