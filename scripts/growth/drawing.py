"""Passages that nobody wrote, as hard to tell from the real ones as can be drawn: to see what more texts cost."""

from collections.abc import Sequence

import numpy as np

from retrieval.embedding import Vectors
from retrieval.entry import Entry, Target

MIXED, NOISE = 3, 0.35  # each drawn vector lies between three real ones, and a little aside
WORDS = 40


def drawn_entries(real: Sequence[Entry], count: int, seed: int) -> list[Entry]:
    """*count* texts of words of the real ones."""
    draw = np.random.default_rng(seed)
    words = np.array(sorted({word for entry in real for word in entry.text.split()}))
    picked = draw.integers(0, len(words), (count, WORDS))
    return [Entry(" ".join(words[row]), Target("passage", f"tiré#{at}")) for at, row in enumerate(picked)]


def drawn_vectors(real: Vectors, count: int, seed: int) -> Vectors:
    """*count* unit vectors among the real ones."""
    draw = np.random.default_rng(seed)
    size = real.shape[1]
    mixed = np.zeros((count, size), dtype=np.float32)
    for _ in range(MIXED):
        mixed += draw.random((count, 1), dtype=np.float32) * real[draw.integers(0, len(real), count)]
    mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
    mixed += draw.standard_normal((count, size), dtype=np.float32) * np.float32(NOISE / np.sqrt(size))
    return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True), dtype=np.float32)
