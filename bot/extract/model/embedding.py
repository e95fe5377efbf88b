"""Sentence embeddings for search and stories: all-MiniLM-L6-v2 as it was published, in 8 bits."""

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from bot.extract.model.windows import ends

LONGEST = 254
"""Pieces of a text that are seen."""

SIZE = 384
"""Numbers in an embedding."""

Embedding = NDArray[np.float32]


class Embedder:
    """Weights and vocabulary in memory. `embed` may be called from several threads at once."""

    def __init__(self) -> None:
        weights = files("bot.extract.model") / "weights"
        self._tokenizer: Tokenizer = Tokenizer.from_str((weights / "tokenizer.json").read_text("utf-8"))
        self._ends = ends(self._tokenizer)
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = InferenceSession(
            (weights / "embedding.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        )

    def embed(self, text: str) -> Embedding:
        """Return the unit embedding (SIZE) of a text; what is beyond LONGEST pieces is not seen."""
        opening, closing = self._ends
        # a piece is a character at least, and few are over 20: a long text need not be cut up in full
        ids = self._tokenizer.encode(text[: 20 * LONGEST], add_special_tokens=False).ids[: LONGEST - 2]
        fed = {"ids": np.array([opening, *ids, closing], np.int64)}
        embedding: Embedding = self._session.run(None, fed)[0]
        return embedding


@cache
def embedder() -> Embedder:
    """Return the shipped embedder, loaded when it is first asked for."""
    return Embedder()
