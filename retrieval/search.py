"""A question to what may answer it: dense and lexical rankings over texts and ways of asking, fused."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.dense import Dense
from retrieval.embedding import Embedder, Vectors
from retrieval.entry import Entry, Kind, Target
from retrieval.fusion import reciprocal_rank
from retrieval.lexical import Lexical
from retrieval.stems import stems

PASSAGES: tuple[Kind, ...] = ("passage",)
NEAREST, DEPTH = 200, 120
Mask = npt.NDArray[np.bool_]
Scores = npt.NDArray[np.float32]
DENSE_WEIGHT, LEXICAL_WEIGHT = 1.0, 0.7


@dataclass(frozen=True, slots=True)
class Found:
    """A target with its fused score and the evidence: its best cosine and its best BM25 score."""

    target: Target
    score: float
    cosine: float
    bm25: float


class Search:
    """One index, many questions; safe to share between threads."""

    def __init__(self, entries: Sequence[Entry], dense: Dense, embedder: Embedder) -> None:
        self._entries = entries
        self._dense = dense
        self._embedder = embedder
        self._masks: dict[tuple[frozenset[Kind], str | None, str | None], Mask] = {}
        self._lexical = Lexical([entry.text for entry in entries])

    def embed(self, question: str) -> Vectors:
        """The question's vector: the one slow step."""
        return self._embedder.query(question)

    def knows(self, word: str) -> bool:
        """Whether a stem stands in any text of the index."""
        return self._lexical.knows(word)

    def search(
        self,
        question: str,
        *,
        vector: Vectors | None = None,
        kinds: Collection[Kind] = ("passage", "fiche"),
        department: str | None = None,
        document: str | None = None,
        limit: int = 20,
    ) -> list[Found]:
        """The targets most likely to answer, best first; a département's search leaves the others' texts out."""
        fits = self._mask(frozenset(kinds), department, document)
        vector = self.embed(question) if vector is None else vector
        near = [(at, cosine) for at, cosine in self._dense.search(vector, NEAREST) if fits[at]]
        words = self._lexical.scores(stems(question))
        words[~fits] = 0
        best = [int(at) for at in np.argsort(-words)[:DEPTH] if words[at] > 0]
        return self._fused(near[:DEPTH], best, words)[:limit]

    def _mask(self, kinds: frozenset[Kind], department: str | None, document: str | None) -> Mask:
        """Which entries a search may return, by position; made once for each filter."""
        wanted = (kinds, department, document)
        if wanted not in self._masks:
            self._masks[wanted] = np.array([_fits(entry.target, *wanted) for entry in self._entries])
        return self._masks[wanted]

    def _fused(self, near: list[tuple[int, float]], best: list[int], words: Scores) -> list[Found]:
        cosines: dict[Target, float] = {}
        for at, cosine in near:
            cosines.setdefault(self._entries[at].target, cosine)
        bm25: dict[Target, float] = {}
        for at in best:
            bm25.setdefault(self._entries[at].target, float(words[at]))
        fused = reciprocal_rank([list(cosines), list(bm25)], [DENSE_WEIGHT, LEXICAL_WEIGHT])
        return [Found(target, score, cosines.get(target, 0.0), bm25.get(target, 0.0)) for target, score in fused.items()]


def _fits(target: Target, kinds: frozenset[Kind], department: str | None, document: str | None) -> bool:
    """Kind, département (national content always fits) and document."""
    in_department = not department or target.department in {"", department}
    return target.kind in kinds and in_department and (not document or target.document == document)
