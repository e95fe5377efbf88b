"""Given an article on record, when another place runs it too, then its card says where."""

from tests.chat.person import Person, labels, text_of

REPORT = (
    "Transport Minister Ada Vale said on Monday that the quay of Port Elian would stay closed this month. "
    "The dockers' union has not answered her offer to end the strike, she told reporters.\n\n"
    "“We want an answer soon,” Vale said. The union and the ministry will meet on 24 March to end the strike."
)
MORE = "The union's leader Ivo Brand said that his members would take no less than the dockers of Cape Aster."
HEAD = "Harbour talks stall\n\n14 Mar 2023 09:00 GMT\n\n"


def from_channel(title: str) -> dict[str, object]:
    return {"forward": {"channel": title, "date": 1_678_790_000}}


async def test_an_article_that_ran_elsewhere_is_one_and_says_where(reader: Person) -> None:
    await reader.says(HEAD + REPORT, **from_channel("Harbour Wire"))
    first = await reader.hears("Who said what")
    assert "Also ran in" not in text_of(first)

    await reader.says(HEAD + REPORT, **from_channel("The Courier"))

    card = await reader.hears("A copy of what is on record:")
    assert "Harbour Wire ·" in text_of(card)
    assert "Also ran in The Courier (Tue 14 Mar 2023)." in text_of(card)
    await reader.says("what did Vale say?")
    answer = text_of(await reader.hears("Ada Vale said · Tue 14 Mar 2023"))
    assert answer.count("We want an answer soon") == 1


async def test_of_a_copy_only_what_it_adds_is_shown(reader: Person) -> None:
    await reader.says(HEAD + REPORT, **from_channel("Harbour Wire"))
    await reader.hears("Who said what")

    await reader.says(f"{HEAD}{REPORT}\n\n{MORE}", **from_channel("The Courier"))

    card = await reader.hears("Mostly the same as Harbour talks stall: here is only what it adds.")
    assert "Ivo Brand" in text_of(card)
    assert "Ada Vale" not in text_of(card)
    assert "To the original" in labels(card)
    await reader.presses("To the original", on=card)
    await reader.hears("Also ran in The Courier")
