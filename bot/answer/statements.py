"""Claims set side by side: the same said again, and one denying what another holds."""

from collections.abc import Sequence

from bot.answer.query import Dispute
from bot.words import stems
from storage.models import Claim

_SAME = 0.75  # the share of the shorter one's words that a repeat shares
_FEWEST = 4  # words that tell one statement from another
_DENIED = 0.5  # the share of a denial's words that stand in what it denies
_AGAINST = ("deny", "refuse")
_FOR = ("state", "confirm", "accuse", "believe", "expect", "promise", "accept", "plan", "demand", "warn")


def folded(found: Sequence[Claim]) -> tuple[list[Claim], dict[int, tuple[Claim, ...]]]:
    """Return the claims without those that repeat an earlier one of the same speaker, and these by its id."""
    leading: list[tuple[Claim, frozenset[str]]] = []
    repeats: dict[int, list[Claim]] = {}
    for claim in found:
        words = _words(claim)
        for other, known in leading:
            if (
                claim.speaker_id == other.speaker_id
                and claim.act == other.act
                and _share(words, known) >= _SAME
            ):
                repeats.setdefault(other.id, []).append(claim)
                break
        else:
            leading.append((claim, words))
    return [claim for claim, _ in leading], {one: tuple(again) for one, again in repeats.items()}


def disputes(found: Sequence[Claim]) -> list[Dispute]:
    """Return pairs of claims of which the one denies what the other holds, each claim in one pair at most."""
    pairs: list[Dispute] = []
    paired: set[int] = set()
    said = {claim.id: _words(claim) for claim in found if claim.act in _FOR}
    for denial in found:
        words = _words(denial) if denial.act in _AGAINST else frozenset()
        if len(words) < _FEWEST // 2:
            continue
        shares = {
            other: len(words & held) / len(words) for other, held in said.items() if other not in paired
        }
        best = max(shares, key=lambda one: shares[one], default=None)
        if best is not None and shares[best] >= _DENIED:
            held = next(claim for claim in found if claim.id == best)
            pairs.append(Dispute(held, denial))
            paired |= {held.id, denial.id}
    return pairs


def _words(claim: Claim) -> frozenset[str]:
    return frozenset(stems(" ".join(claim.article.text[start:end] for start, end in claim.content)))


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    fewest = min(len(words), len(others))
    return len(words & others) / fewest if fewest >= _FEWEST else float(words == others)
