"""A question to a text: yes, no or unknown, with the fact that decides and the place that asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What can be said from what was told."""

    OUI = "oui"
    NON = "non"
    INCONNU = "inconnu"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer; `reason` is the fact that decided, or the one that is missing, under the contract's name where it has one.

    `basis` is the legal text of the value it was measured by, `anchor` the passage that states the criterion in its own words.
    """

    answer: Answer
    reason: str
    basis: str | None = None
    anchor: str | None = None


def answered(*, told: bool | None) -> Answer:
    """What was told, None being unknown."""
    if told is None:
        return Answer.INCONNU
    return Answer.OUI if told else Answer.NON


def either(verdicts: Sequence[Verdict]) -> Verdict:
    """One of several alternatives: the first yes, or else the first unknown, or else no."""
    for wanted in (Answer.OUI, Answer.INCONNU, Answer.NON):
        found = next((verdict for verdict in verdicts if verdict.answer is wanted), None)
        if found:
            return found
    raise ValueError("Un seuil sans critère : donnez au moins une valeur dans sa règle de droit")
