"""The tables of English: words, how they combine into dates and times, tense, what announces an event."""

from bot.extract.dates.english import cues, tense
from bot.extract.dates.english.constructions import CONSTRUCTIONS, PARTS
from bot.extract.dates.english.words import ABBREVIATIONS, CAPITALISED, CLASSES, UPPER
from bot.extract.dates.language import Language

__all__ = ["ENGLISH"]

ENGLISH = Language("English", CLASSES, PARTS, CONSTRUCTIONS, ABBREVIATIONS, CAPITALISED, UPPER, tense, cues)
