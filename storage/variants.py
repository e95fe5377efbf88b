"""What is known of names: the short forms, spellings and titles that names on record are compared with."""

_PARTICLES_WORDS = """
al bin da dal de del della den der di dos du el ibn la le ten ter van von zu
"""
PARTICLES = frozenset(_PARTICLES_WORDS.split())
"""Words that belong to the surname they stand before."""

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
"""They tell a son from his father, so a name with one is never the name without it."""

_BEFORE_NAMES_WORDS = """
mr mrs ms miss dr prof sir dame lord lady president chancellor premier senator sen senators representative
rep gov governor congressman congresswoman gen adm col judge justice king queen pope democrat democrats
republican republicans former ex
absent after also and as because before both but despite even first if instead like maybe meanwhile never
now only since still then though unlike when while wherever yet
"""
BEFORE_NAMES = frozenset(_BEFORE_NAMES_WORDS.split())
"""Words before a name that are no part of it: titles, and what opens a sentence."""

ENDINGS = dict.fromkeys(("skyy", "skiy", "skyi", "skyj", "skij", "skii"), "sky")
"""Endings of surnames out of another alphabet, and the one they are compared as; "-ski" is Polish."""

_GIVEN_NAMES = """
    Alexander, Aleksandr, Alexandr
    Andrew, Andy
    Anthony, Tony
    Benjamin, Ben
    Charles, Charlie, Chuck
    Daniel, Dan, Danny
    David, Dave
    Dmitry, Dmitri, Dmitriy
    Donald, Don, Donnie
    Douglas, Doug
    Edward, Ed, Eddie
    Frederick, Fred
    Gregory, Greg
    James, Jim, Jimmy
    Jeffrey, Jeff
    Geoffrey, Geoff
    Joseph, Joe
    Kenneth, Ken
    Lawrence, Larry
    Matthew, Matt
    Michael, Mike
    Mohammed, Mohamed, Mohammad, Muhammad
    Nicholas, Nick
    Peter, Pete
    Philip, Phil
    Richard, Rick, Dick
    Robert, Bob, Bobby, Rob
    Ronald, Ron
    Rudolph, Rudy
    Sergei, Sergey
    Stanley, Stan
    Stephen, Steve
    Steven, Steve
    Susan, Sue
    Thomas, Tom
    Timothy, Tim
    Vincent, Vince
    Walter, Walt
    William, Bill, Will
    Yevgeny, Evgeny, Yevgeni
    Yuri, Yury, Yuriy
"""
"""A full given name and its other forms. Left out is what is short for several ("Alex", "Pat")."""

_ROWS = [line.strip().lower().split(", ") for line in _GIVEN_NAMES.strip().splitlines()]

GIVEN: dict[str, tuple[str, ...]] = {}
for _full, *_short in _ROWS:
    for _one in _short:
        GIVEN[_one] = (*GIVEN.get(_one, ()), _full)

_ALSO_GIVEN_WORDS = """
april august frank george henry jack jordan june keith kim leon martin may neil oscar paul ralph raymond
robin roger roy russell ryan scott simon todd victor
"""
ALSO_GIVEN = frozenset(name for row in _ROWS for name in row) | frozenset(_ALSO_GIVEN_WORDS.split())
"""Surnames that are given names as well: who is called by one alone need not bear it as a surname."""

_KNOWN = """
    United States, US, USA, United States of America, America
    United Kingdom, UK, Great Britain, Britain
    United Arab Emirates, UAE
    Democratic Republic of the Congo, Democratic Republic of Congo, DRC, DR Congo
    Czech Republic, Czechia
    Ivory Coast, Cote d'Ivoire
    Myanmar, Burma
    Netherlands, Holland
    North Korea, DPRK, Democratic People's Republic of Korea
    Turkey, Turkiye
    Central Intelligence Agency, CIA
    European Central Bank, ECB
    European Union, EU
    Federal Bureau of Investigation, FBI
    Federal Reserve, Fed
    International Atomic Energy Agency, IAEA
    International Monetary Fund, IMF
    NATO, North Atlantic Treaty Organization
    Organization for Security and Co-operation in Europe, OSCE
    United Nations, UN
    World Health Organization, WHO
    World Trade Organization, WTO
"""
"""Countries and bodies that everybody knows by more than one name, the name they are shown under first."""

KNOWN_ROWS: tuple[tuple[str, ...], ...] = tuple(
    tuple(name.strip() for name in line.split(", ")) for line in _KNOWN.strip().splitlines()
)
