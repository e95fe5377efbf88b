from datetime import date

import pytest

from storage import articles, claims, search
from storage.models import Article
from storage.session import AsyncSession, Database
from tests.storage.records import article, claim

FERRY = (
    "The harbour master, Ines Duarte, said the ferries would return in June. "
    "Dockers denied that any agreement had been signed. "
    "“We were promised Franco-Spanish funding of 100,000 euros,” said Duarte."
)


async def add_ferry(session: AsyncSession) -> Article:
    return await articles.add(
        session,
        article(
            FERRY,
            title="Ferry strike nears its end",
            claims=[
                claim(FERRY, "Ines Duarte", "the ferries would return in June", said_on=date(2024, 5, 3)),
                claim(FERRY, "Dockers", "any agreement had been signed", act="deny", kind="group"),
                claim(
                    FERRY, "Duarte", "We were promised Franco-Spanish funding of 100,000 euros", act="accuse"
                ),
            ],
        ),
    )


async def found(session: AsyncSession, *words: str, **filters: object) -> list[str]:
    """The first content words of the claims found, best first."""
    hits = await search.claims(session, words, **filters)  # type: ignore[arg-type]
    kept = await claims.by_ids(session, [hit.claim_id for hit in hits])
    return [one.article.text[one.start :].split()[1] for one in kept]


async def test_any_form_of_a_word_finds_a_claim(any_database: Database) -> None:
    async with any_database.begin() as session:
        await add_ferry(session)
    async with any_database.read() as session:
        assert (await found(session, "agreements"))[0] == "agreement"
        assert (await found(session, "RETURNED", "ferry"))[0] == "ferries"
        assert await found(session, "submarine") == []


async def test_claims_with_all_words_come_before_claims_with_any(any_database: Database) -> None:
    plain = "The museum's director said visitors had doubled. The museum said the museum wing would open."
    both = "Councillor Abebe said, at the end of a long evening, that the museum would get a harbour wing."
    async with any_database.begin() as session:
        await articles.add(
            session, article(plain, claims=[claim(plain, "The museum", "the museum wing would open")])
        )
        await articles.add(
            session, article(both, claims=[claim(both, "Abebe", "the museum would get a harbour wing")])
        )
        hits = await search.claims(session, ["museum", "harbour"])
        assert await found(session, "museum", "harbour") == ["museum", "museum"]
        assert [one.speaker for one in await claims.by_ids(session, [hit.claim_id for hit in hits])] == [
            "Abebe",
            "The museum",
        ]
    assert hits[0].score > 1 >= hits[1].score > 0


@pytest.mark.parametrize(
    "word",
    ['"', "ferries AND", "NEAR(", "content:x", "a*b", "'; DROP TABLE claims; --", "^", "()", "\x00", "-"],
)
async def test_operators_and_quotes_in_a_word_are_only_characters(any_database: Database, word: str) -> None:
    async with any_database.begin() as session:
        await add_ferry(session)
        await search.claims(session, [word])
        assert "agreement" in await found(session, word, "agreement")
