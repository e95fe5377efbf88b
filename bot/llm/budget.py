"""How many tokens may be spent in a day."""

from bot.clock import Clock
from bot.llm.failure import Failure


class Budget:
    """Counts the tokens of a day (UTC), in this run of the program.

    What a request may cost at most is set aside before it is sent, so that requests under way together cannot
    exceed the limit.
    """

    def __init__(self, clock: Clock, max_tokens_per_day: int) -> None:
        self._clock = clock
        self._most = max_tokens_per_day
        self._day = clock.now().date()
        self._spent = 0

    def set_aside(self, tokens: int) -> None:
        """Count `tokens` as spent. Raises Failure where so many are not left today."""
        today = self._clock.now().date()
        if today != self._day:
            self._day, self._spent = today, 0
        if self._spent + tokens > self._most:
            raise Failure(f"the {self._most:,} tokens of llm.max_tokens_per_day are spent for today")
        self._spent += tokens

    def settle(self, set_aside: int, used: int) -> None:
        """Count `used` in place of what was set aside."""
        self._spent = max(0, self._spent - set_aside + used)
