"""Read articles with a reader in training and score what it finds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from bot.extract.model.decode import Attributed, Range, find_cues, find_parts
from bot.extract.reading import Span
from training.corpus import Document, label, stack
from training.fit import batch_of
from training.network import Reader
from training.score import Parts, Score


@dataclass(frozen=True)
class Found:
    """An attribution found: its spans, and how likely its cue, source and content are."""

    parts: Parts
    likelihoods: tuple[float, float, float]


@torch.no_grad()
def find(reader: Reader, documents: Sequence[Document], tokenizer: Tokenizer) -> Iterator[list[Found]]:
    """Yield what `reader` finds in each document."""
    for document in documents:
        found: list[Found] = []
        labelled = label(document, tokenizer)
        data = stack(labelled).to(next(reader.parameters()).device)
        for place, one in enumerate(labelled):
            chosen = torch.tensor([place], device=data.ids.device)
            ids, cases, mask, firsts, word_mask = batch_of(data, chosen)
            words, scores, _ = reader(ids, cases, mask, firsts)
            cue_scores = scores[0].float().cpu().numpy()
            cues = find_cues(cue_scores)
            if cues:
                row = torch.zeros(len(cues), dtype=torch.int64, device=data.ids.device)
                first, last = (torch.tensor(ends, device=row.device) for ends in zip(*cues, strict=True))
                roles = reader.arguments(words, word_mask, row, first, last - 1).float().cpu().numpy()
                found += [_found(each, one.window.words) for each in find_parts(cues, cue_scores, roles)]
        yield found


def _found(one: Attributed, words: Sequence[Span]) -> Found:
    def span(reach: Range) -> Span:
        return words[reach[0]][0], words[reach[1] - 1][1]

    source = [span(one.source)] if one.source else []
    parts = {"source": source, "cue": [span(one.cue)], "content": [span(content) for content in one.content]}
    return Found(parts, one.likelihoods)


def measure(reader: Reader, documents: Sequence[Document], tokenizer: Tokenizer) -> Score:
    """Return the score of `reader` on annotated documents."""
    score = Score()
    for document, found in zip(documents, find(reader, documents, tokenizer), strict=True):
        score.add(document["attributions"], [one.parts for one in found])
    return score
