"""A second language is a second table: a few lines of German."""

from dataclasses import replace
from datetime import date

from bot.extract.dates import ENGLISH, find_timexes
from bot.extract.dates.language import Construction

CLASSES = {
    "calendar": {"gestern": -1, "heute": 0, "morgen": 1},
    "month": {"januar": 1, "februar": 2, "märz": 3, "april": 4},
    "unit": {"tage": "D", "wochen": "W", "monate": "M"},
    "cardinal": {"zwei": 2, "drei": 3},
}
CONSTRUCTIONS = (
    Construction("today", "[calendar]", (("Der Rat tagt [morgen].", "2022-02-21", "DATE", "2022-02-22"),)),
    Construction(
        "month_day",
        "#day '.' [month] #year?",
        (("Der Rat tagt am [4. März].", "2022-02-21", "DATE", "2022-03-04"),),
    ),
    Construction(
        "amount",
        "<count=COUNT> [unit]",
        (("Die Sperre dauerte [drei Wochen].", "2022-02-21", "DURATION", "P3W"),),
    ),
)
GERMAN = replace(
    ENGLISH, name="German", classes=CLASSES, parts={"COUNT": "[cardinal] | #day"}, constructions=CONSTRUCTIONS
)


def test_a_table_of_another_language_is_enough_to_read_its_dates() -> None:
    text = "Der Rat tagte gestern und tagt am 3. April 2022 wieder; die Sperre dauerte zwei Wochen."
    found = find_timexes(text, date(2022, 2, 21), language=GERMAN)
    assert [(text[t.start : t.end], t.value) for t in found] == [
        ("gestern", "2022-02-20"),
        ("3. April 2022", "2022-04-03"),
        ("zwei Wochen", "P2W"),
    ]


def test_each_language_reads_its_own_words_only() -> None:
    assert find_timexes("They met yesterday.", date(2022, 2, 21), language=GERMAN) == ()
    assert find_timexes("Sie kommen heute.", date(2022, 2, 21)) == ()
