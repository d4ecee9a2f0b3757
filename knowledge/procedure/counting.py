"""Counting delays as French procedure does (code de procédure civile, art. 640 to 642)."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6
Holidays = Callable[[date], bool]


def add_months(day: date, months: int) -> date:
    """The same day of the month, *months* later; the month's last day where it has no such day (art. 641, al. 2)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add(day: date, number: int, unit: str) -> date:
    """The last day of a delay of *number* jours, semaines, mois or ans that starts with an act of *day* (art. 641)."""
    match unit:
        case "jours":
            return day + timedelta(days=number)
        case "semaines":
            return day + timedelta(weeks=number)
        case "mois":
            return add_months(day, number)
        case "ans":
            return add_months(day, 12 * number)
    raise ValueError(f"« {unit} » n'est pas une unité de durée")


def is_working(day: date, holidays: Holidays) -> bool:
    """Monday to Friday, public holidays excepted."""
    return day.weekday() < SATURDAY and not holidays(day)


def add_working_days(day: date, number: int, holidays: Holidays) -> date:
    """The *number*-th working day after *day*, or before it where *number* is negative."""
    step = timedelta(days=1 if number >= 0 else -1)
    left = abs(number)
    while left:
        day += step
        left -= is_working(day, holidays)
    return day


def extended(day: date, holidays: Holidays) -> date:
    """*day*, or the next working day where it falls on a Saturday, a Sunday or a public holiday (art. 642)."""
    while not is_working(day, holidays):
        day += timedelta(days=1)
    return day


def days_left(day: date, today: date) -> int:
    """Days from *today* to the last day *day*: 0 on the day itself, negative once it has passed."""
    return (day - today).days


def duration(number: int, unit: str) -> str:
    """The ISO 8601 duration: `P6W`, `P2M`, `P42D`, `P3Y`."""
    return f"P{number}{ {'jours': 'D', 'semaines': 'W', 'mois': 'M', 'ans': 'Y'}[unit] }"
