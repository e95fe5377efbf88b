"""The tables of English: words, how they combine into dates and times, tense, what announces an event."""
