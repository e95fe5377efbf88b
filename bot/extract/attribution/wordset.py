"""Word lists as one can read them."""


def wordset(words: str) -> frozenset[str]:
    """Return the words of `words`, which stand between white space."""
    return frozenset(words.split())
