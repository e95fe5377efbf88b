"""`python -m training DATA MINILM`: from annotated articles to the weights that are shipped.

Every epoch leaves a checkpoint in --work; run again after a cut and it goes on there.
"""

import argparse
import shutil
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.calibrate import calibrate
from training.corpus import Document, corpus, read_lines
from training.encoders import MiniLM, reader
from training.export import export, export_embedding
from training.fit import Schedule, device, fit
from training.measure import measure
from training.named import wikigold
from training.network import Reader

SIZES = (126, 190)
"""Pieces in a window, by turns: an epoch's windows are cut elsewhere than those of the one before."""


def main() -> None:
    """Train, measure, calibrate and export."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of polnear_train.jsonl and the others")
    parser.add_argument("minilm", type=Path, help="the folder of all-MiniLM-L6-v2")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="for checkpoints")
    parser.add_argument("--out", type=Path, default=Path("bot/extract/model/weights"))
    parser.add_argument("--epochs", type=int, default=Schedule.epochs)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()

    tokenizer = Tokenizer.from_file(str(given.minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    schedule = Schedule(epochs=given.epochs, seed=given.seed)
    trained = _train(given.data, given.minilm, tokenizer, schedule, given.work)
    dev = read_lines(given.data / "polnear_dev.jsonl")
    for name, half in (("dev", dev), ("dev, even", dev[::2]), ("dev, odd", dev[1::2])):
        print(f"{name}: {measure(trained, half, tokenizer)}", flush=True)  # noqa: T201 - what this is run for
    given.out.mkdir(parents=True, exist_ok=True)
    calibrate(trained, dev, tokenizer, given.out / "calibration.json")
    export(trained, given.out)
    export_embedding(MiniLM(given.minilm), given.out)
    tokenizer.save(str(given.out / "tokenizer.json"), pretty=False)
    shutil.rmtree(given.work)


def _train(data: Path, minilm: Path, tokenizer: Tokenizer, schedule: Schedule, work: Path) -> Reader:
    articles = _articles(data)
    named = list(wikigold(data / "entities" / "wikigold.conll.txt"))
    windows = [corpus(articles + named, tokenizer, size).to(device()) for size in SIZES]
    torch.manual_seed(schedule.seed)
    fresh = reader(minilm).to(device())
    return fit(fresh, windows, schedule, checkpoint=work / "checkpoint.pt")


def _articles(data: Path) -> list[Document]:
    """Return the annotated articles with their named entities, and other annotators' versions of some."""
    articles = read_lines(data / "polnear_train.jsonl")
    entities = {one["doc"]: one["entities"] for one in read_lines(data / "silver_train.jsonl")}
    for article in articles:
        if article["doc"] in entities:
            article["entities"] = entities[article["doc"]]
    return articles + read_lines(data / "polnear_train_alt.jsonl")


if __name__ == "__main__":
    main()
