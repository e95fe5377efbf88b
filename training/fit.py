"""Train a reader on a corpus, with checkpoints, and keep a moving average of its weights."""

import copy
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from bot.extract.model.labels import ROLE
from training.corpus import NOTHING, Corpus
from training.network import Reader

MOST_MISTAKEN = 32
"""Cues in a batch that are wrongly found and learnt from: early on nearly all are."""


@dataclass(frozen=True)
class Schedule:
    """How to train: `rate` of learning for the encoder, `head_rate` for the heads, `batch` windows at a time.

    `names` weighs the loss of names against that of attributions.
    """

    epochs: int = 8
    rate: float = 1.2e-4
    head_rate: float = 6e-4
    batch: int = 20
    warm_up: float = 0.08
    decay: float = 0.01
    average: float = 0.998
    names: float = 0.3
    seed: int = 1


def device() -> torch.device:
    """The accelerator, if there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def fit(
    reader: Reader,
    corpora: list[Corpus],
    schedule: Schedule,
    *,
    checkpoint: Path | None = None,
    each_epoch: Callable[[int, Reader], None] | None = None,
) -> Reader:
    """Return `reader` trained on the corpora, one an epoch in turn (they are one in different windows).

    A run that was cut off goes on at its last epoch when `checkpoint` is given.
    """
    torch.manual_seed(schedule.seed)
    rng = np.random.default_rng(schedule.seed)
    working = copy.deepcopy(reader).to(torch.bfloat16).train()  # computes; `reader` keeps the exact weights
    averaged = copy.deepcopy(reader)
    learnt = [(n, p) for n, p in reader.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for n, p in learnt if n.startswith("encoder.")], "lr": schedule.rate},
        {"params": [p for n, p in learnt if not n.startswith("encoder.")], "lr": schedule.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=schedule.decay, betas=(0.9, 0.98))
    steps = [math.ceil(len(corpora[k % len(corpora)]) / schedule.batch) for k in range(schedule.epochs)]
    total = sum(steps)
    rise = max(1, int(schedule.warm_up * total))
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min((k + 1) / rise, max(0.0, (total - k) / (total - rise)))
    )
    start = _resume(checkpoint, reader, averaged, optimizer, rates, rng)
    for epoch in range(start, schedule.epochs):
        data = corpora[epoch % len(corpora)]
        lost = 0.0
        for chosen in _batches(data, schedule.batch, rng):
            _copy(reader, working)
            loss = _loss(working, data, chosen, schedule)
            loss.backward()
            _take_gradients(working, reader)
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            rates.step()
            _average(averaged, reader, schedule.average)
            lost += float(loss.detach())
        print(f"epoch {epoch + 1}/{schedule.epochs} loss {lost / steps[epoch]:.4f}", flush=True)  # noqa: T201
        _save(checkpoint, epoch + 1, reader, averaged, optimizer, rates, rng)
        if each_epoch is not None:
            each_epoch(epoch + 1, averaged.eval())
    return averaged.eval()


def _batches(data: Corpus, size: int, rng: np.random.Generator) -> list[Tensor]:
    """Return all windows in random batches of about one length."""
    order = torch.from_numpy(rng.permutation(len(data))).to(data.ids.device)
    alike = [part[data.pieces[part].argsort()] for part in order.split(16 * size)]
    batches = [batch for part in alike for batch in part.split(size)]
    return [batches[k] for k in rng.permutation(len(batches))]


def _copy(exact: Reader, working: Reader) -> None:
    with torch.no_grad():
        torch._foreach_copy_(list(working.parameters()), list(exact.parameters()))


def _take_gradients(working: Reader, exact: Reader) -> None:
    for mine, its in zip(exact.parameters(), working.parameters(), strict=True):
        mine.grad = None if its.grad is None else its.grad.to(mine.dtype)
        its.grad = None


def _average(averaged: Reader, reader: Reader, keep: float) -> None:
    with torch.no_grad():
        torch._foreach_lerp_(list(averaged.parameters()), list(reader.parameters()), 1 - keep)


def batch_of(data: Corpus, chosen: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Return ids, cases, mask of pieces, firsts, mask of words for the chosen windows, cut to the longest."""
    pieces, words = data.pieces[chosen], data.words[chosen]
    longest, most = int(pieces.max()), int(words.max())
    mask = torch.arange(longest, device=pieces.device)[None] < pieces[:, None]
    word_mask = torch.arange(most, device=words.device)[None] < words[:, None]
    return (
        data.ids[chosen, :longest],
        data.cases[chosen, :longest],
        mask,
        data.firsts[chosen, :most],
        word_mask,
    )


def cues_in(data: Corpus, chosen: Tensor) -> tuple[Tensor, Tensor]:
    """Return the numbers of the cues in the chosen windows, and of each the place of its window there."""
    place = torch.full((len(data),), -1, dtype=torch.int64, device=chosen.device)
    place[chosen] = torch.arange(len(chosen), device=chosen.device)
    cues = (place[data.row] >= 0).nonzero()[:, 0]
    return cues, place[data.row[cues]]


def _loss(reader: Reader, data: Corpus, chosen: Tensor, schedule: Schedule) -> Tensor:
    ids, cases, mask, firsts, word_mask = batch_of(data, chosen)
    most = firsts.shape[1]
    words, cue_scores, name_scores = reader(ids, cases, mask, firsts)
    wanted = data.cue[chosen, :most]
    loss = _summed(cue_scores, wanted) + schedule.names * _summed(name_scores, data.name[chosen, :most])
    cues, place = cues_in(data, chosen)
    mistaken = _mistaken(data, chosen, cue_scores, wanted)
    known = (place, data.first[cues], data.last[cues], data.roles[cues, :most])
    place, first, last, roles = (torch.cat(pair) for pair in zip(known, mistaken, strict=True))
    if len(place):
        scores = reader.arguments(words, word_mask, place, first, last)
        loss = loss + _summed(scores, torch.where(word_mask[place], roles, NOTHING))
    return loss / word_mask.sum()


def _summed(scores: Tensor, wanted: Tensor) -> Tensor:
    """Return the cross entropy of all labels that are known, summed."""
    flat = scores.float().flatten(0, 1)
    return cross_entropy(flat, wanted.flatten(), ignore_index=NOTHING, reduction="sum")


def predicted_cues(scores: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return row, first and last word of the cues that stand in scores (windows, words, labels)."""
    best = scores.argmax(-1)
    most = best.shape[1]
    k = torch.arange(most, device=best.device).expand_as(best)
    stops = torch.where(best == 2, most, k)
    following = torch.cat([stops[:, 1:], torch.full_like(stops[:, :1], most)], 1)
    end = following.flip(1).cummin(1).values.flip(1)
    row, first = (best == 1).nonzero(as_tuple=True)
    return row, first, end[row, first] - 1


def _mistaken(
    data: Corpus, chosen: Tensor, scores: Tensor, wanted: Tensor
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the cues found now that are none, or not in full, with what they should be taken to say.

    So the heads for source and content learn to find nothing for what is no cue.
    """
    with torch.no_grad():
        known = torch.where((wanted == NOTHING)[..., None], torch.eye(3, device=scores.device)[0], scores)
        row, first, last = predicted_cues(known)
        at = data.at[chosen][row, first]
        at = torch.where(at < 0, data.at[chosen][row, last], at)
        exact = (at >= 0) & (data.first[at] == first) & (data.last[at] == last)
        some = (~exact).nonzero()[:, 0]
        some = some[torch.randperm(len(some), device=some.device)[:MOST_MISTAKEN]]
        row, first, last, at = (x[some] for x in (row, first, last, at))
        roles = torch.where((at >= 0)[:, None], data.roles[at], 0)[:, : wanted.shape[1]]
        k = torch.arange(wanted.shape[1], device=row.device)[None]
        inside = (k >= first[:, None]) & (k <= last[:, None])
        return row, first, last, torch.where(inside, ROLE.index("O"), roles)


def _save(path: Path | None, epoch: int, *parts: object) -> None:
    if path is None:
        return
    states = [p.bit_generator.state if isinstance(p, np.random.Generator) else p.state_dict() for p in parts]  # type: ignore[attr-defined] # all others have a state
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"epoch": epoch, "states": states, "random": torch.get_rng_state()}, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def _resume(path: Path | None, *parts: object) -> int:
    if path is None or not path.exists():
        return 0
    saved = torch.load(path, map_location=device(), weights_only=True)
    for part, state in zip(parts, saved["states"], strict=True):
        if isinstance(part, np.random.Generator):
            part.bit_generator.state = state
        else:
            part.load_state_dict(state)  # type: ignore[attr-defined] # all others have a state
    torch.set_rng_state(saved["random"].cpu())
    return int(saved["epoch"])
