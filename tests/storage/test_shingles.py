"""Which articles on record a text has words in common with."""

from storage import articles, shingles
from storage.models import Article, Shingle
from storage.session import AsyncSession, Database
from tests.storage.records import article

WORDS = [f"word{n}" for n in range(200)]
TEXT = " ".join(WORDS)


async def added(session: AsyncSession, text: str) -> Article:
    row = await articles.add(session, article(text))
    await shingles.keep(session, row.id, shingles.of_text(text))
    return row


def test_shingles_do_not_mind_case_spacing_and_punctuation() -> None:
    assert shingles.of_text("The vote, at last, was held.") == shingles.of_text("the VOTE\nat last was held")
    assert len(shingles.of_text("The vote, at last, was held.")) == 2
    assert shingles.of_text("too few words here") == set()


async def test_what_has_words_in_common_is_found_the_most_alike_first(any_database: Database) -> None:
    async with any_database.begin() as session:
        half = await added(session, " ".join(WORDS[:100]))
        whole = await added(session, TEXT + " and more")
        await added(session, " ".join(reversed(WORDS)))
        found = await shingles.alike(session, shingles.of_text(TEXT), limit=5)
    assert found == [whole.id, half.id]


async def test_a_phrase_of_very_many_articles_is_kept_by_few_of_them(any_database: Database) -> None:
    phrase = "this report was first run by the agency and may not be sold on"
    async with any_database.begin() as session:
        for n in range(2 * shingles.COMMON):
            await added(session, f"{phrase} {n} {n} {n} {n} {n}")
        kept = await shingles.alike(session, shingles.of_text(phrase), limit=1000)
    assert len(kept) <= shingles.COMMON


async def test_an_article_that_goes_takes_its_shingles_with_it(any_database: Database) -> None:
    async with any_database.begin() as session:
        row = await added(session, TEXT)
        await session.delete(row)
        await session.flush()
        assert await shingles.alike(session, shingles.of_text(TEXT), limit=5) == []
        assert await session.get(Shingle, (min(shingles.of_text(TEXT)), row.id)) is None
