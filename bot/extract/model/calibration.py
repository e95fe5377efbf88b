"""From the network's own probabilities to how often it is right: fitted on articles it was not trained on."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log


@dataclass(frozen=True, slots=True)
class Calibration:
    """`intercept` and `weights` turn the log odds of the three parts into the whole’s (Platt 1999)."""

    intercept: float
    weights: tuple[float, float, float]

    def confidence(self, likelihoods: Sequence[float]) -> float:
        """Return how likely an attribution is right in words and source, given those of its parts."""
        odds = (log_odds(p) for p in likelihoods)
        return 1 / (1 + exp(-self.intercept - sum(w * x for w, x in zip(self.weights, odds, strict=True))))


def log_odds(p: float) -> float:
    """Return the log odds of a probability, kept within what a network can be believed."""
    p = min(max(p, 1e-3), 1 - 1e-3)
    return log(p / (1 - p))


@cache
def calibration() -> Calibration:
    """Return what was fitted for the shipped weights."""
    read = json.loads((files("bot.extract.model") / "weights" / "calibration.json").read_text("utf-8"))
    return Calibration(read["intercept"], tuple(read["weights"]))
