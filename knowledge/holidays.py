"""Public holidays of metropolitan France without Alsace-Moselle (code du travail, art. L. 3133-1), from the `holidays` library."""

from datetime import date
from functools import cache

import holidays


@cache
def _of_year(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("FR", years=year))


def is_holiday(day: date) -> bool:
    """Whether *day* is a public holiday."""
    return day in _of_year(day.year)
