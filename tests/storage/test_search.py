from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select, table

from storage import articles, claims, search, speakers
from storage.models import Article
from storage.session import AsyncSession, Database
from tests.storage.records import article, at, claim

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
                claim(FERRY, "Ines Duarte", "the ferries would return in June", said_on="2024-05-03"),
                claim(FERRY, "Dockers", "any agreement had been signed", act="deny", kind="group"),
                claim(
                    FERRY, "Duarte", "We were promised Franco-Spanish funding of 100,000 euros", act="accuse"
                ),
            ],
        ),
    )


async def found(session: AsyncSession, *words: str, **filters: object) -> list[str]:
    """The first content words of the claims found: those that hold most of the words first, then newest."""
    hits = await search.claims(session, [[word] for word in words], search.Bounds(**filters))  # type: ignore[arg-type]
    kept = await claims.by_ids(session, sorted(hits, key=lambda one: (-len(hits[one]), -one)))
    return [one.article.text[one.start :].split()[1] for one in kept]


async def test_any_form_of_a_word_finds_a_claim(any_database: Database) -> None:
    async with any_database.begin() as session:
        await add_ferry(session)
    async with any_database.read() as session:
        assert "agreement" in await found(session, "agreements")
        assert "ferries" in await found(session, "RETURNED", "ferry")
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
        hits = await search.claims(session, [["museum"], ["harbour"]])
        by_both, by_one = await claims.by_ids(session, sorted(hits, key=lambda one: -len(hits[one])))
    assert (by_both.speaker, by_one.speaker) == ("Abebe", "The museum")
    assert (hits[by_both.id], hits[by_one.id]) == ({0, 1}, {0})


async def test_a_word_is_found_in_any_of_its_wordings(any_database: Database) -> None:
    async with any_database.begin() as session:
        await add_ferry(session)
        hits = await search.claims(session, [["boat", "ferry"], ["submarine", "harbour master"]])
    assert set(hits.values()) == {frozenset({0, 1}), frozenset({0, 1}), frozenset({0, 1})}


@pytest.mark.parametrize(
    "word",
    ['"', "ferries AND", "NEAR(", "content:x", "a*b", "'; DROP TABLE claims; --", "^", "()", "\x00", "-"],
)
async def test_operators_and_quotes_in_a_word_are_only_characters(any_database: Database, word: str) -> None:
    async with any_database.begin() as session:
        await add_ferry(session)
        await search.claims(session, [[word]])
        assert "agreement" in await found(session, word, "agreement")


async def test_a_word_of_several_parts_is_a_phrase_and_marks_make_no_difference(
    any_database: Database,
) -> None:
    async with any_database.begin() as session:
        await add_ferry(session)
        cafe = (
            "The café's owner, Zoë Brûlé, said the fee of 100,000 was too high for Franco and Spanish firms."
        )
        await articles.add(
            session, article(cafe, claims=[claim(cafe, "Zoë Brûlé", "the fee of 100,000 was too high")])
        )
        assert await found(session, "zoe") == await found(session, "ZOË") == ["fee"]
        assert len(await found(session, "Franco-Spanish")) == 3
        assert "fee" not in await found(session, "franco-spanish")
        assert "fee" in await found(session, "100,000")


async def test_claims_are_filtered_by_speaker_and_act(any_database: Database) -> None:
    async with any_database.begin() as session:
        added = await add_ferry(session)
        duarte = await speakers.ensure(session, "Ines Duarte", "person")
        added.claims[0].speaker_id = duarte.id
        text = "The baker said ferries were late, and that bread would be too."
        await articles.add(session, article(text, claims=[claim(text, "baker", "ferries were late")]))

        assert await found(session, "ferries", speaker_ids=[duarte.id]) == ["ferries"]
        assert await found(session, "ferries", acts=["deny", "accuse"]) == ["were", "agreement"]
        assert await found(session, "bread", acts=["deny"]) == []
        said = search.Bounds(speaker_ids=[duarte.id])
        assert await search.newest(session, said, limit=9) == [added.claims[0].id]
        assert await search.of_articles(session, [added.id], said, limit=9) == [added.claims[0].id]


async def test_who_speaks_is_found_by_what_the_source_is_called(any_database: Database) -> None:
    async with any_database.begin() as session:
        added = await add_ferry(session)
        duarte = await speakers.ensure(session, "Ines Duarte", "person")
        added.claims[0].speaker_id = duarte.id
        assert await search.called(session, ["ines", "duarte"]) == [duarte.id]
        assert await search.called(session, ["duarte", "ferries"]) == []
        assert await search.called(session, ["?"]) == []
        assert await search.speaking(session, ["nobody", "duarte"]) == {duarte.id}
        assert await search.speaking(session, []) == set()
        named = search.Bounds(names=await search.names_of(session, [duarte.id]))
        assert set(await search.claims(session, [["ferries"]], named)) == {added.claims[0].id}


async def test_days_bound_the_day_said_else_the_day_published_where_it_was(any_database: Database) -> None:
    evening = at(6, 23, 30).astimezone(timezone(timedelta(hours=-5)))  # the 6th at half past six there
    late = datetime(2024, 5, 7, 2, tzinfo=UTC).astimezone(
        timezone(timedelta(hours=-5))
    )  # the 6th there still
    async with any_database.begin() as session:
        for published, said in (
            (evening, "2024-05-03"),
            (late, None),
            (None, "2024-05-09"),
            (None, None),
        ):
            text = f"Somebody said ferries sail at {published} {said}."
            one = claim(text, "Somebody", "ferries sail", said_on=said, speaker=f"{said or published}")
            await articles.add(session, article(text, published=published, claims=[one]))

        async def said(**bounds: date) -> list[str | None]:
            hits = await search.claims(session, [["ferries"]], search.Bounds(**bounds))  # type: ignore[arg-type]
            last = await search.newest(session, search.Bounds(**bounds), limit=9)  # type: ignore[arg-type]
            assert set(last) == set(hits)
            days = [one.speaker for one in await claims.by_ids(session, list(hits))]
            return sorted(str(day)[:10] for day in days)

        assert await said(since=date(2024, 5, 6)) == ["2024-05-06", "2024-05-09"]
        assert await said(until=date(2024, 5, 6)) == ["2024-05-03", "2024-05-06"]
        assert await said(since=date(2024, 5, 7), until=date(2024, 5, 8)) == []
        newest = await search.newest(session, search.ANY, limit=9)
        days = [one.speaker for one in await claims.by_ids(session, newest)]
    assert days == ["2024-05-09", str(late), "2024-05-03", "None"]


async def test_words_that_are_no_words_find_nothing(any_database: Database) -> None:
    async with any_database.begin() as session:
        await add_ferry(session)
        assert await search.claims(session, [["?!"], [""]]) == {}
        assert await search.claims(session, [["x" * 5_000]]) == {}
        assert await search.claims(session, [[f"word{number}"] for number in range(500)] + [["ferry"]]) == {}
        assert len(await search.claims(session, [["ferry"]], limit=1)) == 1


async def windows(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(table("claim_search"))) or 0


async def test_what_is_deleted_is_no_longer_found(any_database: Database) -> None:
    async with any_database.begin() as session:
        added = await add_ferry(session)
        assert await windows(session) == 3
        del added.claims[1]
        await session.flush()
        assert await windows(session) == 2
        await session.delete(added)
        await session.flush()
        assert await windows(session) == 0


async def test_an_article_indexed_again_is_found_as_it_now_stands(any_database: Database) -> None:
    async with any_database.begin() as session:
        added = await add_ferry(session)
        added.claims = [claim(FERRY, "Dockers", "any agreement had been signed")]
        added.title = "Submarines"
        await session.flush()
        await search.index(session, added)
        await search.index(session, added)
        assert await windows(session) == 1
        assert await found(session, "submarine") == ["agreement"]


async def test_a_claim_in_pieces_is_found_by_any_of_them_and_in_itself(any_database: Database) -> None:
    text = "“The ferries,” said Duarte, beaming, “return in June.”"
    pieces = [[1, 12], [text.index("return"), text.index("”", 20)]]
    one = claim(text, "Duarte", "The ferries")
    one.content = pieces
    async with any_database.begin() as session:
        await articles.add(session, article(text, claims=[one]))
        for word in ("ferry", "returns", "beam"):
            assert await found(session, word) == ["ferries,”"]
