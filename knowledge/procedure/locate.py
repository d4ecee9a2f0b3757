"""Where a household stands in the procedure."""

from dataclasses import dataclass
from datetime import date

from knowledge.procedure.situation import Act, Day, Judgment, Scope, Situation
from knowledge.procedure.stage import Stage
from knowledge.procedure.thresholds import DEFINITION_2027, impaye_constitue

NEVER_TWO_RENTS, ALWAYS_TWO_RENTS = 300, 4000  # euros: outside them, no rent of these départements would change the answer
RENT_DAY, UNPAID_RENTS = 10, 2  # by the tenth the month's rent is late; two of them make the impayé where no amount is told


@dataclass(frozen=True, slots=True)
class Located:
    """The stage, and the day of the act that defines it where there is one."""

    stage: Stage
    since: Day | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """The one fact that would change the answer most."""

    fact: str


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """Not ours to place, and why; `nothing-told` when the message says nothing of a situation."""

    reason: Scope


Outcome = Located | Missing | OutOfScope


def locate(situation: Situation, today: date) -> Outcome:
    """The furthest living act decides; then what is told of the debt; an act that cannot be named is asked for."""
    if situation.scope and (not situation.acts or situation.scope is Scope.BAIL_COMMERCIAL):
        return OutOfScope(situation.scope)
    act = situation.furthest
    if act is None:
        return Missing("act") if situation.unclear_act else _before_any_act(situation, today)
    if situation.unclear_act and act.stage.rank < Stage.COMMANDEMENT_DE_PAYER.rank:
        return Missing("act")
    return _at(act, situation, today)


def _at(act: Act, situation: Situation, today: date) -> Outcome:
    """The stage of the furthest act, once a past hearing and the judgment's terms are read."""
    if act.stage is Stage.ASSIGNATION and situation.hearing and situation.hearing.last < today:
        return Located(Stage.AUDIENCE_PASSEE)
    if act.stage is Stage.EXPULSE and act.day and act.day.first > today:  # a day is set: the préfet has granted the police
        return Located(Stage.CONCOURS_ACCORDE)
    if act.stage in {Stage.JUGEMENT_DELAIS, Stage.JUGEMENT_RESILIATION}:
        return _after_judgment(act, situation)
    return Located(act.stage, None if act.stage is Stage.AUDIENCE_PASSEE else act.day)


def _after_judgment(act: Act, situation: Situation) -> Outcome:
    """Delays hold as long as they are kept: a broken plan gives the termination its effect back, a plan paid to its end takes it away (loi de 1989, art. 24, VII)."""
    if situation.judgment is Judgment.UNKNOWN:
        return Missing("judgment")
    if situation.judgment is Judgment.DELAIS and situation.plan_done and situation.plan_respected is not False:
        return Located(Stage.BAIL_EN_COURS)
    if situation.judgment is Judgment.DELAIS and situation.plan_respected is not False:
        return Located(Stage.JUGEMENT_DELAIS, act.own_day)
    return Located(Stage.JUGEMENT_RESILIATION, act.own_day)


def _before_any_act(situation: Situation, today: date) -> Outcome:
    """Debt and months against the definition of the impayé, or else the words that the debt is told in."""
    if situation.scope:
        return OutOfScope(situation.scope)
    if situation.debt_eur == 0 or situation.debt_told is False:
        return Located(Stage.BAIL_EN_COURS)
    constituted = impaye_constitue(situation, today)
    if constituted is None and situation.debt_eur is None and _stopped_paying(situation, today):
        constituted = True
    if constituted is not None:
        return Located(Stage.IMPAYE_CONSTITUE if constituted else Stage.IMPAYE_NAISSANT)
    if today >= DEFINITION_2027 and situation.months_unpaid is not None and situation.debt_eur is None:
        return Missing("debt_eur")  # one or two rents: more than 450 € or not
    return _by_the_words(situation)


def _stopped_paying(situation: Situation, today: date) -> bool:
    """Nothing paid since a month that was told: two rents have fallen due from that month to today's."""
    since = situation.first_default
    if since is None or not situation.debt_lasting:
        return False
    fallen = (today.year - since.first.year) * 12 + today.month - since.first.month + (today.day >= RENT_DAY)
    return fallen >= UNPAID_RENTS


def _by_the_size(debt: float, *, several: bool) -> Outcome:
    """A debt that is surely less, or more, than two rents of these départements is placed; the rent is asked between the two."""
    if debt < NEVER_TWO_RENTS:
        return Located(Stage.IMPAYE_NAISSANT)
    return Located(Stage.IMPAYE_CONSTITUE) if several or debt >= ALWAYS_TWO_RENTS else Missing("rent_eur")


def _by_the_words(situation: Situation) -> Outcome:
    """Without any size: a debt that begins or lasts; one that nobody can measure asks how many months, an amount alone asks for the rent."""
    if situation.debt_unmeasured and situation.debt_eur is None and situation.first_default is None:
        return Missing("months_unpaid")
    if situation.debt_beginning:
        return Located(Stage.IMPAYE_NAISSANT)
    if situation.debt_eur is not None:
        return _by_the_size(situation.debt_eur, several=bool(situation.debt_lasting))
    if situation.debt_told:
        return Located(Stage.IMPAYE_CONSTITUE if situation.debt_lasting else Stage.IMPAYE_NAISSANT)
    if situation.plan_respected is False:  # a plan is for a debt, whose size is not told
        return Missing("months_unpaid")
    return Located(Stage.BAIL_EN_COURS) if situation.lease_told else Missing("act")
