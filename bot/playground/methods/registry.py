"""Which function answers which method of the Bot API."""

from collections.abc import Awaitable, Callable

from bot.playground.parameters import Parameters
from bot.playground.state import Playground

# What a method returns is the `result` of the answer: an object, a list, a string, a number or True.
Method = Callable[[Playground, Parameters], Awaitable[object]]
METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register a function under the method's name; Telegram ignores the case of names."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = function
        return function

    return register
