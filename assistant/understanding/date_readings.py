"""What a date told by its day, its month or its year means: its past and its future reading.

Conventions of the contract: « début » 1-10, « mi » 10-20, « fin » 20-end.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date

from assistant.understanding.calendar_words import MONTHS, NUMBERS
from knowledge.procedure.situation import Day

CENTURY = 2000
Reading = Callable[[re.Match[str], date], tuple[Day, Day] | None]


def exactly(day: date) -> Day:
    """One day."""
    return Day(day, day)


def both(day: Day) -> tuple[Day, Day]:
    """The same past and future reading."""
    return day, day


def as_number(word: str) -> int:
    """« trois », "three", « 3 »."""
    return int(word) if word.isdigit() else NUMBERS[word]


def as_year(text: str | None) -> int | None:
    """The year told; two digits are this century's."""
    if not text:
        return None
    return int(text) if len(text) > 2 else CENTURY + int(text)  # noqa: PLR2004 (two digits)


def yearly(build: Callable[[int], Day], today: date) -> tuple[Day, Day]:
    """The nearest past and the nearest future occurrence of what comes once a year; today is both."""
    days = list(existing(build, range(today.year - 4, today.year + 5)))
    past = max((day for day in days if day.first <= today), key=lambda day: day.first)
    future = min((day for day in days if day.last >= today), key=lambda day: day.first)
    return past, future


def existing(build: Callable[[int], Day], years: range) -> Iterator[Day]:
    """The occurrences that exist: 29 February does not every year."""
    for year in years:
        try:
            yield build(year)
        except ValueError:
            continue


def dated(day: int, month: int, year: int | None, today: date) -> tuple[Day, Day]:
    """A day of a month, in the year told or the nearest one."""
    if year:
        return both(exactly(date(year, month, day)))
    return yearly(lambda y: exactly(date(y, month, day)), today)


def month_range(year: int, month: int, part: str | None = None) -> Day:
    """The whole month, or its beginning (1-10), middle (10-20) or end (20-last)."""
    last = calendar.monthrange(year, month)[1]
    first, end = {"debut": (1, 10), "mi": (10, 20), "fin": (20, last)}.get(part or "", (1, last))
    return Day(date(year, month, first), date(year, month, end))


PARTS = {"debut": "debut", "early": "debut", "beginning of": "debut", "start of": "debut", "mi": "mi", "mid": "mi", "milieu": "mi", "courant": ""}
PARTS |= {"fin": "fin", "late": "fin", "end of": "fin", "the end of": "fin"}
PART = r"(debut|early|beginning of|start of|mi|mid|milieu|courant|fin|late|end of)"


def part_of(word: str | None) -> str | None:
    """`debut`, `mi` or `fin`."""
    return PARTS.get(word or "")


def numeric(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« 12/10 », « 12/10/2026 »."""
    return dated(int(m[1]), int(m[2]), as_year(m[3]), today)


def iso(m: re.Match[str], _: date) -> tuple[Day, Day]:
    """« 2026-10-12 »."""
    return both(exactly(date(int(m[1]), int(m[2]), int(m[3]))))


def written(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« 3 mars », « 1er février 2026 »."""
    day = 1 if m[1] in {"1er", "premier"} else int(re.sub(r"\D", "", m[1]))
    return dated(day, MONTHS[m[2]], as_year(m[3]), today)


def written_en(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """A month before its day: "March 3rd"."""
    return dated(int(m[2]), MONTHS[m[1]], as_year(m[3]), today)


def in_month(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« en mars », « début septembre », « mi-janvier 2025 »."""
    part, month, year = part_of(m[1]), MONTHS[m[2]], as_year(m[3])
    if year:
        return both(month_range(year, month, part))
    return yearly(lambda y: month_range(y, month, part), today)


def in_month_last_year(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« en juin de l'année dernière »."""
    return both(month_range(today.year - 1, MONTHS[m[2]]))


def in_year(m: re.Match[str], _: date) -> tuple[Day, Day]:
    """« en 2021 »."""
    year = int(m[1])
    return both(Day(date(year, 1, 1), date(year, 12, 31)))
