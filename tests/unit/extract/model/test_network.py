"""The shipped weights: they load and agree with themselves."""

import threading

import numpy as np

from bot.extract.model.calibration import calibration
from bot.extract.model.network import network
from bot.extract.model.windows import windows

TEXT = "The ferry is late, the harbour master said on Friday.\n\n“We wait,” Ada Vale told the crowd."


def test_scores_have_a_row_for_every_word() -> None:
    [window] = windows(TEXT, network().tokenizer)
    encoded = network().encode(window)
    assert len(encoded.words) == len(encoded.cues) == len(window.words)
    assert network().roles(encoded, [(1, 2), (4, 6)]).shape == (2, len(window.words), 5)


def test_threads_share_one_network_and_get_what_one_alone_gets() -> None:
    [window] = windows(TEXT, network().tokenizer)
    alone = network().encode(window).cues
    together: list[bool] = []

    def read() -> None:
        together.extend(np.array_equal(network().encode(window).cues, alone) for _ in range(5))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == [True] * 20


def test_what_is_likelier_in_its_parts_is_surer_as_a_whole() -> None:
    confidence = calibration().confidence
    assert 0 < confidence((0.3, 0.5, 0.5)) < confidence((0.9, 0.9, 0.9)) < confidence((1.0, 1.0, 1.0)) < 1
