"""The shipped network, run by onnxruntime on one core; see training/ for how it was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from bot.extract.model.decode import Range, Scores
from bot.extract.model.windows import Window


@dataclass(frozen=True, slots=True)
class Encoded:
    """The words of a window: their vectors (words, size) and scores (words, labels) as cues."""

    words: Scores
    cues: Scores


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
        fed = {"ids": np.array(window.ids, np.int64), "cases": np.array(window.cases, np.int64)}
        pieces, cues = self._encoder.run(None, fed)
        firsts = np.array(window.first_pieces)
        return Encoded(pieces[firsts], cues[firsts])

    def roles(self, encoded: Encoded, cues: Sequence[Range]) -> Scores:
        """Return scores (cues, words, roles) of what every word of a window is to each cue."""
        first = np.array([first for first, _ in cues], dtype=np.int64)
        last = np.array([end - 1 for _, end in cues], dtype=np.int64)
        scores: Scores = self._arguments.run(None, {"words": encoded.words, "first": first, "last": last})[0]
        return scores


@cache
def network() -> Network:
    """Return the shipped network, loaded when it is first asked for."""
    return Network()
