"""The one source of "now"."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Whatever tells the time. Every part of the program that needs it is handed one."""

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the machine's instant, in UTC."""
        return datetime.now(UTC)


class MovableClock:
    """A clock that runs at the machine's pace and can be set to any instant: for the playground and tests."""

    def __init__(self, start: datetime | None = None) -> None:
        self._offset = timedelta(0) if start is None else start - datetime.now(UTC)
        self._watchers: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Return the moved instant, in UTC."""
        return datetime.now(UTC) + self._offset

    def move_to(self, instant: datetime) -> None:
        """Make `instant` (aware) the present, and tell whoever watches."""
        self._offset = instant - datetime.now(UTC)
        for watcher in self._watchers:
            watcher()

    def on_move(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` after every move, so that what waits for an instant can look again."""
        self._watchers.append(watcher)
