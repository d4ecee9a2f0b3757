"""What people type in a form, read or refused with a plain sentence beside the field."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from assistant.wording import written_date
from portal.pages.words import fault

T = TypeVar("T")
_DAY = re.compile(r"^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))$")
_NUMBER = re.compile(r"^-?\d+(?:[.,]\d+)?$")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """What was typed, its value, or what is wrong with it; neither when nothing was typed."""

    typed: str = ""
    value: T | None = None
    fault: str | None = None


def read_day(typed: str, first: date, last: date) -> Entry[date]:
    """A day, « 2026-11-03 » or « 03/11/2026 », between *first* and *last*."""
    text = typed.strip()
    if not text:
        return Entry()
    found = _DAY.match(text)
    if not found:
        return Entry(text, fault=fault("day"))
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return Entry(text, fault=fault("no-such-day"))
    if not first <= value <= last:
        return Entry(text, fault=fault("day-range", first=_day(first), last=_day(last)))
    return Entry(value.isoformat(), value)


def read_amount(typed: str, most: float, *, name: str = "amount") -> Entry[float]:
    """A number or an amount of money; « 1 250,50 € » is 1250.5."""
    text = typed.strip()
    bare = re.sub(r"[\s\u00a0\u202f]|€|euros?", "", text)
    if not text:
        return Entry()
    if not _NUMBER.match(bare):
        return Entry(text, fault=fault(name))
    value = float(bare.replace(",", "."))
    if value < 0:
        return Entry(text, fault=fault("negative"))
    return Entry(text, value) if value <= most else Entry(text, fault=fault("too-big"))


def _day(day: date) -> str:
    return written_date(day, "fr").partition(" ")[2]
