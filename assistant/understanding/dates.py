"""Dates as people tell them, resolved against today: a day, or the range that vague words leave open.

Conventions of the contract: « il y a 3 semaines » ± 3 days, « il y a 2 mois » ± 7 days, « début » 1-10, « mi » 10-20, « fin » 20-end,
« la semaine dernière » Monday to Sunday. Without a year, a mention has a past and a future reading; who asks knows which it means.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.procedure.counting import add_months
from knowledge.procedure.situation import Day

WEEK_SLACK, MONTH_SLACK = 3, 7
CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Mention:
    """A date told between two places of the text; `past` and `future` are its two readings."""

    start: int
    end: int
    past: Day
    future: Day
    relative: bool = False


NUMBERS = {
    word: number
    for number, words in enumerate(
        [
            "zero",
            "un une one a an",
            "deux two",
            "trois three",
            "quatre four",
            "cinq five",
            "six",
            "sept seven",
            "huit eight",
            "neuf nine",
            "dix ten",
            "onze eleven",
            "douze twelve",
            "treize",
            "quatorze",
            "quinze quinzaine",
            "seize",
        ]
    )
    for word in words.split()
} | {"vingt": 20, "trente": 30, "quarante": 40, "dizaine": 10, "quelques": 3, "couple": 2}
_NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january janvie",
            "fevrier fevr fev february feb fevrie",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul juill",
            "aout august aug out",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"({'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("lundi monday", "mardi tuesday", "mercredi wednesday", "jeudi thursday", "vendredi friday", "samedi saturday", "dimanche sunday")
    )
    for name in names.split()
}
_WEEKDAY = rf"({'|'.join(_WEEKDAYS)})"
_DAYS = r"(jours?|days?|j)\b"
_WEEKS = r"(semaines?|weeks?|sem)\b"
_SPAN = rf"(?:{_DAYS}|{_WEEKS}|(mois|months?)\b|(ans?|annees?|years?)\b)"
_YEAR = r"(20\d{2}|19\d{2})"
Reading = Callable[[re.Match[str], date], tuple[Day, Day] | None]


def find_dates(text: str, today: date) -> list[Mention]:
    """The dates of *text* in order, the longest reading at each place; impossible ones (31/02) are no dates."""
    found: list[Mention] = []
    for pattern, reading, relative in _GRAMMAR:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            if days := _safely(reading, match, today):
                found.append(Mention(match.start(), match.end(), *days, relative=relative))
    found.sort(key=lambda mention: mention.start)
    return [one for at, one in enumerate(found) if not _restated(text, one, found[at + 1] if at + 1 < len(found) else None)]


def _restated(text: str, one: Mention, after: Mention | None) -> bool:
    """« lundi 02/11 »: the weekday only repeats the date that follows it."""
    return after is not None and text[one.start : one.end] in _WEEKDAYS and text[one.end : after.start].strip(" ,") in {"", "le"}


def _safely(reading: Reading, match: re.Match[str], today: date) -> tuple[Day, Day] | None:
    try:
        return reading(match, today)
    except (ValueError, OverflowError):
        return None


def _one(day: date) -> Day:
    return Day(day, day)


def _same(day: Day) -> tuple[Day, Day]:
    return day, day


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _year(text: str | None) -> int | None:
    """The year told; two digits are this century's."""
    if not text:
        return None
    return int(text) if len(text) > 2 else CENTURY + int(text)  # noqa: PLR2004 (two digits)


def _yearly(build: Callable[[int], Day], today: date) -> tuple[Day, Day]:
    """The nearest past and the nearest future occurrence of what comes once a year; today is both."""
    days = list(_possible(build, range(today.year - 4, today.year + 5)))
    past = max((day for day in days if day.first <= today), key=lambda day: day.first)
    future = min((day for day in days if day.last >= today), key=lambda day: day.first)
    return past, future


def _possible(build: Callable[[int], Day], years: range) -> Iterator[Day]:
    """The occurrences that exist: 29 February does not every year."""
    for year in years:
        try:
            yield build(year)
        except ValueError:
            continue


def _dated(day: int, month: int, year: int | None, today: date) -> tuple[Day, Day]:
    if year:
        return _same(_one(date(year, month, day)))
    return _yearly(lambda y: _one(date(y, month, day)), today)


def _month_range(year: int, month: int, part: str | None = None) -> Day:
    """The whole month, or its beginning (1-10), middle (10-20) or end (20-last)."""
    last = calendar.monthrange(year, month)[1]
    first, end = {"debut": (1, 10), "mi": (10, 20), "fin": (20, last)}.get(part or "", (1, last))
    return Day(date(year, month, first), date(year, month, end))


_PARTS = {"debut": "debut", "early": "debut", "beginning of": "debut", "start of": "debut", "mi": "mi", "mid": "mi", "milieu": "mi", "courant": ""}
_PARTS |= {"fin": "fin", "late": "fin", "end of": "fin", "the end of": "fin"}
_PART = r"(debut|early|beginning of|start of|mi|mid|milieu|courant|fin|late|end of)"


def _part(word: str | None) -> str | None:
    return _PARTS.get(word or "")


def _numeric(m: re.Match[str], today: date) -> tuple[Day, Day]:
    return _dated(int(m[1]), int(m[2]), _year(m[3]), today)


def _iso(m: re.Match[str], _: date) -> tuple[Day, Day]:
    return _same(_one(date(int(m[1]), int(m[2]), int(m[3]))))


def _written(m: re.Match[str], today: date) -> tuple[Day, Day]:
    day = 1 if m[1] in {"1er", "premier"} else int(re.sub(r"\D", "", m[1]))
    return _dated(day, MONTHS[m[2]], _year(m[3]), today)


def _written_en(m: re.Match[str], today: date) -> tuple[Day, Day]:
    return _dated(int(m[2]), MONTHS[m[1]], _year(m[3]), today)


def _in_month(m: re.Match[str], today: date) -> tuple[Day, Day]:
    part, month, year = _part(m[1]), MONTHS[m[2]], _year(m[3])
    if year:
        return _same(_month_range(year, month, part))
    return _yearly(lambda y: _month_range(y, month, part), today)


def _in_year(m: re.Match[str], _: date) -> tuple[Day, Day]:
    year = int(m[1])
    return _same(Day(date(year, 1, 1), date(year, 12, 31)))


def _shifted(today: date, number: int, unit: str, sign: int) -> Day:
    """Today moved by a told span, with the slack of its unit: none for days."""
    if unit.startswith(("j", "d")):
        return _one(today + timedelta(days=sign * number))
    if unit.startswith(("s", "w")):
        return _around(today + timedelta(weeks=sign * number), WEEK_SLACK)
    return _around(add_months(today, sign * number * (1 if unit.startswith("m") else 12)), MONTH_SLACK)


def _around(day: date, slack: int) -> Day:
    return Day(day - timedelta(days=slack), day + timedelta(days=slack))


def _unit(m: re.Match[str], first: int) -> str:
    return next(group for group in m.groups()[first - 1 : first + 3] if group)


def _ago(m: re.Match[str], today: date) -> tuple[Day, Day]:
    day = _shifted(today, _number(m[1]), _unit(m, 2), -1)
    if m[6]:
        half = 15 if _unit(m, 2).startswith("m") else 3
        day = Day(day.first - timedelta(days=half), day.last - timedelta(days=half))
    return _same(Day(day.first, min(day.last, today)))


def _ahead(m: re.Match[str], today: date) -> tuple[Day, Day]:
    day = _shifted(today, _number(m[1]), _unit(m, 2), 1)
    return _same(Day(max(day.first, today), day.last))


def _offset(days: int) -> Reading:
    return lambda _, today: _same(_one(today + timedelta(days=days)))


def _week(shift: int) -> Reading:
    def reading(_: re.Match[str], today: date) -> tuple[Day, Day]:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return _same(Day(monday, monday + timedelta(days=6)))

    return reading


def _month_of(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« le mois dernier », « fin du mois », « début du mois prochain »."""
    shift = {"dernier": -1, "passe": -1, "last": -1, "prochain": 1, "next": 1}.get(m[2] or m[3] or "", 0)
    month = add_months(today.replace(day=1), shift)
    return _same(_month_range(month.year, month.month, _part(m[1])))


def _last_month(m: re.Match[str], today: date) -> tuple[Day, Day]:
    shift = 1 if re.search(r"prochain|next", m[0]) else -1 if re.search(r"dernier|passe|last", m[0]) else 0
    month = add_months(today.replace(day=1), shift)
    return _same(_month_range(month.year, month.month))


def _last_year(_: re.Match[str], today: date) -> tuple[Day, Day]:
    return _same(Day(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)))


def _weekday(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« lundi », « lundi dernier », « lundi prochain », « lundi de la semaine dernière »."""
    wanted = _WEEKDAYS[m[2]]
    past = today - timedelta(days=(today.weekday() - wanted) % 7)
    future = today + timedelta(days=(wanted - today.weekday()) % 7)
    word = m[1] or m[3] or ""
    if word in {"dernier", "passe", "last"}:
        return _same(_one(past if past < today else past - timedelta(weeks=1)))
    if word in {"prochain", "next", "qui vient", "this coming"}:
        return _same(_one(future if future > today else future + timedelta(weeks=1)))
    return _one(past), _one(future)


def _weekday_last_week(m: re.Match[str], today: date) -> tuple[Day, Day]:
    shift = 1 if re.search(r"prochaine|next", m[0]) else -1
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    return _same(_one(monday + timedelta(days=_WEEKDAYS[m[1]])))


def _day_of_month(m: re.Match[str], today: date) -> tuple[Day, Day]:
    """« le 12 », « le 12 dernier », « le 12 de ce mois »: the nearest such day on each side."""
    number = 1 if m[1] == "1er" else int(m[1])
    starts = [add_months(today.replace(day=1), shift) for shift in range(-3, 4)]
    days = [start.replace(day=number) for start in starts if number <= calendar.monthrange(start.year, start.month)[1]]
    past = max(day for day in days if day <= today)
    future = min(day for day in days if day >= today)
    word = m[2] or ""
    if "mois" in word:
        return _same(_one(today.replace(day=number)))
    if word in {"dernier", "passe"}:
        return _same(_one(past))
    if word == "prochain":
        return _same(_one(future))
    return _one(past), _one(future)


def _day_of_other_month(m: re.Match[str], today: date) -> tuple[Day, Day]:
    month = add_months(today.replace(day=1), 1 if "prochain" in m[2] else -1)
    return _same(_one(month.replace(day=1 if m[1] == "1er" else int(m[1]))))


def _recently(_: re.Match[str], today: date) -> tuple[Day, Day]:
    return _same(Day(today - timedelta(days=7), today))


_RECENT = "dernier|passe|prochain"
_SOURCES: tuple[tuple[str, Reading, bool], ...] = (
    (rf"\b{_YEAR}-(\d{{2}})-(\d{{2}})\b", _iso, False),
    (r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})\b(?!\s?euros)", _numeric, False),
    (rf"\b(?:{'|'.join(_WEEKDAYS)})\s+(?:le )?(\d{{1,2}}(?:er|e|th|rd|nd|st)?|premier)\s+(?:of\s+)?{_MONTH}\.?(?:\s+(?:de\s+)?{_YEAR})?\b", _written, False),
    (rf"\b(\d{{1,2}}(?:er|e|th|rd|nd|st)?|premier)\s+(?:of\s+)?{_MONTH}\.?(?:\s+(?:de\s+)?{_YEAR})?\b", _written, False),
    (rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+{_YEAR})?", _written_en, False),
    (r"\b(?:le )(1er|\d{1,2}) (du mois dernier|du mois passe|du mois prochain)\b", _day_of_other_month, True),
    (rf"\b{_WEEKDAY}\s+(?:de\s+)?(?:la semaine (?:derniere|prochaine|passee)|(?:of )?(?:last|next) week)\b", _weekday_last_week, True),
    (
        rf"\b(?:il y a|y a|ago|voila|ca fait|cela fait)\s+(?:environ |a peu pres |presque |bientot |plus de |une |a peine )*{_NUMBER}\s+(?:de )?{_SPAN}(\s+et\s+demie?)?",
        _ago,
        True,
    ),
    (rf"\b(?:about |almost |around )?{_NUMBER}\s+{_SPAN}()\s+(?:ago|plus tot)\b", _ago, True),
    (rf"\b(?:dans|d'ici|in|within)\s+(?:environ |about )?{_NUMBER}\s+{_SPAN}()", _ahead, True),
    (r"\b(?:avant-?\s?hier|day before yesterday)\b", _offset(-2), True),
    (r"\b(?:apres-?\s?demain|day after tomorrow)\b", _offset(2), True),
    (r"\b(?:hier|yesterday|la veille)\b", _offset(-1), True),
    (r"\b(?:demain|tomorrow)\b", _offset(1), True),
    (r"\b(?:aujourd'?\s?hui|ce matin|ce midi|cet apres-?midi|tout a l'heure|today|this morning|this afternoon|a l'instant)\b", _offset(0), True),
    (r"\b(?:la semaine (?:derniere|passee)|semaine derniere|last week)\b", _week(-1), True),
    (r"\b(?:la semaine prochaine|semaine prochaine|next week)\b", _week(1), True),
    (r"\b(?:cette semaine|dans la semaine|en debut de semaine|this week)\b", _week(0), True),
    (rf"\b(?:a la |au |le |the )?{_PART}\s+(?:du|de ce|of the|of)?\s?(?:(last|next) )?(?:mois|month)(?:\s+({_RECENT}|last|next))?\b", _month_of, True),
    (
        r"\b(?:le mois dernier|le mois passe|mois dernier|last month|le mois prochain|mois prochain|next month|ce mois-?ci|ce mois|this month)\b",
        _last_month,
        True,
    ),
    (r"\b(?:l'an dernier|l'annee derniere|l'an passe|l'annee passee|last year)\b", _last_year, True),
    (rf"\b(?:a la |au |vers |le )?{_PART}[\s-]+(?:de |of |du mois de )?{_MONTH}\b\.?(?:\s+{_YEAR})?", _in_month, False),
    (rf"\b()(?:en|au mois de|au mois d'|depuis|de|d'|du|courant|in|since|vers|le mois de)\s*{_MONTH}\b\.?(?:\s+{_YEAR})?", _in_month, False),
    (rf"\b()(?<!\d ){_MONTH}\s+{_YEAR}\b", _in_month, False),
    (rf"\b(?:(last|next|this coming)\s+)?{_WEEKDAY}(?:\s+({_RECENT}|qui vient))?\b", _weekday, True),
    (r"\b(\d{1,2})\s?/\s?(\d{1,2})()\b(?!\s?(?:euros|%|/))", _numeric, False),
    (
        rf"\b(?:le|du|au|the)\s+(1er|\d{{1,2}})(?:th|st|nd|rd)?\b(?:\s+({_RECENT}|de ce mois|du mois))?(?!\s*(?:\d|euros|mois|loyers?|jours?|semaines?|ans?|heures?|h\b|h\d|%|rue|avenue|/|,\d|\.\d|m2|enfants|e\b|o\b))",
        _day_of_month,
        True,
    ),
    (rf"\b(?:en|de|depuis|annee|in|since|bail)\s+{_YEAR}\b", _in_year, False),
    (r"\b(?:recemment|ces jours-?ci|il y a quelques jours|il y a peu|recently|a few days ago)\b", _recently, True),
)
_GRAMMAR = tuple((re.compile(pattern), reading, relative) for pattern, reading, relative in _SOURCES)
