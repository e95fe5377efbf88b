import pytest

from bot.chat import message

ARTICLE = (
    "The harbour of Port Elian will reopen on Friday, the ministry of transport said. "
    "Its spokeswoman, Ada Vale, told reporters that ships would be let in one by one. "
    "The dockers' union has not said whether it accepts the new shifts."
)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("   \n ", "empty"),
        ("What was said about the harbour?", "question"),
        ("who denied it", "question"),
        ("said Ada Vale anything about the shifts", "question"),
        ("The harbour, is it open?", "question"),
        ("https://news.example/harbour", "links"),
        ("Look at this: https://news.example/harbour, quite something", "links"),
        (ARTICLE, "text"),
        (f"{ARTICLE}\n\nSee https://news.example/harbour", "text"),
        (f"Who owns the quay?\n\n{ARTICLE}", "text"),
        ("the harbour", "doubt"),
        ("Harbour reopens on Friday, ministry says", "doubt"),
        ("Whatsoever", "doubt"),
    ],
)
def test_a_message_is_asked_or_added_by_its_looks(text: str, sort: str) -> None:
    assert message.sort(text) == sort


def test_links_are_found_without_what_surrounds_them() -> None:
    text = "(https://a.example/x?y=1). Then “https://b.example/z” and again https://a.example/x?y=1!"

    assert message.links_in(text) == ["https://a.example/x?y=1", "https://b.example/z"]
