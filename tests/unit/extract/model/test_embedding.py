"""The shipped embedder: like lies near like, however long the text."""

import numpy as np

from bot.extract.model.embedding import SIZE, embedder


def test_a_question_lies_nearer_to_what_it_asks_for() -> None:
    asked, near, far = (
        embedder().embed(text)
        for text in (
            "what did the harbour master say about the ferry",
            "The boat to the island is late, the port's chief told passengers.",
            "The court fined the bank for its loans.",
        )
    )
    assert asked @ near > asked @ far + 0.2
    assert abs(float(np.linalg.norm(asked)) - 1) < 1e-3


def test_any_text_has_an_embedding() -> None:
    for text in ("", " ", "\x00", "🚢" * 10_000, "word " * 100_000):
        embedding = embedder().embed(text)
        assert embedding.shape == (SIZE,)
        assert np.isfinite(embedding).all()
