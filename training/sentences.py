"""Texts whose embedding the encoder must keep, with the embedding the original model gives them."""

import random
import re
from collections.abc import Iterable

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from bot.extract.model.windows import SIZE, ends
from training.corpus import Document
from training.fit import Sentences

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")


MOST, LONGEST = 16_000, 60  # texts, and words in one


def texts(documents: Iterable[Document], seed: int) -> list[str]:
    """Return runs of one to four sentences, titles, and questions about who said what, in random order."""
    rng = random.Random(seed)  # noqa: S311 - a draw, no secret
    found: list[str] = []
    for document in documents:
        sentences = [s.strip() for s in _SENTENCE.split(document["text"]) if s.strip()]
        k = 0
        while k < len(sentences):
            size = rng.randint(1, 4)
            found.append(" ".join(sentences[k : k + size]))
            k += size
        if document.get("title"):
            found.append(document["title"])
        for one in rng.sample(said := document.get("attributions", []), min(4, len(said))):
            if one["source"] and one["content"]:
                who, what = (
                    " ".join(document["text"][s:e] for s, e in one[p]) for p in ("source", "content")
                )
                topic = " ".join(what.split()[: rng.randint(3, 9)])
                found.append(rng.choice((f"what did {who} say about {topic}", f"who said {topic}?", topic)))
    rng.shuffle(found)
    return [one for one in found if len(one.split()) <= LONGEST][:MOST]


@torch.no_grad()
def sentences(found: list[str], tokenizer: Tokenizer, original: nn.Module, device: torch.device) -> Sentences:
    """Return `found` as pieces with the unit embeddings that `original`, an encoder, gives them."""
    opening, closing = ends(tokenizer)
    encoded = [e.ids[: SIZE - 2] for e in tokenizer.encode_batch(found, add_special_tokens=False)]
    rows = [[opening, *ids, closing] for ids in encoded if ids]
    longest = max(len(row) for row in rows)
    ids = torch.zeros((len(rows), longest), dtype=torch.int64)
    for k, row in enumerate(rows):
        ids[k, : len(row)] = torch.tensor(row)
    ids = ids.to(device)
    mask = torch.arange(longest, device=device)[None] < torch.tensor(
        [[len(row)] for row in rows], device=device
    )
    parts = zip(ids.split(256), mask.split(256), strict=True)
    return Sentences(ids, mask, torch.cat([_embedded(original, a, b) for a, b in parts]))


def _embedded(original: nn.Module, ids: Tensor, mask: Tensor) -> Tensor:
    longest = int(mask.sum(1).max())
    ids, mask = ids[:, :longest], mask[:, :longest]
    pieces = original(ids, torch.zeros_like(ids), mask)
    return nn.functional.normalize((pieces * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)
