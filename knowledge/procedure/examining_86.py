"""The criteria of the Vienne answered for a household: yes, no or unknown (ri-86, article 10)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.dated import Facts, Parameter, Selected, Value
from knowledge.procedure.counting import add
from knowledge.procedure.criteria_86 import CRITERIA, Criterion
from knowledge.procedure.situation import Motive, Situation
from knowledge.procedure.stage import Stage
from knowledge.procedure.verdict import Verdict, answered

Told = Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Examined:
    """A criterion answered for a household."""

    criterion: Criterion
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Case:
    """What a criterion is answered from; `told` are facts of the file that no message tells, by the criterion's name."""

    stage: Stage
    situation: Situation
    told: Told
    law: Mapping[str, Parameter]
    today: date


def examination(stage: Stage, situation: Situation, law: Mapping[str, Parameter], today: date, told: Told | None = None) -> tuple[Examined, ...]:
    """Each criterion of article 10 at *stage*, answered; those of the other kind of landlord are left out once it is known.

    The secretariat weighs them together: a yes or a no decides nothing by itself.
    """
    case = _Case(stage, situation, told or {}, law, today)
    here = [c for c in CRITERIA.get(stage, ()) if situation.landlord_type in {None, c.landlord_type} or c.landlord_type is None]
    return tuple(Examined(criterion, _verdict(criterion, case)) for criterion in here)


def _verdict(criterion: Criterion, case: _Case) -> Verdict:
    """What was said of the file wins over what the situation lets one read."""
    read = _READERS.get(criterion.fact)
    answer = case.told.get(criterion.fact)
    if answer is None and read:
        answer = read(case)
    return Verdict(answered(told=answer), criterion.fact, None, criterion.anchor)


def _debt(case: _Case) -> bool | None:
    situation = case.situation
    if situation.debt_eur is not None:
        return situation.debt_eur > 0
    return True if situation.months_unpaid else situation.debt_told


def _large_debt(case: _Case) -> bool | None:
    """Whether the known debt is over the amount of `ri-86-seuil-4000-euros`, where it counts above all."""
    value = _value(case, "ri-86-seuil-4000-euros")
    if case.situation.debt_eur is None or value is None or value.number is None:
        return None
    return case.situation.debt_eur > value.number


def _never_examined(case: _Case) -> bool | None:
    return False if "ccapex-examined" in case.situation.steps_taken else None


def _examined_lately(case: _Case) -> bool | None:
    """Less than `ri-86-reexamen-6-mois` ago, without something new that matters."""
    value, last = _value(case, "ri-86-reexamen-6-mois"), case.situation.steps_taken.get("ccapex-examined")
    if case.told.get("never-examined") or case.told.get("something-new"):
        return False
    if last is None or value is None or value.number is None or value.unit is None:
        return None
    if add(last.last, int(value.number), value.unit) <= case.today:
        return False
    old = add(last.first, int(value.number), value.unit) <= case.today
    return None if old or case.told.get("something-new") is None else True


def _value(case: _Case, rule: str) -> Value | None:
    found = case.law[rule].on(Facts(case.today))
    return found.version.value if isinstance(found, Selected) else None


def _private(case: _Case) -> bool | None:
    return None if case.situation.landlord_type is None else case.situation.landlord_type == "prive"


def _private_without_assessment(case: _Case) -> bool | None:
    if _private(case) is False or case.told.get("assessment-made"):
        return False
    return None if _private(case) is None or "assessment-made" not in case.told else True


_VULNERABLE = {"protection", "handicap"}  # those the text names; children or illness are for the secretariat to weigh
_READERS: Mapping[str, Callable[[_Case], bool | None]] = {
    "private-landlord": _private,
    "late-stage": lambda case: case.stage.rank >= Stage.ASSIGNATION.rank,
    "debt": _debt,
    "large-debt": _large_debt,
    "never-examined": _never_examined,
    "vulnerable": lambda case: True if _VULNERABLE & set(case.situation.vulnerable) else None,
    "over-indebted": lambda case: True if "surendettement-filed" in case.situation.steps_taken else None,
    "examined-lately": _examined_lately,
    "private-without-assessment": _private_without_assessment,
    "troubles": lambda case: True if case.situation.motive is Motive.TROUBLES else None,
    "always": lambda _case: True,
}
