"""Amounts of money in a text: digits, thousands, cents, « 2k », words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understanding.calendar_words import MONTHS, NUMBERS

SMALL = 80  # a smaller number without a unit is no amount
THOUSAND, HUNDRED = 1000, 100
NEAR = 70
_UNITS = {
    **NUMBERS,
    "cinquante": 50,
    "soixante": 60,
    "quatre-vingt": 80,
    "cent": 100,
    "cents": 100,
    "mille": 1000,
    "milles": 1000,
    "thousand": 1000,
    "hundred": 100,
}
_SMALL = "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|two|three|four|five|one|six|\\d{1,2}"
_SPELT = rf"(?:(?:{_SMALL})[ -])?(?:mille|milles|cents?|thousand|hundred)(?:[ -](?:{_SMALL}|cents?|mille))*"
_MANY = rf"(?:(?:{_SMALL})[ -])(?:mille|milles|cents|thousand|hundred)(?:[ -](?:{_SMALL}|cents?|mille))*"
_AMOUNT = re.compile(
    rf"(?<![\d/.,-])(?:(?P<k>\d{{1,2}})\s?k(?P<k2>\d)?\b|(?P<spelt>\b{_MANY}\b|\b{_SPELT}\b(?=\s?euros))"
    r"|(?P<digits>\d{1,3}(?:[ .,]\d{3})+|\d+)(?:[.,](?P<cents>\d{1,2}))?(?![\d/]))"
    r"(?P<unit>\s?euros)?(?! ?(?:mois|loyers?|ans?|jours?|semaines?|enfants?|h\b|heures?|%|fois|eme|er\b|e\b|/|rents?|months?|weeks?|days?|years?|mensualites|echeances|personnes|pieces))"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum and what stands around it in its sentence."""

    value: float
    marked: bool
    before: str
    after: str
    dated: bool


def find_amounts(text: str) -> Iterator[Amount]:
    """The sums of *text*, those written with a unit or large enough to be one."""
    for match in _AMOUNT.finditer(text):
        value = _value(match)
        marked = bool(match["unit"] or match["k"] or match["spelt"])
        if marked or value >= SMALL:
            end = match.start("unit") if match["unit"] else match.end()
            before = re.split(r"[;!?\n]|\.(?!\d)", text[max(0, match.start() - NEAR) : match.start()])[-1]
            yield Amount(value, marked, before, text[end : end + NEAR], _is_date(text, match))


def _value(match: re.Match[str]) -> float:
    if match["k"]:
        return float(match["k"]) * THOUSAND + float(match["k2"] or 0) * HUNDRED
    if match["spelt"]:
        return _spelt(match["spelt"])
    return float(re.sub(r"[ .,]", "", match["digits"])) + float(f"0.{match['cents'] or 0}")


def _spelt(words: str) -> float:
    total, current = 0, 0
    for word in re.split(r"[ -]", words):
        number = int(word) if word.isdigit() else _UNITS[word]
        if number >= HUNDRED and not word.isdigit():
            current = max(current, 1) * number
            if number == THOUSAND:
                total, current = total + current, 0
        else:
            current += number
    return float(total + current)


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Whether the digits belong to a date or a year; 2000 is a round sum."""
    return bool(re.match(rf"\s?(?:{'|'.join(MONTHS)})\b", text[match.end() :])) or bool(re.fullmatch(r"19\d\d|20(?!00)\d\d", match[0].strip()))
