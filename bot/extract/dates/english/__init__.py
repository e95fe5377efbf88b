"""The tables of English: its words, how they combine into temporal expressions, tense and what announces an event."""
