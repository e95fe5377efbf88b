"""Verbs a question may use, and the acts they ask for."""

from bot.extract.reading import Act
from bot.words import stem

_VERBS: dict[Act, str] = {
    "deny": "deny denied denies disputed disputes dispute rebut rebutted",
    "confirm": "confirm confirmed confirms admit admitted acknowledge acknowledged concede conceded",
    "accept": "accept accepted agreed endorse endorsed",
    "refuse": "refuse refused reject rejected rejects decline declined oppose opposed opposes",
    "demand": "demand demanded demands urge urged urges insist insisted",
    "propose": "propose proposed proposes recommend recommended",
    "promise": "promise promised promises pledge pledged pledges vow vowed vows",
    "warn": "warn warned warns threaten threatened threatens",
    "accuse": "accuse accused accuses blame blamed blames criticize criticized criticise criticised condemn "
    "condemned attack denounce denounced",
    "praise": "praise praised praises applaud applauded hail hailed welcome welcomed",
    "expect": "expect expected expects predict predicted predicts",
}

ACT_OF: dict[str, Act] = {stem(verb): act for act, verbs in _VERBS.items() for verb in verbs.split()}
"""The act asked for by a stem of a verb of the question."""

_SAYING = """
say said says saying tell told tells telling talk talked talking speak spoke speaking state stated
statement statements claim claimed claims comment commented comments remark remarks announce announced
respond responded response react reacted reaction reactions reply replied answer answered mention
mentioned think thought thinks believe believed believes want wanted wants call called calls describe
described argue argued opinion view views position stance quote quoted quotes words word write wrote
explain explained add added mean meant hear heard news latest happen happened happening record
know known show find update updates concerning regarding
"""
SAYING = frozenset(map(stem, _SAYING.split()))
"""Stems of words that ask for anything said: they name no topic."""
