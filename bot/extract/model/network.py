"""The shipped network, run by onnxruntime on one core; see training/ for how it was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from bot.extract.model.decode import Range, Scores
from bot.extract.model.windows import PLAIN, Window, ends

LONGEST = 254
"""Pieces of a text that is embedded."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """The words of a window: their vectors (words, size) and scores (words, labels) as cues and as names."""

    words: Scores
    cues: Scores
    names: Scores


class Network:
    """Weights and vocabulary in memory. Its methods may be called from several threads at once."""

    def __init__(self) -> None:
        weights = files("bot.extract.model") / "weights"
        self.tokenizer: Tokenizer = Tokenizer.from_str((weights / "tokenizer.json").read_text("utf-8"))
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._encoder, self._arguments = (
            InferenceSession((weights / name).read_bytes(), options, providers=["CPUExecutionProvider"])
            for name in ("encoder.onnx", "arguments.onnx")
        )

    def encode(self, window: Window) -> Encoded:
        """Read one window."""
        pieces, cues, names = self._run(window.ids, window.cases)
        firsts = np.array(window.first_pieces)
        return Encoded(pieces[firsts], cues[firsts], names[firsts])

    def roles(self, encoded: Encoded, cues: Sequence[Range]) -> Scores:
        """Return scores (cues, words, roles) of what every word of a window is to each cue."""
        first = np.array([first for first, _ in cues], dtype=np.int64)
        last = np.array([end - 1 for _, end in cues], dtype=np.int64)
        scores: Scores = self._arguments.run(None, {"words": encoded.words, "first": first, "last": last})[0]
        return scores

    def embed(self, text: str) -> Scores:
        """Return the unit embedding (size) of a short text; what is beyond LONGEST pieces is not seen."""
        opening, closing = ends(self.tokenizer)
        ids = [opening, *self.tokenizer.encode(text, add_special_tokens=False).ids[: LONGEST - 2], closing]
        mean: Scores = self._run(ids, [PLAIN] * len(ids))[0].mean(axis=0)
        return mean / np.float32(np.linalg.norm(mean))

    def _run(self, ids: Sequence[int], cases: Sequence[int]) -> tuple[Scores, Scores, Scores]:
        fed = {"ids": np.array(ids, dtype=np.int64), "cases": np.array(cases, dtype=np.int64)}
        pieces, cues, names = self._encoder.run(None, fed)
        return pieces, cues, names


@cache
def network() -> Network:
    """Return the shipped network, loaded when it is first asked for."""
    return Network()
