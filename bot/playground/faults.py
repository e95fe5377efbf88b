"""Failures on demand, to see what the bot makes of them."""

from dataclasses import dataclass, field
from typing import Literal

from bot.playground.wire import ApiError, Json


class DroppedError(Exception):
    """The connection is to be closed in the middle of the answer."""


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next `times` calls of `method` (`*` is any).

    `delay` seconds pass first. Then the call is answered with `code` and `description`, or the connection
    is dropped (`drop`), or, with neither, it goes through. `after` lets the call do its work and only then
    fails, as when an answer is lost on its way.
    """

    method: str
    times: int = 1
    code: int | None = None
    description: str = ""
    parameters: Json = field(default_factory=dict)
    delay: float = 0.0
    drop: bool = False
    when: Literal["before", "after"] = "before"

    def strike(self) -> None:
        """Raise what this fault stands for."""
        if self.drop:
            raise DroppedError
        if self.code is not None:
            text = self.description or _TEXTS.get(self.code, "Internal Server Error")
            raise ApiError(self.code, text, self.parameters)


_TEXTS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    429: "Too Many Requests: retry after 1",
    502: "Bad Gateway",
}


class Faults:
    """The faults that are still to come."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Order a fault."""
        self._faults.append(fault)

    def clear(self) -> None:
        """Take back all that has not happened yet."""
        self._faults.clear()

    def next(self, method: str) -> Fault | None:
        """Return the fault this call meets, used up by one; None if it meets none."""
        for fault in self._faults:
            if fault.method == "*" or fault.method.lower() == method.lower():
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None
