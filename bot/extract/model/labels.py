"""What the heads of the model tell of every word. Training and reading take these from here alone."""

CUE = ("O", "B", "I")
"""Whether a word begins or continues the words that attribute."""

ROLE = ("O", "B-source", "I-source", "B-content", "I-content")
"""What a word is to one given cue."""

NAME = ("O", "B-person", "I-person", "B-body", "I-body", "B-place", "I-place", "B-other", "I-other")
"""What is named."""


def transitions(labels: tuple[str, ...]) -> list[list[bool]]:
    """Return whether label `j` may follow label `i`: an inside label only its own begin or inside.

    The last row is for what may come first.
    """

    def may_follow(before: str, after: str) -> bool:
        return not after.startswith("I") or (before[1:] == after[1:] and before != "O")

    rows = [[may_follow(before, after) for after in labels] for before in labels]
    return [*rows, [not after.startswith("I") for after in labels]]
