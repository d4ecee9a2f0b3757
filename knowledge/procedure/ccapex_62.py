"""The Pas-de-Calais: whether its CCAPEX takes a case, and what the secretariat of a sous-commission does with it (ri-62, 2 and 4.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.dated import Parameter
from knowledge.procedure.situation import Motive, Scope, Situation
from knowledge.procedure.thresholds import PAS_DE_CALAIS, commandement_reported
from knowledge.procedure.verdict import Answer, Verdict

TENANTS, UNPAID_RENT, OWNERS = "ri-62#2.1", "ri-62#2.4", "ri-62#2.5"
THRESHOLDS, NOT_ELIGIBLE, ELIGIBLE, PATHS = "ri-62#4-4.4", "ri-62#4-4.5", "ri-62#4-4.6", "ri-62#4-4.8"


class Path(StrEnum):
    """What the secretariat does with a commandement de payer."""

    NOT_ELIGIBLE = "non-eligible"
    SIMPLE = "dossier-simple"
    COMPLEX = "cas-complexe"
    UNKNOWN = "inconnu"


@dataclass(frozen=True, slots=True)
class Handling:
    """The path with the verdict that leads to it; `anchor` is the passage that says what follows."""

    path: Path
    because: Verdict
    anchor: str


def competent(situation: Situation) -> Verdict:
    """Whether the CCAPEX of the Pas-de-Calais takes the case: a tenant there, threatened for unpaid rent (ri-62, 2).

    With or without housing aid, sub-tenants and residents of a logement-foyer too; never an owner in difficulty.
    """
    if situation.scope is Scope.PROPRIETAIRE:
        return Verdict(Answer.NON, "scope", None, OWNERS)
    if situation.department != PAS_DE_CALAIS:
        return Verdict(Answer.INCONNU if situation.department is None else Answer.NON, "department", None, TENANTS)
    if situation.motive is None and not situation.debt_told:
        return Verdict(Answer.INCONNU, "motive", None, UNPAID_RENT)
    unpaid = situation.motive is Motive.IMPAYE or bool(situation.debt_told)
    return Verdict(Answer.OUI if unpaid else Answer.NON, "motive", None, UNPAID_RENT)


def eligible(situation: Situation, law: Mapping[str, Parameter], today: date) -> Verdict:
    """Whether the commandement de payer is eligible: the CCAPEX is competent and a threshold of its day is reached (ri-62, 4.4).

    The text names the arrêté of 16 March 2016; since 29 July 2023 the national threshold has taken its place.
    """
    taken = competent(situation)
    if taken.answer is not Answer.OUI:
        return taken
    reached = commandement_reported(situation, law, today)
    return Verdict(reached.answer, reached.reason, reached.basis, THRESHOLDS)


def secretariat_path(situation: Situation, law: Mapping[str, Parameter], today: date, *, complex_case: bool | None = None) -> Handling:
    """What the secretariat does: tell the commissaire de justice, give an avis (simple case), or put it on the agenda (complex).

    The text does not say what makes a case complex: the secretariat judges, and only what it said (`complex_case`) is repeated.
    """
    verdict = eligible(situation, law, today)
    if verdict.answer is Answer.NON:
        return Handling(Path.NOT_ELIGIBLE, verdict, NOT_ELIGIBLE)
    if verdict.answer is Answer.INCONNU:
        return Handling(Path.UNKNOWN, verdict, THRESHOLDS)
    if complex_case is None:
        return Handling(Path.UNKNOWN, verdict, ELIGIBLE)
    return Handling(Path.COMPLEX if complex_case else Path.SIMPLE, verdict, PATHS)
