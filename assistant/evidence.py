"""Whether what was found is good enough to answer with; calibrated on the tuned questions (docs/decisions)."""

from collections.abc import Sequence

from retrieval.search import Found

FICHE_COSINE, PASSAGE_COSINE, PASSAGE_WORDS = 0.885, 0.84, 4.0
MARGIN, SHOWN = 0.75, 3


def best_fiche(found: Sequence[Found]) -> Found | None:
    """The first fiche, when a way people ask it is close to the question and it ranks high."""
    fiche = next((one for one in found if one.target.kind == "fiche"), None)
    return fiche if fiche and fiche.cosine >= FICHE_COSINE and found.index(fiche) < SHOWN else None


def best_passages(found: Sequence[Found]) -> list[Found]:
    """The first passages with both a close meaning and shared words, none far behind the first."""
    good = [one for one in found if one.target.kind == "passage" and one.cosine >= PASSAGE_COSINE and one.bm25 >= PASSAGE_WORDS]
    return [one for one in good[:SHOWN] if one.score >= MARGIN * good[0].score]


def answers(passages: Sequence[Found], fiche: Found) -> bool:
    """Whether the passages answer better than the fiche."""
    return bool(passages) and passages[0].score >= fiche.score
