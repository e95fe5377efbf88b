"""A year lived through the clock: are all reminders sent in their minute? `python -m tests.benchmarks.year`.

The oracle shares no code with the program: it looks for the first minute at which a wall clock in the
chat's zone shows what it should, by asking what a minute is locally and never the other way round.
"""

import asyncio
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.track import following
from bot.track.dispatch import Dispatcher
from bot.track.pacing import Pacer
from bot.track.results import Outcome, Sent
from storage import chats
from storage.models import Delivery, Event
from storage.session import AsyncSession, Database

ZONES = (
    "UTC", "Europe/London", "Europe/Dublin", "Europe/Paris", "Europe/Kyiv", "Europe/Moscow",
    "Europe/Istanbul", "Africa/Cairo", "Africa/Casablanca", "Africa/Lagos", "Africa/Nairobi",
    "Africa/Johannesburg", "Asia/Jerusalem", "Asia/Beirut", "Asia/Tehran", "Asia/Dubai", "Asia/Kabul",
    "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok",
    "Asia/Shanghai", "Asia/Tokyo", "Australia/Adelaide", "Australia/Sydney", "Australia/Lord_Howe",
    "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Pacific/Honolulu", "America/Anchorage",
    "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Halifax",
    "America/St_Johns", "America/Santiago",
)  # fmt: skip
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = 365
HOURS = ("00:00", "00:30", "01:15", "02:00", "02:30", "03:00", "07:00", "09:00", "12:45", "18:00", "23:59")
LEADS = (["1d", "0d", "1h"], ["7d", "0d"], ["0d"], ["3d", "1d", "2h", "30m"], ["1d", "90m"])
FOLLOWED = 30  # events of each user
MINUTE = timedelta(minutes=1)
_UNITS = {"d": 1440, "h": 60, "m": 1}


class SetClock:
    """A clock that stands where it is set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """Return where it is set."""
        return self.at


@dataclass(frozen=True)
class User:
    """A chat with its settings."""

    id: int
    zone: str
    hour: str
    leads: tuple[str, ...]


@dataclass(frozen=True)
class Due:
    """An event: its day, or its clock time in a zone."""

    day: date
    time: str | None
    zone: str | None
    held_in: str | None


@dataclass
class Year:
    """What was to be sent and what was: (chat, event, lead) and the instants."""

    wanted: dict[tuple[int, int, str], datetime] = field(default_factory=dict)
    sent: dict[tuple[int, int, str], list[datetime]] = field(default_factory=dict)

    def wrong(self) -> list[str]:
        """Return what was not sent in its minute, or not once, or without being owed."""
        out = []
        for key in sorted(self.wanted.keys() | self.sent.keys()):
            wanted, sent = self.wanted.get(key), self.sent.get(key, [])
            on_time = wanted is not None and len(sent) == 1 and timedelta(0) <= sent[0] - wanted < MINUTE
            if not on_time:
                out.append(f"{key}: wanted {wanted}, sent {[str(at) for at in sent]}")
        return out


def wall(at: datetime, zone: str) -> datetime:
    """Return what a clock in the zone shows at an instant."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


@cache
def shown(zone: str, local: datetime) -> datetime:
    """Return the first minute at which a clock in the zone shows `local`; where none does, one gap later."""
    # No zone is off by other than quarters of an hour; the farther ahead it is, the earlier it shows a time.
    for quarters in range(60, -60, -1):
        at = local.replace(tzinfo=UTC) - 15 * quarters * MINUTE
        if wall(at, zone) == local:
            return at
    first = local.replace(tzinfo=UTC) - timedelta(hours=16)
    for before, after in pairwise(first + MINUTE * n for n in range(32 * 60)):
        if wall(before, zone) < local < wall(after, zone):
            return shown(zone, local + (wall(after, zone) - wall(before, zone) - MINUTE))
    raise AssertionError(f"{zone} never shows {local}")


def morning(user: User, day: date, place: str | None) -> datetime:
    """Return when the user's hour falls on a day at the place, in the user's own zone where there is none."""
    near = [shown(user.zone, datetime.combine(day + timedelta(days=n), time.fromisoformat(user.hour)))
            for n in (-1, 0, 1)]  # fmt: skip
    there = [at for at in near if place is not None and wall(at, place).date() == day]
    return there[0] if there else near[1]


def oracle(user: User, event: Due, now: datetime) -> Iterator[tuple[str, datetime]]:
    """Yield each reminder the user should get, nearest to the event last to claim a shared instant."""
    start = None
    if event.time and event.zone:
        start = shown(event.zone, datetime.combine(event.day, time.fromisoformat(event.time)))
    day = wall(start, user.zone).date() if start else event.day
    place = None if start else event.held_in
    at: dict[datetime, tuple[float, str]] = {}
    for lead in user.leads:
        minutes = int(lead[:-1]) * _UNITS[lead[-1]]
        if lead.endswith("d"):
            due = morning(user, day - timedelta(days=int(lead[:-1])), place)
            due = min(due, start) if start else due
        elif start:
            due = start - MINUTE * minutes
        else:
            continue
        if due > now:
            at[due] = min(at.get(due, (9e9, "")), (minutes, lead))
    after = morning(user, day + timedelta(days=1), place)
    if after > now:
        at[after] = (-1, "after")
    for due, (_, lead) in at.items():
        yield lead, due


def people(number: int, chance: random.Random) -> list[User]:
    """Make users over all zones."""
    return [
        User(n + 1, ZONES[n % len(ZONES)], chance.choice(HOURS), tuple(chance.choice(LEADS)))
        for n in range(number)
    ]


def events(number: int, chance: random.Random) -> list[Due]:
    """Make events over the year: days, days at a place, clock times in a zone."""
    out = []
    for _ in range(number):
        day = (BEGIN + timedelta(days=chance.randrange(8, DAYS))).date()
        kind = chance.randrange(3)
        out.append(
            Due(
                day,
                chance.choice(HOURS) if kind == 0 else None,
                chance.choice(ZONES) if kind == 0 else None,
                chance.choice(ZONES) if kind == 1 else None,
            )
        )
    return out


async def live(database: Database, users: Sequence[User], dues: Sequence[Due], chance: random.Random) -> Year:
    """File the events, let each user follow some, and move the clock from one due instant to the next."""
    year, clock = Year(), SetClock(BEGIN)

    async def send(message: Sequence[Delivery]) -> Outcome:
        for one in message:
            year.sent.setdefault((one.chat_id, one.event_id or 0, one.detail["lead"]), []).append(clock.at)
        return Sent()

    async def at_once(_seconds: float) -> None: ...

    async with database.begin() as session:
        ids = await _add(session, users, dues)
    for user in users:
        async with database.begin() as session:
            for number in chance.sample(range(len(dues)), min(FOLLOWED, len(dues))):
                await following.follow(session, user.id, "event", ids[number], now=clock.at)
                for lead, at in oracle(user, dues[number], clock.at):
                    year.wanted[user.id, ids[number], lead] = at
    dispatcher = Dispatcher(database, clock, send, Pacer(timer=lambda: clock.at.timestamp(), sleep=at_once))
    while (due := await dispatcher.next_due()) is not None:
        clock.at = max(due, clock.at)
        await dispatcher.run_due()
    return year


async def _add(session: AsyncSession, users: Sequence[User], dues: Sequence[Due]) -> list[int]:
    for user in users:
        chat = await chats.ensure(session, user.id, BEGIN, chats.Defaults(user.hour, user.leads))
        chat.zone = user.zone
    rows = [
        Event(
            what="something due",
            date=due.day.isoformat(),
            time=due.time,
            zone=due.zone,
            precision="instant" if due.time else "day",
            status="scheduled",
            first_day=due.day,
            last_day=due.day,
            held_in=due.held_in,
            updated_at=BEGIN,
        )
        for due in dues
    ]
    session.add_all(rows)
    await session.flush()
    return [row.id for row in rows]


async def simulate(number_of_users: int, number_of_events: int, seed: int = 1) -> Year:
    """Live through a year of so many users and events."""
    chance = random.Random(seed)  # noqa: S311 - the same year each time
    users, dues = people(number_of_users, chance), events(number_of_events, chance)
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(f"sqlite:///{Path(folder) / 'year.db'}")
        try:
            return await live(database, users, dues, chance)
        finally:
            await database.close()


def main() -> None:
    """Print how many reminders there were and how many did not come in their minute."""
    users, dues = (int(word) for word in sys.argv[1:3] or ("500", "5000"))
    year = asyncio.run(simulate(users, dues))
    wrong = year.wrong()
    print(f"{users} users in {len(ZONES)} zones, {dues} events, {len(year.wanted)} reminders:")  # noqa: T201 - what it is run for
    print(f"{len(year.wanted) - len(wrong)} in their minute, {len(wrong)} wrong", *wrong[:10], sep="\n")  # noqa: T201 - the same


if __name__ == "__main__":
    main()
