"""What a situation says to select a version of the law."""

from datetime import date

from knowledge.dated import Facts, Selector
from knowledge.procedure.situation import Situation

REFORM = date(2023, 7, 29)  # loi n° 2023-668: the lease's side of it decides the delay of the commandement de payer
LEASE, BEFORE_REFORM, SINCE_REFORM = "lease", f"before-{REFORM}", f"since-{REFORM}"


def facts(situation: Situation, today: date) -> Facts:
    """What the situation says to select a version of the law."""
    dates: dict[Selector, date] = {}
    side = _lease_side(situation)
    if situation.lease and side:
        dates[Selector.BAIL] = situation.lease.first
    if situation.furthest and situation.furthest.day:
        dates[Selector.ACTE] = situation.furthest.day.first
    if situation.hearing:
        dates[Selector.AUDIENCE] = situation.hearing.first
    traits = {"decision": situation.decision} if situation.decision else {}
    if side:
        traits[LEASE] = side
    return Facts(today, dates, traits)


def _lease_side(situation: Situation) -> str | None:
    """On which side of the 2023 reform the lease stands; None when unknown, renewed since, or astride."""
    lease = situation.lease
    if lease is None or situation.lease_renewed:
        return None
    if lease.last < REFORM:
        return BEFORE_REFORM
    return SINCE_REFORM if lease.first >= REFORM else None
