"""What a date told from today means: « il y a 3 semaines » ± 3 days, « il y a 2 mois » ± 7 days, « la semaine dernière » Monday to Sunday."""

import calendar
import re
from datetime import date, timedelta

from assistant.understanding.calendar_words import WEEKDAYS
from assistant.understanding.date_readings import Reading, as_number, both, exactly, month_range, part_of
from knowledge.procedure.counting import add_months
from knowledge.procedure.situation import Day

WEEK_SLACK, MONTH_SLACK = 3, 7


def shifted(today: date, number: int, unit: str, sign: int) -> Day:
    """Today moved by a told span, with the slack of its unit: none for days."""
    if unit.startswith(("j", "d")):
        return exactly(today + timedelta(days=sign * number))
    if unit.startswith(("s", "w")):
        return around(today + timedelta(weeks=sign * number), WEEK_SLACK)
    return around(add_months(today, sign * number * (1 if unit.startswith("m") else 12)), MONTH_SLACK)


def around(day: date, slack: int) -> Day:
    """A day and its slack on both sides."""
    return Day(day - timedelta(days=slack), day + timedelta(days=slack))


def unit_of(m: re.Match[str], first: int) -> str:
    """The unit among the groups of a span."""
    return next(group for group in m.groups()[first - 1 : first + 3] if group)


def ago(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« il y a 3 semaines », "2 months ago"; never after today."""
    day = shifted(today, as_number(m[1]), unit_of(m, 2), -1)
    if m[6]:
        half = 15 if unit_of(m, 2).startswith("m") else 3
        day = Day(day.first - timedelta(days=half), day.last - timedelta(days=half))
    return both(Day(day.first, min(day.last, today)))


def ahead(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« dans 10 jours »; never before today."""
    day = shifted(today, as_number(m[1]), unit_of(m, 2), 1)
    return both(Day(max(day.first, today), day.last))


def offset(days: int) -> Reading:
    """« hier », « demain »: so many days from today."""
    return lambda _, today: both(exactly(today + timedelta(days=days)))


def week(shift: int) -> Reading:
    """« la semaine dernière »: Monday to Sunday."""

    def reading(_: re.Match[str], today: date) -> tuple[Day, Day]:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return both(Day(monday, monday + timedelta(days=6)))

    return reading


def month_of(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« le mois dernier », « fin du mois », « début du mois prochain »."""
    shift = {"dernier": -1, "passe": -1, "last": -1, "prochain": 1, "next": 1}.get(m[2] or m[3] or "", 0)
    month = add_months(today.replace(day=1), shift)
    return both(month_range(month.year, month.month, part_of(m[1])))


def last_month(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« le mois dernier », « le mois prochain »."""
    shift = 1 if re.search(r"prochain|next", m[0]) else -1 if re.search(r"dernier|passe|last", m[0]) else 0
    month = add_months(today.replace(day=1), shift)
    return both(month_range(month.year, month.month))


def last_year(_: re.Match[str], today: date) -> tuple[Day, Day]:
    """« l'an dernier »."""
    return both(Day(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)))


def weekday(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« lundi », « lundi dernier », « lundi prochain », « lundi de la semaine dernière »."""
    wanted = WEEKDAYS[m[2]]
    past = today - timedelta(days=(today.weekday() - wanted) % 7)
    future = today + timedelta(days=(wanted - today.weekday()) % 7)
    word = m[1] or m[3] or ""
    if word in {"dernier", "passe", "last"}:
        return both(exactly(past if past < today else past - timedelta(weeks=1)))
    if word in {"prochain", "next", "qui vient", "this coming"}:
        return both(exactly(future if future > today else future + timedelta(weeks=1)))
    return exactly(past), exactly(future)


def weekday_last_week(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« mardi de la semaine dernière »."""
    shift = 1 if re.search(r"prochaine|next", m[0]) else -1
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    return both(exactly(monday + timedelta(days=WEEKDAYS[m[1]])))


def day_of_month(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« le 12 », « le 12 dernier », « le 12 de ce mois »: the nearest such day on each side."""
    number = 1 if m[1] == "1er" else int(m[1])
    starts = [add_months(today.replace(day=1), shift) for shift in range(-3, 4)]
    days = [start.replace(day=number) for start in starts if number <= calendar.monthrange(start.year, start.month)[1]]
    past = max(day for day in days if day <= today)
    future = min(day for day in days if day >= today)
    word = m[2] or ""
    if "mois" in word:
        return both(exactly(today.replace(day=number)))
    if word in {"dernier", "passe"}:
        return both(exactly(past))
    if word == "prochain":
        return both(exactly(future))
    return exactly(past), exactly(future)


def day_of_other_month(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« le 20 du mois dernier »."""
    month = add_months(today.replace(day=1), 1 if "prochain" in m[2] else -1)
    return both(exactly(month.replace(day=1 if m[1] == "1er" else int(m[1]))))


def recently(_: re.Match[str], today: date) -> tuple[Day, Day]:
    """« récemment »: the last seven days."""
    return both(Day(today - timedelta(days=7), today))
