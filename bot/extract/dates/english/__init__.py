"""The tables of English: words, how they combine into dates and times, tense, what announces an event."""

from bot.extract.dates.english.constructions import CONSTRUCTIONS, PARTS
from bot.extract.dates.english.cues import CUES
from bot.extract.dates.english.holidays import HOLIDAYS
from bot.extract.dates.english.sense import SENSE
from bot.extract.dates.english.spelling import SPELLING
from bot.extract.dates.english.tense import TENSE
from bot.extract.dates.english.wording import WORDING
from bot.extract.dates.english.words import CLASSES
from bot.extract.dates.language import Language

__all__ = ["ENGLISH"]

ENGLISH = Language(
    "English", CLASSES, PARTS, CONSTRUCTIONS, HOLIDAYS, SPELLING, SENSE, TENSE, CUES, WORDING,
)  # fmt: skip
