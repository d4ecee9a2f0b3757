"""Which sentence answers first: a fiche's short answer, a rule it rests on, or the statement of a passage, by a score learnt on the tuned questions."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.cards import law_notes
from assistant.engine import Engine
from assistant.evidence import best_passages, model
from assistant.turn import Turn
from knowledge.corpus import Passage
from knowledge.dated import Confidence
from knowledge.fiche import Fiche
from knowledge.procedure.deadlines import facts
from retrieval.entries import fiche_words, statement_words
from retrieval.search import Found
from retrieval.stems import stems

_ADDRESS = re.compile(r"@|\b\d{5}\b")
FICHES, PASSAGES = 3, 8  # how many of each are read
ASKED = 0.92  # from this one it is asked in the very words that a reader has tied to its answer: no other sign outweighs them
AHEAD, APART = 0.7, 0.15  # from that one, and that much nearer than any other text's ways, it leads as well: shared words alone mislead
KNOWN = 0.55  # from this cosine with a way people ask it, a fiche answers just what is asked
FAR = 3.0  # a sentence that much less likely to answer is left out
BM25 = 30.0  # what a high score is divided by, so that every sign stands near 0 to 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, what it comes from, and its signs in the order of the weights."""

    text: str
    signs: tuple[float, ...]
    passage: Passage | None = None
    fiche: Fiche | None = None
    is_rule: bool = False

    @property
    def source(self) -> str:
        """The fiche or the passage that it comes from."""
        return self.fiche.id if self.fiche else self.passage.id if self.passage else ""

    @property
    def score(self) -> float:
        """How likely it answers; only the order counts."""
        return sum(weight * sign for weight, sign in zip(model().first, self.signs, strict=True))

    @property
    def is_asked_so(self) -> bool:
        """Whether it is a way of asking that is written down, near enough to the letter."""
        return self.signs[0] >= ASKED

    @property
    def is_known(self) -> bool:
        """Whether people ask it in nearly these words."""
        return self.signs[0] >= KNOWN

    @property
    def is_sure(self) -> bool:
        """Whether it answers well enough for a oui or a non to be read on it."""
        return self.score >= model().sure


def candidates(turn: Turn, engine: Engine, asked: str | None = None) -> list[Candidate]:
    """Every sentence that may answer, best first; *asked* is the part of the message that asks, where not all of it does."""
    read = [*_fiches(turn, engine), *_statements(turn, engine)]
    if turn.vector is None or not read:
        return []
    near = engine.search.nearness(turn.vector, [words for words, *_ in read])
    found = [
        Candidate(text, (found.cosine, said, found.bm25 / BM25, share(asked or turn.text, words)), passage, fiche, is_rule=bool(fiche) and words == text)
        for (words, text, found, passage, fiche), said in zip(read, near, strict=True)
    ]
    ahead = _far_ahead(found)
    return sorted(found, key=lambda one: (-one.signs[0] if one.is_asked_so else 0.0, one.source != ahead, -one.score))


def _far_ahead(found: Sequence[Candidate]) -> str | None:
    """The text whose ways of asking are near, and far nearer than those of any other; None when there is no such text."""
    nearest: dict[str, float] = {}
    for one in found:
        nearest[one.source] = max(nearest.get(one.source, 0.0), one.signs[0])
    first, second = sorted(nearest, key=lambda source: -nearest[source])[:1], sorted(nearest.values())[-2:-1]
    return next((source for source in first if nearest[source] >= AHEAD and nearest[source] - (second or [0.0])[0] >= APART), None)


def next_after(ranked: Sequence[Candidate]) -> Candidate | None:
    """The statement that comes next after the first sentence, when that one is a fiche's; a fiche when it is a statement's."""
    others = (one for one in ranked[1:] if (one.fiche is None) is not (ranked[0].fiche is None))
    return next((one for one in others if ranked[0].score - one.score <= FAR), None)


def share(question: str, said: str) -> float:
    """The part of the question's words that stand in what is said."""
    wanted = _stems(question)
    return len(wanted & _stems(said)) / max(1, len(wanted))


_Read = tuple[str, str, Found, Passage | None, Fiche | None]


def _fiches(turn: Turn, engine: Engine) -> Iterator[_Read]:
    found = [one for one in turn.found if one.target.kind == "fiche" and one.cosine >= model().fiche]
    for one in found[:FICHES]:
        fiche = engine.knowledge.fiches[one.target.id]
        yield fiche_words(fiche, turn.language), fiche.on(turn.today)[turn.language == "en"], one, None, fiche
        yield from ((text, text, one, None, fiche) for text in _rules(fiche, turn, engine))


def _rules(fiche: Fiche, turn: Turn, engine: Engine) -> Iterator[str]:
    """What today's law says of it, rule by rule; one that depends on a fact not told, or that is to change, has no single sentence."""
    for name in fiche.parameters:
        notes = law_notes(engine.knowledge.law[name], facts(turn.situation, turn.today), turn.language)
        if len(notes) == 1 and notes[0].confidence != Confidence.FAIBLE:
            yield notes[0].text


def _statements(turn: Turn, engine: Engine) -> Iterator[_Read]:
    asked = engine.knowledge.gazetteer.seats_in(f"{turn.text} {turn.situation.arrondissement or ''}")
    for one in best_passages(turn.found)[:PASSAGES]:
        passage = engine.knowledge.passages[one.target.id]
        for statement in engine.knowledge.said_of(passage):
            said = statement.said(turn.language)
            if said and not _is_of_another_seat(said, asked, engine):
                yield statement_words(statement, turn.language), said, one, passage, None


def _is_of_another_seat(said: str, asked: Collection[str], engine: Engine) -> bool:
    """Whether it is about one arrondissement that is none of those *asked* about; an address of one is nobody's who has not told where."""
    seats = engine.knowledge.gazetteer.seats_in(said)
    return len(seats) == 1 and seats.isdisjoint(asked) and bool(asked or _ADDRESS.search(said))


@lru_cache(maxsize=16_384)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))
