"""The trêve hivernale and the days of an eviction: which days they leave (CPCE, art. L. 412-6, al. 1, and L. 141-1)."""

from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.procedure.counting import SUNDAY, Holidays


@dataclass(frozen=True, slots=True)
class Treve:
    """A winter's truce: first and last day on which no eviction takes place."""

    first: date
    last: date


def treve_of(day: date) -> Treve | None:
    """The trêve that covers *day*, from 1 November to 31 March since 27 March 2014; None outside it."""
    year = day.year if day.month >= 11 else day.year - 1  # noqa: PLR2004 (November)
    treve = Treve(date(year, 11, 1), date(year + 1, 3, 31))
    return treve if treve.first <= day <= treve.last else None


def next_treve(day: date) -> Treve:
    """The trêve that covers *day*, or the next one."""
    return treve_of(day) or Treve(date(day.year, 11, 1), date(day.year + 1, 3, 31))


def first_possible_eviction(day: date) -> date:
    """*day*, or the first day after the trêve that covers it."""
    covering = treve_of(day)
    return date(covering.last.year, 4, 1) if covering else day


def next_eviction_day(day: date, holidays: Holidays) -> date:
    """The first day from *day* on that is outside the trêve, no Sunday and no public holiday."""
    day = first_possible_eviction(day)
    while day.weekday() == SUNDAY or holidays(day) or treve_of(day):
        day = first_possible_eviction(day + timedelta(days=1))
    return day
