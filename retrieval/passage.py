"""Passages of the documents for a question: verbatim, readable alone, each text once."""

from dataclasses import dataclass
from typing import Protocol

from knowledge.loading import Knowledge
from retrieval.search import PASSAGES, Search
from retrieval.windows import Windows

DEPTH = 6  # how many candidates are read for one result: neighbours share a window


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its neighbours (`text`, at most 1,500 characters) and the address that opens the reader on it."""

    rank: int
    score: float
    document: str
    section: str
    text: str
    url: str


class Retriever(Protocol):
    """Finds passages; an empty list is a good answer."""

    def hits(self, question: str, *, department: str | None = None, document: str | None = None, limit: int = 10) -> list[Hit]:
        """The passages most likely to answer, best first."""
        ...


class PassageRetriever:
    """The shipped retriever: the fused search, its passages widened to what can be read alone."""

    def __init__(self, knowledge: Knowledge, search: Search) -> None:
        self._knowledge = knowledge
        self._search = search
        self._windows = Windows(knowledge.passages)

    def hits(self, question: str, *, department: str | None = None, document: str | None = None, limit: int = 10) -> list[Hit]:
        """The passages most likely to answer; a département's search leaves the others' texts out."""
        local = department if department in self._knowledge.departments else None
        found: list[Hit] = []
        for candidate in self._search.search(question, kinds=PASSAGES, department=local, document=document, limit=DEPTH * limit):
            passage = self._knowledge.passages[candidate.target.id]
            text = self._windows.text(passage)
            if all(text not in hit.text for hit in found):
                url = f"/textes/{passage.document}#{passage.anchor}"
                found.append(Hit(len(found) + 1, round(candidate.score, 5), passage.document, passage.section, text, url))
            if len(found) == limit:
                break
        return found
