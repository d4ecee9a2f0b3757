"""What a question takes for granted and the texts or the law contradict: an article that does not exist, a wrong number, a wrong holder."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.figures import join_thousands
from assistant.patterns import data, pattern
from knowledge.fiche import Cited

NAMES = {"86": "vienne", "62": "pas de calais"}
_FRENCH = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze"]
_ENGLISH = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TOKEN = re.compile(r"\d+|[a-z]+")
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Fact:
    """What is true, how people contradict it, and the quote or the rule that proves it."""

    id: str
    about: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None
    named: re.Pattern[str] | None
    counted: re.Pattern[str] | None
    dated: re.Pattern[str] | None
    claim: re.Pattern[str] | None
    count: int
    years: frozenset[int]
    text: Mapping[str, str]
    cited: tuple[Cited, ...]
    law: str | None

    def is_contradicted(self, text: str) -> bool:
        """Whether the message speaks of it and says otherwise."""
        if not all(about.search(text) for about in self.about) or (self.never and self.never.search(text)):
            return False
        return bool(self.claim and self.claim.search(text)) or self._has_wrong_number(text)

    def _has_wrong_number(self, text: str) -> bool:
        return (
            any(number > self.count for number in _numbers(self.named, text))
            or any(number != self.count for number in _numbers(self.counted, text))
            or any(year not in self.years for year in _numbers(self.dated, text))
        )


def contradicted(text: str, department: str | None) -> Fact | None:
    """The first fact that the message contradicts; the département that is known counts as said."""
    said = f"{text} {NAMES.get(department or '', '')}" if not any(name in text.replace("-", " ") for name in NAMES.values()) else text
    return next((fact for fact in facts() if fact.is_contradicted(said)), None)


def numbers_in(text: str) -> frozenset[int]:
    """The numbers of two and more that a folded text says, in digits or in letters."""
    found = (int(word) if word.isdigit() else _words().get(word, 0) for word in _TOKEN.findall(join_thousands(text)))
    return frozenset(number for number in found if number > 1)


@cache
def facts() -> tuple[Fact, ...]:
    """All of `premises.yaml`, in its order."""
    read = data("premises")
    return tuple(_fact(one, read["words"]) for one in read["facts"])


def _fact(one: Mapping[str, Any], words: Mapping[str, str]) -> Fact:
    def told(name: str) -> re.Pattern[str] | None:
        return pattern(one[name], words) if name in one else None

    return Fact(
        one["id"],
        tuple(re.compile(about) for about in one["about"]),
        told("never"),
        told("named"),
        told("counted"),
        told("dated"),
        told("claim"),
        one.get("count", 0),
        frozenset(one.get("years", ())),
        {"fr": one["fr"], "en": one["en"]},
        tuple(Cited(**one[name]) for name in ("cite", "beside") if name in one),
        one.get("law"),
    )


def _numbers(pattern: re.Pattern[str] | None, text: str) -> Iterator[int]:
    """The numbers that a pattern finds, in digits, in letters or in Roman figures."""
    for found in pattern.finditer(text) if pattern else ():
        word = next((group for group in found.groups() if group), "")
        if word and (number := _number(word)) is not None:
            yield number


def _number(word: str) -> int | None:
    if set(word) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in word]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return int(word) if word.isdigit() else _words().get(word)


@cache
def _words() -> Mapping[str, int]:
    """Cardinals and ordinals, French and English, without accents."""
    cardinals = {name: number for names in (_FRENCH, _ENGLISH) for number, name in enumerate(names, start=1)} | {"vingt": 20, "une": 1}
    ordinals = {_ordinal(name): number for name, number in cardinals.items()}
    return cardinals | ordinals | {"premier": 1, "premiere": 1, "second": 2, "seconde": 2}


def _ordinal(cardinal: str) -> str:
    return {"cinq": "cinquieme", "neuf": "neuvieme"}.get(cardinal, f"{cardinal.removesuffix('e')}ieme")
