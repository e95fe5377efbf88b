"""/speaker: the names a speaker goes by, whom it speaks for, and a person's word on who is who."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton

from bot.answer.places import country_of
from bot.chat import dates
from bot.chat.callbacks import button, keyboard
from bot.chat.card import GONE
from bot.chat.render import bold, capitalised, escape, fit, shorten, title_link
from bot.chat.turn import Command, Press, Reply, Turn, Who
from storage import claims, rulings, speakers
from storage.identity import Why
from storage.models import Ruling, Speaker

WHO: Who = "anyone"
"""Who may say that two names are one speaker's or two."""

AWAITING = "same"
LONGEST = 100  # characters of a name
NAMES = 8  # shown of one speaker
OFFERED = 6
LABEL = 24  # characters of a name on a button

WHY: dict[Why, str] = {
    "fuller": "the same name, longer or shorter",
    "surname": "nobody else on record bears that surname",
    "known": "everybody knows it by both",
    "initials": "an article gives these initials",
    "person": "somebody said so",
}


async def find(turn: Turn) -> Reply:
    """Show the speaker of that name; of several, ask which."""
    words = " ".join(turn.words.split())
    if not words or len(words) > LONGEST:
        return Reply("Whom do you mean? Give me a name, as in /speaker Ada Lund.")
    named = await speakers.named(turn.session, [words])
    if not named:
        return Reply(
            f"Nobody on record is called {bold(words)}. A name is here once an article quotes its bearer."
        )
    if len(named) == 1:
        return await screen(turn, named[0].id)
    return Reply(f"{bold(words)} may be one of these:", keyboard(*_choices(named, "speaker")))


async def screen(turn: Turn, speaker_id: int, toast: str | None = None) -> Reply:
    """Return what is on record of a speaker's names, with buttons to put it right."""
    names = await speakers.going_by(turn.session, [speaker_id])
    if not names:
        return GONE
    shown, others, ids = names[0], names[1 : NAMES + 1], [name.id for name in names]
    counts = await claims.count_by_speaker(turn.session, ids)
    said = (await rulings.of(turn.session, ids))[:NAMES]
    blocks = [
        f"{bold(capitalised(shown.name))}\n{_claims(sum(counts.values()))}",
        "\n".join(await _speaks_for(turn, names)),
        await _goes_by(turn, others, counts) or await _may_be(turn, ids),
        "\n".join(f"• {_by(turn, one)}: {escape(_words(one))}." for one in said),
    ]
    splits = [[button(f"Split off “{shorten(n.name, LABEL)}”", "split", n.id, shown.id)] for n in others]
    undoes = [[button(shorten(f"Undo: {_words(one)}", 60), "undo", one.id, shown.id)] for one in said]
    last = [button("Same as …", "same", shown.id), button("Follow", "follow", "speaker", shown.id)]
    return Reply(fit(blocks), keyboard(*splits, *undoes, last), toast=toast)


async def who(turn: Turn, speaker_id: int) -> Reply:
    """Show a speaker under the claim it was asked from."""
    shown = await screen(turn, speaker_id)
    return Reply(shown.text, shown.keyboard, fresh=True, toast=shown.toast)


def _claims(number: int) -> str:
    return f"{number} claim{'' if number == 1 else 's'}"


async def _speaks_for(turn: Turn, names: Sequence[Speaker]) -> list[str]:
    """Return a line for each body or country that it speaks for."""
    country = country_of(names[0].name) if names[0].kind in speakers.OWN_VOICE else None
    lines = [f"Speaks for {escape(country)}"] if country else []
    for whom in await speakers.spoken_for(turn.session, [name.id for name in names]):
        country = country_of(whom)
        lines.append(f"Speaks for {escape(whom)}" + (f", and so for {escape(country)}" if country else ""))
    return lines


async def _goes_by(turn: Turn, others: Sequence[Speaker], counts: dict[int, int]) -> str:
    """Return the other names, each with why it is one, and the article that first has it."""
    if not others:
        return ""
    first = await claims.first_by_speaker(turn.session, [name.id for name in others])
    lines = ["<b>Also on record as</b>"]
    for name in others:
        why = WHY.get(name.why or "person", WHY["person"])  # type: ignore[call-overload]  # what is stored is a rule's
        where = f", first in {title_link(first[name.id].article)}" if name.id in first else ""
        lines.append(
            f"• “{escape(shorten(name.name, 80))}”: {_claims(counts.get(name.id, 0))}{where} ({why})"
        )
    return "\n".join(lines)


async def _may_be(turn: Turn, ids: Sequence[int]) -> str:
    """Return who else is met under a name that stands for itself."""
    like = [capitalised(shorten(one.name, 80)) for one in await speakers.namesakes(turn.session, ids)]
    return f"Others of that name on record: {escape(', '.join(like[:OFFERED]))}" if like else ""


def _words(ruling: Ruling) -> str:
    verdict = "is" if ruling.verdict == "same" else "is not"
    return f"“{shorten(ruling.speaker.name, LABEL)}” {verdict} “{shorten(ruling.other.name, LABEL)}”"


def _by(turn: Turn, ruling: Ruling) -> str:
    who = "you" if ruling.chat_id == turn.chat.id else "another reader"
    return f"{dates.day(ruling.at.astimezone(turn.zone).date())}, {who}"


async def split(turn: Turn, name_id: int, shown_id: int) -> Reply:
    """Take a name off the speaker it is shown under: a person says that they are two."""
    name, shown = await speakers.get(turn.session, name_id), await speakers.get(turn.session, shown_id)
    if name is None or shown is None:
        return GONE
    if name.id != shown.id or name_id == shown.id:
        return await screen(turn, shown_id, "They are two already.")
    await rulings.add(turn.session, "two", name_id, shown_id, chat_id=turn.chat.id, now=turn.now)
    return await screen(turn, shown_id, "Noted: they are two.")


async def same(turn: Turn, speaker_id: int) -> Reply:
    """Ask who a speaker is as well: those of a like name are offered, others can be written."""
    names = await speakers.going_by(turn.session, [speaker_id])
    if not names:
        return GONE
    turn.chat.awaiting = {"what": AWAITING, "speaker": names[0].id}
    like = (await speakers.namesakes(turn.session, [name.id for name in names]))[:OFFERED]
    how = "Choose, or write" if like else "Write"
    text = f"Who is {bold(names[0].name)} as well? {how} the name as it is on record."
    rows = [*_choices(like, "join", names[0].id), [button("Nobody else", "speaker", names[0].id)]]
    return Reply(text, keyboard(*rows))


async def told(turn: Turn, speaker_id: int, words: str) -> Reply:
    """Take the name a person wrote as the other name of a speaker."""
    if await speakers.get(turn.session, speaker_id) is None:
        turn.chat.awaiting = None
        return Reply("That speaker is no longer on record.")
    named = await speakers.named(turn.session, [words])
    if not named:
        unknown = f"Nobody on record is called {bold(words)}."
        return Reply(f"{unknown} Write the name as an article has it, or press a button.")
    if len(named) > 1:
        return Reply(f"{bold(words)} may be one of these:", keyboard(*_choices(named, "join", speaker_id)))
    return await join(turn, speaker_id, named[0].id)


async def join(turn: Turn, speaker_id: int, other_id: int) -> Reply:
    """Put two speakers together: a person says that they are one."""
    if turn.chat.awaiting and turn.chat.awaiting.get("what") == AWAITING:
        turn.chat.awaiting = None
    one, other = await speakers.get(turn.session, speaker_id), await speakers.get(turn.session, other_id)
    if one is None or other is None:
        return GONE
    if one.id == other.id:
        return await screen(turn, one.id, "They are one already.")
    await rulings.add(turn.session, "same", one.id, other.id, chat_id=turn.chat.id, now=turn.now)
    return await screen(turn, one.id, "Noted: they are one.")


async def undo(turn: Turn, ruling_id: int, shown_id: int) -> Reply:
    """Take a person's word back."""
    undone = await rulings.undo(turn.session, ruling_id)
    return await screen(turn, shown_id, "Undone." if undone else "That was undone already.")


async def back(turn: Turn, speaker_id: int) -> Reply:
    """Show a speaker in place of what a button was under."""
    if turn.chat.awaiting and turn.chat.awaiting.get("what") == AWAITING:
        turn.chat.awaiting = None
    return await screen(turn, speaker_id)


def _choices(found: Sequence[Speaker], verb: str, *fields: int) -> list[list[InlineKeyboardButton]]:
    return [[button(shorten(one.name, 2 * LABEL), verb, *fields, one.id)] for one in found[:OFFERED]]


COMMANDS = (Command("speaker", "who a name belongs to, and whom it speaks for: /speaker Ada Lund", find),)
PRESSES = (
    Press("who", (int,), who),
    Press("speaker", (int,), back),
    Press("split", (int, int), split, who=WHO),
    Press("same", (int,), same, who=WHO),
    Press("join", (int, int), join, who=WHO),
    Press("undo", (int, int), undo, who=WHO),
)
