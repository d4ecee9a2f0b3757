"""Dates as people tell them, found in a text: the grammar, and the mentions it gives.

Without a year, a mention has a past and a future reading; who asks knows which it means.
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.understanding import date_readings as read
from assistant.understanding import relative_readings as relative
from assistant.understanding.calendar_words import MONTH, NUMBER, SPAN, WEEKDAY, WEEKDAYS, YEAR
from knowledge.procedure.situation import Day


@dataclass(frozen=True, slots=True)
class Mention:
    """A date told between two places of the text; `past` and `future` are its two readings."""

    start: int
    end: int
    past: Day
    future: Day
    relative: bool = False


def find_dates(text: str, today: date) -> list[Mention]:
    """The dates of *text* in order, the longest reading at each place; impossible ones (31/02) are no dates."""
    found: list[Mention] = []
    for pattern, reading, is_relative in _GRAMMAR:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            if days := _safely(reading, match, today):
                found.append(Mention(match.start(), match.end(), *days, relative=is_relative))
    found.sort(key=lambda mention: mention.start)
    return [one for at, one in enumerate(found) if not _restated(text, one, found[at + 1] if at + 1 < len(found) else None)]


def no_such_day(text: str, today: date) -> str | None:
    """The first day told that no calendar has (« 31 fevrier », « 45/01/2026 »), in the text's own words."""
    for pattern, reading, _ in _GRAMMAR:
        for match in pattern.finditer(text) if reading in _WHOLE_DAYS else ():
            if _MONTH_NAMED.search(match[0]) and not _safely(reading, match, today):
                return match[0]
    return None


def _restated(text: str, one: Mention, after: Mention | None) -> bool:
    """« lundi 02/11 »: the weekday only repeats the date that follows it."""
    return after is not None and text[one.start : one.end] in WEEKDAYS and text[one.end : after.start].strip(" ,") in {"", "le"}


def _safely(reading: read.Reading, match: re.Match[str], today: date) -> tuple[Day, Day] | None:
    try:
        return reading(match, today)
    except (ValueError, OverflowError):
        return None


_RECENT = "dernier|passe|prochain"
_SOURCES: tuple[tuple[str, read.Reading, bool], ...] = (
    (rf"\b{YEAR}-(\d{{2}})-(\d{{2}})\b", read.iso, False),
    (r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})\b(?!\s?euros)", read.numeric, False),
    (rf"\b(?:{'|'.join(WEEKDAYS)})\s+(?:le )?(\d{{1,2}}(?:er|e|th|rd|nd|st)?|premier)\s+(?:of\s+)?{MONTH}\.?(?:\s+(?:de\s+)?{YEAR})?\b", read.written, False),
    (rf"\b(\d{{1,2}}(?:er|e|th|rd|nd|st)?|premier)\s+(?:of\s+)?{MONTH}\.?(?:\s+(?:de\s+)?{YEAR})?\b", read.written, False),
    (rf"\b{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+{YEAR})?", read.written_en, False),
    (r"\b(?:le|du) (1er|\d{1,2}) (de ce mois|du mois courant)\b", relative.day_of_month, True),
    (r"\b(?:le )(1er|\d{1,2}) (du mois dernier|du mois passe|du mois prochain)\b", relative.day_of_other_month, True),
    (rf"\b{WEEKDAY}\s+(?:de\s+)?(?:la semaine (?:derniere|prochaine|passee)|(?:of )?(?:last|next) week)\b", relative.weekday_last_week, True),
    (
        rf"\b(?:il y a|y a|ago|voila|ca fait|cela fait)\s+(?:environ |a peu pres |presque |bientot |plus de |une |a peine )*{NUMBER}\s+(?:de )?{SPAN}(\s+et\s+demie?)?",
        relative.ago,
        True,
    ),
    (rf"\b(?:about |almost |around )?{NUMBER}\s+{SPAN}()\s+(?:ago|plus tot)\b", relative.ago, True),
    (rf"\b(?:dans|d'ici|in|within)\s+(?:environ |about )?{NUMBER}\s+{SPAN}()", relative.ahead, True),
    (r"\b(?:avant-?\s?hier|day before yesterday)\b", relative.offset(-2), True),
    (r"\b(?:apres-?\s?demain|day after tomorrow)\b", relative.offset(2), True),
    (r"\b(?:hier|yesterday|la veille)\b", relative.offset(-1), True),
    (r"\b(?:demain|tomorrow)\b", relative.offset(1), True),
    (
        r"\b(?:aujourd'?\s?hui|ce matin|ce midi|cet apres-?midi|tout a l'heure|ce jour(?!-)|today|this morning|this afternoon|a l'instant)\b",
        relative.offset(0),
        True,
    ),
    (r"\b(?:la semaine (?:derniere|passee)|semaine derniere|last week)\b", relative.week(-1), True),
    (r"\b(?:la semaine prochaine|semaine prochaine|next week)\b", relative.week(1), True),
    (r"\b(?:cette semaine|dans la semaine|en debut de semaine|this week)\b", relative.week(0), True),
    (
        rf"\b(?:a la |au |le |the )?{read.PART}\s+(?:du|de ce|of the|of)?\s?(?:(last|next) )?(?:mois|month)(?:\s+({_RECENT}|last|next))?\b",
        relative.month_of,
        True,
    ),
    (
        r"\b(?:le mois dernier|le mois passe|mois dernier|last month|le mois prochain|mois prochain|next month|ce mois-?ci|ce mois|this month)\b",
        relative.last_month,
        True,
    ),
    (rf"\b()(?:en |de |d'|au mois de |au mois d')?{MONTH} (?:de )?(?:l'annee derniere|l'an dernier|l'an passe|last year)\b", read.in_month_last_year, True),
    (r"\b(?:l'an dernier|l'annee derniere|l'an passe|l'annee passee|last year)\b", relative.last_year, True),
    (rf"\b(?:a la |au |vers |le )?{read.PART}[\s-]+(?:de |of |du mois de )?{MONTH}\b\.?(?:\s+{YEAR})?", read.in_month, False),
    (rf"\b()(?:en|au mois de|au mois d'|depuis|de|d'|du|courant|in|since|vers|le mois de)\s*{MONTH}\b\.?(?:\s+{YEAR})?", read.in_month, False),
    (rf"\b()(?<!\d ){MONTH}\s+{YEAR}\b", read.in_month, False),
    (rf"\b(?:(last|next|this coming)\s+)?{WEEKDAY}(?:\s+({_RECENT}|qui vient))?\b", relative.weekday, True),
    (r"\b(\d{1,2})\s?/\s?(\d{1,2})()\b(?!\s?(?:euros|%|/))", read.numeric, False),
    (
        rf"\b(?:le|du|au|the)\s+(1er|\d{{1,2}})(?:th|st|nd|rd)?\b(?:\s+({_RECENT}|de ce mois|du mois))?(?!\s*(?:{MONTH}|\d|euros|mois|loyers?|jours?|semaines?|ans?|heures?|h\b|h\d|%|rue|avenue|/|,\d|\.\d|m2|enfants|e\b|o\b))",
        relative.day_of_month,
        True,
    ),
    (rf"\b(?:en|de|depuis|annee|in|since|from|bail|lease)\s+{YEAR}\b", read.in_year, False),
    (r"\b(?:recemment|ces jours-?ci|il y a quelques jours|il y a peu|recently|a few days ago)\b", relative.recently, True),
)
_WHOLE_DAYS = {read.iso, read.numeric, read.written, read.written_en}
_MONTH_NAMED = re.compile(rf"{MONTH}|{YEAR}")  # « 05.49.88 » is a telephone's
_GRAMMAR = tuple((re.compile(pattern), reading, is_relative) for pattern, reading, is_relative in _SOURCES)
