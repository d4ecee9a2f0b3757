"""The adapter moves vectors, only those of its model, and an index made without it is not taken for one made with it."""

from pathlib import Path

import numpy as np
import pytest
from fake_embedder import FakeEmbedder

from retrieval.adapter import Adapter, shipped_adapter
from retrieval.entry import Entry, Target
from retrieval.indexing import ready_index
from retrieval.search import Search
from retrieval.settings import OFFLINE_MODEL

ENTRIES = [Entry(f"{word} loyer", Target("passage", word)) for word in ("avis", "délai", "juge")]
SIZE = len(FakeEmbedder().query("loyer"))


@pytest.fixture
def turning() -> Adapter:
    """An adapter that puts the first number last."""
    return Adapter(np.roll(np.eye(SIZE, dtype=np.float32), 1, axis=1) - np.eye(SIZE, dtype=np.float32), np.zeros(SIZE, dtype=np.float32), "tourne")


def test_the_shipped_adapter_is_of_the_shipped_model():
    adapter = shipped_adapter(OFFLINE_MODEL)
    assert adapter
    moved = adapter(np.eye(len(adapter.bias), dtype=np.float32))
    assert np.allclose(np.linalg.norm(moved, axis=1), 1, atol=1e-5)
    assert not np.allclose(moved, np.eye(len(adapter.bias)), atol=0.1)


@pytest.mark.parametrize("model", ["un/autre-modele", ""])
def test_another_model_has_none(model: str):
    assert shipped_adapter(model) is None


def test_no_file_is_no_adapter(tmp_path: Path):
    assert shipped_adapter(OFFLINE_MODEL, tmp_path / "absent.npz") is None


def test_questions_and_texts_are_moved_alike(tmp_path: Path, turning: Adapter):
    embedder = FakeEmbedder()
    with_it = Search(ENTRIES, ready_index(ENTRIES, embedder, tmp_path, adapter=turning), embedder, adapter=turning)
    without = Search(ENTRIES, ready_index(ENTRIES, embedder, tmp_path / "sans"), embedder)
    moved, plain = with_it.search("délai loyer"), without.search("délai loyer")
    assert [found.target.id for found in moved] == [found.target.id for found in plain]
    assert np.allclose([found.cosine for found in moved], [found.cosine for found in plain], atol=1e-4)


def test_an_index_made_without_it_is_built_again(tmp_path: Path, turning: Adapter):
    ready_index(ENTRIES, FakeEmbedder(), tmp_path)
    before = {path.name for path in tmp_path.iterdir() if path.is_dir()}
    ready_index(ENTRIES, FakeEmbedder(), tmp_path, adapter=turning)
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} - before
