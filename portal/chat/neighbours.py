"""The questions that stand near an answer: what may be asked next with one touch."""

from collections.abc import Mapping

from assistant.answer import Answer
from knowledge.fiche import Fiche

RELATED = 2


def neighbours(answer: Answer, role: str | None, fiches: Mapping[str, Fiche]) -> list[Fiche]:
    """Two questions near this answer: those beside its fiche, else those that its stage alone raises for that role."""
    if answer.fiche and answer.fiche in fiches:
        return [fiches[name] for name in fiches[answer.fiche].related if name in fiches][:RELATED]
    here = [one for one in fiches.values() if answer.stage in one.stages and (role or "locataire") in one.roles]
    return sorted(here, key=lambda one: (len(one.stages), len(one.roles)))[:RELATED]
