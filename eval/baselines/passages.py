"""BM25 alone and dense alone: our passages in the order of one score, filtered and widened as ours are."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from knowledge.corpus import Passage
from knowledge.loading import Knowledge
from retrieval.embedding import Embedder
from retrieval.entries import passage_target
from retrieval.entry import Entry
from retrieval.indexing import silent
from retrieval.lexical import Lexical
from retrieval.passage import Hit
from retrieval.stems import stems
from retrieval.vectors import VectorStore
from retrieval.windows import Windows

Score = Callable[[str], npt.NDArray[np.float32]]


class RankedPassages:
    """A retriever whose ranking is one score of each passage; only the ranking differs from ours."""

    def __init__(self, knowledge: Knowledge, score: Score) -> None:
        self._passages = list(knowledge.passages.values())
        self._departments = knowledge.departments
        self._windows = Windows(knowledge.passages)
        self._score = score

    def hits(self, question: str, *, department: str | None = None, document: str | None = None, limit: int = 10) -> list[Hit]:
        """The passages of the best scores above zero."""
        scores = self._score(question)
        found: list[Hit] = []
        for at in np.argsort(-scores, kind="stable"):
            passage = self._passages[at]
            if len(found) == limit or scores[at] <= 0:
                break
            text = self._windows.text(passage)
            if self._fits(passage, department, document) and all(text not in hit.text for hit in found):
                found.append(Hit(len(found) + 1, float(scores[at]), passage.document, passage.section, text, ""))
        return found

    def _fits(self, passage: Passage, department: str | None, document: str | None) -> bool:
        local = department not in self._departments or passage.department in {"", department}
        return local and (not document or passage.document == document)


def bm25_score(passages: Sequence[Passage]) -> Score:
    """BM25 over French stems; the question's own words, neither repaired nor spelt out."""
    lexical = Lexical([passage.reading for passage in passages])
    return lambda question: lexical.scores(stems(question))


def dense_score(passages: Sequence[Passage], embedder: Embedder, store: VectorStore) -> Score:
    """The cosine of the question and the passage."""
    entries = [Entry(passage.reading, passage_target(passage)) for passage in passages]
    vectors = store.embed(entries, embedder, silent)
    return lambda question: vectors @ embedder.query(question)
