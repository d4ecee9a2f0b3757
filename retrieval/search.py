"""A question to what may answer it: dense and lexical rankings over texts and ways of asking, fused."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import numpy.typing as npt

from knowledge.glossary import Term
from retrieval.adapter import Adapter
from retrieval.dense import Dense
from retrieval.embedding import Embedder, Vectors
from retrieval.entry import Entry, Kind, Target
from retrieval.fusion import reciprocal_rank
from retrieval.lexical import Lexical
from retrieval.query import QueryWords
from retrieval.reranking import Reranker
from retrieval.spelling import read

PASSAGES: tuple[Kind, ...] = ("passage",)
NEAREST, DEPTH, REREAD = 100, 120, 20
Mask = npt.NDArray[np.bool_]
DENSE_WEIGHT, LEXICAL_WEIGHT = 1.0, 2.0


@dataclass(frozen=True, slots=True)
class Found:
    """A target with its fused score and the evidence: its best cosine and its best BM25 score."""

    target: Target
    score: float
    cosine: float
    bm25: float


class Search:
    """One index, many questions; safe to share between threads."""

    def __init__(
        self,
        entries: Sequence[Entry],
        dense: Dense,
        embedder: Embedder,
        glossary: Sequence[Term] = (),
        adapter: Adapter | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._entries = entries
        self._dense = dense
        self._embedder = embedder
        self._adapter = adapter
        self._reranker = reranker
        self._masks: dict[tuple[frozenset[Kind], str | None, str | None], Mask] = {}
        self._query = QueryWords((entry.text for entry in entries if not entry.asked), glossary)
        self._positions = {entry.text: at for at, entry in enumerate(entries)}
        self._ways = _ways(entries)
        self._targets = list(self._ways)
        self._leads_to = {at: number for number, places in enumerate(self._ways.values()) for at in places}
        self._lexical = Lexical([" ".join(entries[at].text for at in places) for places in self._ways.values()])

    def embed(self, question: str) -> Vectors:
        """The vector of the question as it was meant, its spelling repaired: the one slow step."""
        return self._embedder.query(read(question).text)

    def embed_both(self, question: str, part: str) -> Vectors:
        """One vector for a question and a *part* of it, which counts as much as the whole."""
        return between(*self._embedder.queries([read(question).text, read(part).text]))

    def knows(self, word: str) -> bool:
        """Whether a stem stands in any text of the index."""
        return self._lexical.knows(word)

    def nearness(self, vector: Vectors, texts: Sequence[str]) -> list[float]:
        """The cosine of a question's vector with each indexed text; 0 for a text that is not indexed."""
        moved = self._adapter(vector) if self._adapter else vector
        places = [self._positions.get(text) for text in texts]
        return [0.0 if at is None else self._dense.cosine(moved, at) for at in places]

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
        mask = self._mask(frozenset(kinds), department, document)
        vector = self.embed(question) if vector is None else vector
        vector = self._adapter(vector) if self._adapter else vector
        cosines = self._nearest(vector, mask)
        words = self._lexical.scores(self._query.stems(question))
        words[~mask] = 0
        best = [number for number in np.argsort(-words)[:DEPTH].tolist() if words[number] > 0]
        fused = reciprocal_rank([list(cosines), best], [DENSE_WEIGHT, LEXICAL_WEIGHT])
        found = [
            Found(target := self._targets[number], score, cosines.get(number) or self._cosine(vector, target), float(words[number]))
            for number, score in islice(fused.items(), limit)
        ]
        return self._reread(self._reranker, question, found) if self._reranker else found

    def _reread(self, reranker: Reranker, question: str, found: Sequence[Found]) -> list[Found]:
        """The first ones in the order of the second reading; their scores stay those of the search, put in that order."""
        first = found[:REREAD]
        scores = reranker.scores(question, [self._text(one.target) for one in first])
        order = sorted(zip(scores, first, strict=True), key=lambda pair: -pair[0])
        return [*(replace(one, score=place.score) for place, (_, one) in zip(first, order, strict=True)), *found[REREAD:]]

    def _text(self, target: Target) -> str:
        """A target's own words: a passage's text, a fiche's question and answer; else the first way it is asked."""
        own = [self._entries[at] for at in self._ways[target]]
        return next((entry for entry in own if not entry.asked), own[0]).text

    def _nearest(self, vector: Vectors, mask: Mask) -> dict[int, float]:
        """The wanted targets near the vector, by number, the nearest first, each with its best cosine."""
        cosines: dict[int, float] = {}
        for at, cosine in self._dense.search(vector, NEAREST):
            if mask[number := self._leads_to[at]]:
                cosines.setdefault(number, cosine)
        return cosines

    def _cosine(self, vector: Vectors, target: Target) -> float:
        """The best cosine of a target that only its words have found."""
        return max(self._dense.cosine(vector, at) for at in self._ways[target])

    def _mask(self, kinds: frozenset[Kind], department: str | None, document: str | None) -> Mask:
        """Which targets a search may return, by position; made once for each filter."""
        wanted = (kinds, department, document)
        if wanted not in self._masks:
            self._masks[wanted] = np.array([_fits(target, *wanted) for target in self._targets])
        return self._masks[wanted]


def _ways(entries: Sequence[Entry]) -> dict[Target, list[int]]:
    """Where each target's entries stand in the list."""
    ways: dict[Target, list[int]] = {}
    for at, entry in enumerate(entries):
        ways.setdefault(entry.target, []).append(at)
    return ways


def between(one: Vectors, other: Vectors) -> Vectors:
    """The unit vector halfway between two."""
    both = one + other
    return np.asarray(both / np.linalg.norm(both), dtype=np.float32)


def _fits(target: Target, kinds: frozenset[Kind], department: str | None, document: str | None) -> bool:
    """Kind, département (national content always fits) and document."""
    in_department = not department or target.department in {"", department}
    return target.kind in kinds and in_department and (not document or target.document == document)
