"""Thresholds of the law and of the local texts, each answered yes, no or None (unknown), with the text that sets it."""

from datetime import date

from knowledge.procedure.counting import add_months
from knowledge.procedure.situation import Situation

DEFINITION_2027 = date(2027, 1, 1)  # décret n° 2026-84: more than 450 €, or three months after the first default
RENTS, MONTHS_2027, EUROS_2027 = 2, 3, 450


def impaye_constitue(situation: Situation, today: date) -> bool | None:
    """Whether the impayé meets the definition in force on *today* (`impaye-definition-aide-logement`)."""
    return _impaye_2027(situation, today) if today >= DEFINITION_2027 else _impaye_2019(situation)


def _impaye_2019(situation: Situation) -> bool | None:
    """Twice the rent with charges; two unpaid months where no amount is told (CCH, art. R. 824-1)."""
    if situation.debt_eur is not None and situation.rent_eur:
        return situation.debt_eur >= RENTS * situation.rent_eur
    if situation.months_unpaid is not None:
        return situation.months_unpaid >= RENTS
    return None


def _impaye_2027(situation: Situation, today: date) -> bool | None:
    """More than 450 €, or three months after the first default, whatever the amount."""
    debt = situation.debt_eur
    if debt is None and situation.rent_eur and situation.months_unpaid:
        debt = situation.rent_eur * situation.months_unpaid
    if debt is not None and debt > EUROS_2027:
        return True
    if situation.first_default and add_months(situation.first_default.last, MONTHS_2027) <= today:
        return True
    if situation.months_unpaid is not None and situation.months_unpaid >= MONTHS_2027:
        return True
    return False if debt is not None or situation.months_unpaid is not None else None
