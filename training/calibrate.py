"""Fit how often the reader is right to its own probabilities, on articles it was not trained on."""

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from bot.extract.model.calibration import log_odds
from training.corpus import Document
from training.measure import Found, find
from training.network import Reader
from training.score import overlaps, same_source


def calibrate(reader: Reader, documents: Sequence[Document], tokenizer: Tokenizer, path: Path) -> None:
    """Write the weights of the log odds (Platt, 1999) as JSON.

    Raises SystemExit where the reader finds nothing yet.
    """
    odds: list[list[float]] = []
    right: list[float] = []
    for document, found in zip(documents, find(reader, documents, tokenizer), strict=True):
        odds += [[1.0, *map(log_odds, one.likelihoods)] for one in found]
        right += _right(document, found)
    if not odds:
        raise SystemExit("Nothing is found yet: train for more epochs.")
    weights = _logistic(torch.tensor(odds, dtype=torch.float64), torch.tensor(right, dtype=torch.float64))
    intercept, *others = (round(float(w), 4) for w in weights)
    path.write_text(json.dumps({"intercept": intercept, "weights": others}) + "\n", "utf-8")


def _right(document: Document, found: Sequence[Found]) -> list[float]:
    wanted = [one for one in document["attributions"] if one["content"]]
    parts = [one.parts for one in found]
    hits = {j for _, i, j in overlaps(wanted, parts) if same_source(wanted[i], parts[j])}
    return [float(j in hits) for j in range(len(found))]


def _logistic(x: torch.Tensor, y: torch.Tensor, steps: int = 30) -> torch.Tensor:
    """Return the weights of a logistic regression (iteratively reweighted least squares)."""
    weights = torch.zeros(x.shape[1], dtype=x.dtype)
    ridge = 1e-3 * torch.eye(x.shape[1], dtype=x.dtype)
    for _ in range(steps):
        p = (x @ weights).sigmoid()
        weights += torch.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (y - p))
    return weights
