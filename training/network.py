"""The network: an encoder, and heads that tag cues and names and find the source and content of a cue."""

from typing import cast

import torch
from torch import Tensor, nn

from bot.extract.model.labels import CUE, NAME, ROLE

FARTHEST = 48
"""Words to either side of a cue beyond which all distances are alike."""


class Arguments(nn.Module):
    """Scores of what every word is to each of several cues (after He et al. 2018, ACL P18-2058).

    A word is seen with the cue's first and last words, its distance from the cue and whether it lies in it;
    one small transformer layer then lets the words of one cue's reading agree.
    """

    def __init__(self, size: int, hidden: int = 192, layers: int = 1, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Linear(size, hidden)
        self.cue = nn.Linear(2 * size, hidden)
        self.distance = nn.Embedding(2 * FARTHEST + 2, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Mixing(hidden, dropout) for _ in range(layers))
        self.out = nn.Linear(hidden, len(ROLE))

    def forward(self, words: Tensor, mask: Tensor | None, row: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Return scores (cues, words, roles).

        `words` (windows, words, size), `mask` (windows, words) true for words that exist, None where all do;
        per cue the `row` of its window, its `first` and its `last` word.
        """
        cue = self.cue(torch.cat([words[row, first], words[row, last]], -1))
        k = torch.arange(words.shape[1], device=words.device)[None]
        before = (k - first[:, None]).clamp(-FARTHEST, 0)
        after = (k - last[:, None]).clamp(0, FARTHEST)
        inside = (k >= first[:, None]) & (k <= last[:, None])
        distance = torch.where(inside, 2 * FARTHEST + 1, before + after + FARTHEST)
        x = self.norm(self.word(words)[row] + cue[:, None] + self.distance(distance))
        x = self.dropout(nn.functional.gelu(x))
        for layer in self.layers:
            x = layer(x, None if mask is None else mask[row])
        return cast("Tensor", self.out(x))


class Mixing(nn.Module):
    """A transformer layer, normalised first (Xiong et al. 2020)."""

    def __init__(self, size: int, dropout: float, heads: int = 4, inner: int = 2) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(size), nn.LayerNorm(size)
        self.query, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.wide, self.narrow = nn.Linear(size, inner * size), nn.Linear(inner * size, size)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return `x` (sequences, words, size) with the words of each sequence having seen each other."""
        rows, words, size = x.shape
        split = self.query(self.norm1(x)).reshape(rows, words, 3, self.heads, size // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * (size // self.heads) ** -0.5
        if mask is not None:
            scores = scores.masked_fill(~mask[:, None, None], -1e4)
        seen = (scores.softmax(-1) @ value).transpose(1, 2).reshape(rows, words, size)
        x = x + self.dropout(self.out(seen))
        inner = nn.functional.gelu(self.wide(self.norm2(x)))
        return cast("Tensor", x + self.dropout(self.narrow(inner)))


class Reader(nn.Module):
    """An encoder with all its heads."""

    def __init__(self, encoder: nn.Module, size: int, *, layers: int = 1, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.cues = nn.Linear(size, len(CUE))
        self.names = nn.Linear(size, len(NAME))
        self.arguments = Arguments(size, layers=layers, dropout=dropout)

    def pieces(self, ids: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """Return the encoding (windows, pieces, size) of pieces with the given ids and letter cases."""
        return cast("Tensor", self.encoder(ids, cases, mask))

    def forward(
        self, ids: Tensor, cases: Tensor, mask: Tensor, firsts: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return words (windows, words, size), and their cue and name scores, by their first pieces."""
        pieces = self.pieces(ids, cases, mask)
        words = pieces.gather(1, firsts[..., None].expand(-1, -1, pieces.shape[-1]))
        dropped = self.dropout(words)
        return words, self.cues(dropped), self.names(dropped)
