"""Names that stand for one another in the news: a country, its people, its capital, its seat of government.

"What did Moscow say" asks for the Kremlin's words and the Russian foreign ministry's alike.
"""

from functools import cache, lru_cache

from bot.words import words

TABLE = """
    Afghanistan, Afghan, Kabul, Taliban
    Argentina, Argentine, Buenos Aires, Casa Rosada
    Australia, Australian, Canberra
    Austria, Austrian, Vienna
    Bangladesh, Bangladeshi, Dhaka
    Belarus, Belarusian, Minsk
    Belgium, Belgian
    Brazil, Brazilian, Brasilia
    Burma, Myanmar, Burmese, Naypyidaw
    Canada, Canadian, Ottawa
    Chile, Chilean, Santiago
    China, Chinese, Beijing, Zhongnanhai
    Colombia, Colombian, Bogota
    Cuba, Cuban, Havana
    Czech Republic, Czechia, Czech, Prague
    Denmark, Danish, Copenhagen
    Egypt, Egyptian, Cairo
    Ethiopia, Ethiopian, Addis Ababa
    European Union, EU, Europe, European, Brussels, European Commission, Berlaymont
    Finland, Finnish, Helsinki
    France, French, Paris, Elysee, Elysee Palace, Quai d'Orsay
    Germany, German, Berlin, Chancellery, Bundestag
    Greece, Greek, Athens
    Hungary, Hungarian, Budapest
    India, Indian, New Delhi, Delhi
    Indonesia, Indonesian, Jakarta
    Iran, Iranian, Tehran
    Iraq, Iraqi, Baghdad
    Ireland, Irish, Dublin
    Israel, Israeli, Jerusalem, Knesset
    Italy, Italian, Rome, Quirinal, Palazzo Chigi
    Japan, Japanese, Tokyo
    Kenya, Kenyan, Nairobi
    Lebanon, Lebanese, Beirut
    Mexico, Mexican, Mexico City
    NATO, North Atlantic Treaty Organization, Atlantic alliance
    Netherlands, Dutch, The Hague
    New Zealand, Wellington
    Nigeria, Nigerian, Abuja
    North Korea, North Korean, Pyongyang, DPRK
    Norway, Norwegian, Oslo
    Pakistan, Pakistani, Islamabad
    Palestinian Authority, Palestinian, Ramallah
    Philippines, Philippine, Filipino, Manila, Malacanang
    Poland, Polish, Warsaw
    Portugal, Portuguese, Lisbon
    Qatar, Qatari, Doha
    Romania, Romanian, Bucharest
    Russia, Russian, Moscow, Kremlin, State Duma
    Saudi Arabia, Saudi, Saudis, Riyadh
    Serbia, Serbian, Belgrade
    South Africa, South African, Pretoria
    South Korea, South Korean, Seoul, Blue House
    Spain, Spanish, Madrid, Moncloa
    Sudan, Sudanese, Khartoum
    Sweden, Swedish, Stockholm
    Switzerland, Swiss, Bern
    Syria, Syrian, Damascus
    Taiwan, Taiwanese, Taipei
    Thailand, Thai, Bangkok
    Turkey, Turkiye, Turkish, Ankara
    Ukraine, Ukrainian, Kyiv, Kiev
    United Kingdom, UK, Britain, British, London, Downing Street, Whitehall
    United Nations, UN
    United States, US, USA, America, American, Washington, White House, State Department
    Federal Reserve, Fed
    International Monetary Fund, IMF
    Pentagon, Department of Defense, Defense Department
    Vatican, Holy See
    Venezuela, Venezuelan, Caracas
    Vietnam, Vietnamese, Hanoi
    World Health Organization, WHO
"""
"""A row per country or body."""


_OFFICE_WORDS = """
administration ambassador ambassadors army authorities bank cabinet commission commissioner court defence
defense delegation department diplomat diplomats embassy envoy envoys executive forces foreign government
house intelligence lawmakers leaders military minister ministers ministry mission navy negotiators office
officials palace parliament police presidency president security senate side treasury troops
"""
OFFICES = frozenset(_OFFICE_WORDS.split())
"""A body whose name has one of these speaks for its country: the Russian Embassy, not Russian Airlines."""


@cache
def _rows() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    rows: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for line in TABLE.strip().splitlines():
        row = frozenset(tuple(words(name)) for name in line.split(","))
        rows |= dict.fromkeys(row, row)
    return rows


def standing_for(name: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return the names (as folded words) that stand for `name`, itself included; empty for no such name."""
    return _rows().get(name, frozenset())


@lru_cache(maxsize=65_536)
def places_spoken_for(voice: str) -> frozenset[tuple[str, ...]]:
    """Return the names of the table in whose name a body or country of this name speaks."""
    parts = words(voice)
    if tuple(parts) in _rows() or not OFFICES.isdisjoint(parts):
        runs = {tuple(parts[first:last]) for last in range(len(parts) + 1) for first in range(last)}
        return frozenset(runs & _rows().keys())
    return frozenset()


def country_of(voice: str) -> str | None:
    """Return for which country or body a name speaks: Russia for the Kremlin; None for itself."""
    places = places_spoken_for(voice)
    heads = [line.strip().split(", ")[0] for line in TABLE.strip().splitlines()]
    found = [head for head in heads if places & standing_for(tuple(words(head)))]
    return found[0] if len(found) == 1 and words(found[0]) != words(voice) else None
