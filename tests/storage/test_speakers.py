from storage import speakers
from storage.session import Database


async def ensured(database: Database, *names: tuple[str, str]) -> list[str]:
    """The names under which speakers of these (name, kind) are shown, in the end."""
    async with database.begin() as session:
        found = [await speakers.ensure(session, name, kind) for name, kind in names]
        shown = [await speakers.get(session, speaker.id) for speaker in found]
    return [speaker.name for speaker in shown if speaker]


async def test_one_name_in_any_spelling_is_one_speaker(any_database: Database) -> None:
    names = (("The Élysée", "body"), ("Elysee", "body"), ("the ELYSÉE", "body"))
    assert await ensured(any_database, *names) == ["The Élysée"] * 3


async def test_a_lone_surname_is_the_only_person_who_bears_it(any_database: Database) -> None:
    names = (("Ana Ferreira", "person"), ("Ferreira", "person"))
    assert await ensured(any_database, *names) == ["Ana Ferreira", "Ana Ferreira"]


async def test_a_lone_surname_of_two_people_stands_for_itself(any_database: Database) -> None:
    names = (
        ("Ana Ferreira", "person"),
        ("Rui Ferreira", "person"),
        ("Ferreira", "person"),
        ("Ferreira", "person"),
    )
    assert await ensured(any_database, *names) == ["Ana Ferreira", "Rui Ferreira", "Ferreira", "Ferreira"]


async def test_a_full_name_takes_over_the_surname_that_came_before_it(any_database: Database) -> None:
    names = (("Ferreira", "person"), ("Ana Ferreira", "person"))
    assert await ensured(any_database, *names) == ["Ana Ferreira", "Ana Ferreira"]


async def test_a_surname_stands_for_itself_again_once_a_second_person_bears_it(
    any_database: Database,
) -> None:
    names = (("Ferreira", "person"), ("Ana Ferreira", "person"), ("Rui Ferreira", "person"))
    assert await ensured(any_database, *names) == ["Ferreira", "Ana Ferreira", "Rui Ferreira"]


async def test_a_country_lends_its_name_to_no_person(any_database: Database) -> None:
    names = (("Velmark", "person"), ("Ida Velmark", "person"), ("Velmark", "country"))
    assert await ensured(any_database, *names) == ["Velmark", "Ida Velmark", "Velmark"]


async def test_a_body_is_not_taken_for_a_person_by_its_last_word(any_database: Database) -> None:
    names = (
        ("Bank of Ferreira", "body"),
        ("Ferreira", "person"),
        ("Port Authority", "body"),
        ("Authority", "body"),
    )
    assert await ensured(any_database, *names) == [
        "Bank of Ferreira",
        "Ferreira",
        "Port Authority",
        "Authority",
    ]


async def test_a_surname_may_have_particles_and_a_suffix(any_database: Database) -> None:
    names = (
        ("Anneke van der Meer", "person"),
        ("van der Meer", "person"),
        ("Meer", "person"),
        ("Tom Adeyemi Jr.", "person"),
        ("Adeyemi", "person"),
    )
    assert await ensured(any_database, *names) == ["Anneke van der Meer"] * 3 + ["Tom Adeyemi Jr."] * 2


async def test_a_speaker_is_found_under_every_name(any_database: Database) -> None:
    async with any_database.begin() as session:
        ana = await speakers.ensure(session, "Ana Ferreira", "person")
        port = await speakers.ensure(session, "Port Authority", "body")
    async with any_database.read() as session:
        found = await speakers.named(session, ["FERREIRA", "the port authority", "nobody"])
        by_surname = await speakers.named(session, ["Ferreira"])
        assert await speakers.named(session, []) == []
        assert await speakers.names(session, [ana.id, port.id]) == [
            (ana.id, "ana ferreira"),
            (ana.id, "ferreira"),
            (port.id, "port authority"),
        ]
        assert await speakers.get(session, port.id + 1) is None
    assert [speaker.id for speaker in found] == [ana.id, port.id]
    assert [speaker.id for speaker in by_surname] == [ana.id]
