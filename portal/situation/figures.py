"""How the card and the exports write a day and the time left."""

from datetime import date

from assistant.wording import written_date
from portal.situation.words import words

SOON = 8


def span(day: date, days: tuple[date, date] | None, language: str) -> str:
    """A day, or the days between which it lies when it was told vaguely."""
    if days is None:
        return written_date(day, language)
    return words(language)["between"].format(first=written_date(days[0], language), last=written_date(days[1], language))


def left(day: date, today: date, language: str) -> str:
    """« dans 18 jours », « aujourd'hui », « passé depuis 3 jours »."""
    days = (day - today).days
    key = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days, "in-days" if days > 0 else "days-ago")
    return words(language)[key].format(days=abs(days))


def urgency(day: date, today: date) -> str:
    """past, soon (a week) or later."""
    days = (day - today).days
    return "past" if days < 0 else "soon" if days < SOON else "later"
