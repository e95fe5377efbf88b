"""The playground's own doors, for its page and for tests: JSON over HTTP under `/playground/`."""

from bot.playground.control import chats, clock, following, messages, samples, trouble

ROUTES = [
    *chats.ROUTES,
    *messages.ROUTES,
    *samples.ROUTES,
    *clock.ROUTES,
    *following.ROUTES,
    *trouble.ROUTES,
]
