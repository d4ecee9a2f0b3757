"""A second reader puts the first results in its own order, and only those; without one nothing changes."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from fake_embedder import FakeEmbedder

from retrieval.entry import Entry, Target
from retrieval.indexing import ready_index
from retrieval.search import REREAD, Search

ENTRIES = [Entry(f"loyer numéro {n}", Target("passage", f"p{n}")) for n in range(REREAD + 5)]


class FromTheEnd:
    """Prefers the highest number, and remembers what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def scores(self, _question: str, texts: Sequence[str]) -> list[float]:
        """The number in the text."""
        self.read = list(texts)
        return [float(text.rpartition(" ")[2]) for text in texts]


@pytest.fixture
def reader() -> FromTheEnd:
    return FromTheEnd()


@pytest.fixture
def found(tmp_path: Path, reader: FromTheEnd):
    embedder = FakeEmbedder()
    index = ready_index(ENTRIES, embedder, tmp_path)
    return [Search(ENTRIES, index, embedder, reranker=one).search("loyer", limit=len(ENTRIES)) for one in (None, reader)]


def test_the_first_results_are_in_the_reader_s_order(found):
    _, reread = found
    numbers = [int(one.target.id[1:]) for one in reread[:REREAD]]
    assert numbers == sorted(numbers, reverse=True)


def test_it_reads_the_first_results_and_the_others_keep_their_places(found, reader):
    plain, reread = found
    assert len(reader.read) == REREAD
    assert {one.target for one in plain[:REREAD]} == {one.target for one in reread[:REREAD]}
    assert plain[REREAD:] == reread[REREAD:]


def test_scores_still_go_down(found):
    scores = [one.score for one in found[1]]
    assert scores == sorted(scores, reverse=True)
