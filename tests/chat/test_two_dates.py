"""Given a page that gives two days, when the reader takes the other, then it is read as of then."""

from tests.chat.person import Person, labels, text_of
from tests.unit.ingest.site import answer, serving

DATA = '{"@type": "NewsArticle", "datePublished": "2023-03-14T09:00Z"}'
META = '<meta property="article:published_time" content="2023-03-07">'
TEXT = (
    "<p>Transport Minister Ada Vale said on Monday that the quay of Port Elian would stay closed.</p>"
    "<p>“We want an answer soon,” Vale said. The union and the ministry will meet after the holidays.</p>"
)
PAGE = (
    f"<html><head><title>Quay closed</title><script type='application/ld+json'>{DATA}</script>{META}</head>"
    f"<body><article>{TEXT}</article></body></html>"
)


async def test_the_other_day_is_taken_with_a_button_and_given_back_with_it(reader: Person) -> None:
    with serving({"/quay": answer(PAGE)}) as site:
        await reader.says(f"{site.address}/quay")
        card = await reader.hears("Its page also gives Tue 7 Mar 2023 as the day it appeared.")
    assert "Tue 14 Mar 2023, 09:00" in text_of(card)
    assert "Mon 13 Mar 2023" in text_of(card)
    assert "It appeared on Tue 7 Mar 2023" in labels(card)

    await reader.presses("It appeared on Tue 7 Mar 2023", on=card)

    again = await reader.hears("Its page also gives Tue 14 Mar 2023 as the day it appeared.")
    assert "127.0.0.1 · Tue 7 Mar 2023" in text_of(again)
    assert "Mon 6 Mar 2023" in text_of(again)
    await reader.presses("It appeared on Tue 14 Mar 2023", on=again)
    await reader.hears("127.0.0.1 · Tue 14 Mar 2023, 09:00")
