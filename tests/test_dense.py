"""A small group of vectors is compared whole; a large one is asked of Chroma: the same nearest entries either way."""

from collections.abc import Mapping

import numpy as np
import pytest

from retrieval import dense
from retrieval.dense import Group, in_memory

SIZE, COUNT = 16, 300


@pytest.fixture
def groups() -> Mapping[str, Group]:
    vectors = np.random.default_rng(0).standard_normal((COUNT, SIZE)).astype(np.float32)
    return {"textes": (np.arange(COUNT), vectors / np.linalg.norm(vectors, axis=1, keepdims=True))}


def test_both_ways_find_the_same_entries(groups, monkeypatch):
    question = groups["textes"][1][7]
    whole = in_memory(groups).search(question, 10)
    monkeypatch.setattr(dense, "SMALL", 0)
    walked = in_memory(groups).search(question, 10)
    assert [at for at, _ in whole] == [at for at, _ in walked]
    assert np.allclose([cosine for _, cosine in whole], [cosine for _, cosine in walked], atol=1e-4)


def test_a_small_group_asks_nothing_of_chroma(groups, monkeypatch):
    index = in_memory(groups)
    monkeypatch.setattr(dense, "_nearest", lambda *_: pytest.fail("Chroma was asked"))
    assert index.search(groups["textes"][1][3], 1)[0][0] == 3
