"""Whom a delay concerns, and the day of the fact that starts it."""

from collections.abc import Sequence

from knowledge.procedure.delays import DeadlineRule
from knowledge.procedure.situation import Day, Motive, Situation
from knowledge.procedure.stage import Stage

OTHER_MOTIVES = {Motive.TROUBLES, Motive.CONGE}
CREDIBLE = range(1900, 2200)  # « le 31/12/9999 » is a slip of the pen: a day that no calendar of the law holds starts nothing


def concerns(rule: DeadlineRule, situation: Situation) -> bool:
    """Whether nothing told rules the delay out; a file's delay needs a file, a local one its département."""
    only = rule.only
    if only.told and rule.starts not in situation.steps_taken:
        return False
    if only.unpaid_rent and situation.motive in OTHER_MOTIVES and not situation.debt_told:
        return False
    if only.housing_aid and situation.housing_aid is False:
        return False
    if only.landlord_type and situation.landlord_type not in {None, only.landlord_type}:
        return False
    if only.decision and situation.decision not in {None, only.decision}:
        return False
    return _stands_in(rule, situation.department)


def _stands_in(rule: DeadlineRule, department: str | None) -> bool:
    """A local text's delay is only given where one is known to live there."""
    only = rule.only
    return department not in only.elsewhere_than and (not only.departments or department in only.departments)


def start_of(rule: DeadlineRule, situation: Situation) -> Day | None:
    """The day of the fact that starts the delay; None when it was not told, or cannot be."""
    day = _told(rule, situation)
    return day if day and day.first.year in CREDIBLE and day.last.year in CREDIBLE else None


def _told(rule: DeadlineRule, situation: Situation) -> Day | None:
    match rule.starts:
        case "act":
            return day_of(situation, rule.stages)
        case "hearing":
            return situation.hearing
        case "judgment-served":
            act = situation.furthest
            return act.day if act and act.served and act.stage in rule.stages else None
        case step:
            return situation.steps_taken.get(step)


def day_of(situation: Situation, stages: Sequence[Stage]) -> Day | None:
    """The day of the last act of these stages; of two services of one act, the later one counts."""
    days = [act.day for act in situation.acts if act.stage in stages and act.day]
    return max(days, key=lambda day: day.first, default=None)
