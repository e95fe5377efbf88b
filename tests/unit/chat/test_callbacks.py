import pytest

from bot.chat import callbacks
from bot.chat.registry import PRESSES, SHAPES


def test_what_is_packed_is_parsed_again() -> None:
    data = callbacks.pack("snooze", 12, "evening")

    assert callbacks.parse(data, SHAPES) == ("snooze", (12, "evening"))


@pytest.mark.parametrize(
    "data",
    [
        "",
        "snooze",  # fields are missing
        "snooze|12|evening|3",  # one too many
        "snooze|twelve|evening",
        "snooze|-1|evening",
        "snooze|12|<b>",
        "snooze|99999999999|evening",  # more than a row's id can be
        "snooze|١٢|evening",  # digits of another script
        "shout|12",  # a verb of another version
        "card|1\n",
    ],
)
def test_data_of_no_known_shape_is_refused(data: str) -> None:
    assert callbacks.parse(data, SHAPES) is None


def test_data_telegram_would_refuse_is_never_sent() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        callbacks.pack("zone", "A" * 64)


def test_the_longest_zone_name_fits_on_a_button() -> None:
    from zoneinfo import available_timezones

    for name in available_timezones():
        assert callbacks.parse(callbacks.pack("zone", name), SHAPES) == ("zone", (name,))


def test_pages_lead_back_and_on() -> None:
    first = callbacks.pages("claims", 7, offset=0, size=5, more=True)
    last = callbacks.pages("claims", 7, offset=5, size=5, more=False)

    assert [one.callback_data for one in first] == ["claims|7|5"]
    assert [one.callback_data for one in last] == ["claims|7|0"]


def test_every_verb_used_on_a_button_has_something_to_do() -> None:
    import re
    from pathlib import Path

    folder = Path(callbacks.__file__).parent
    label = r'(?:f?"[^"\n]*"|[\w.\[\]]+)'
    used = {
        verb
        for file in folder.glob("*.py")
        for verb in re.findall(rf'(?:\bbutton\({label}, |pages\()"(\w+)"', file.read_text())
    }

    assert len(used) > 15
    assert used <= set(PRESSES)
