"""What is local, asked about a place that is not ours: another département's commission, contact or text; another country."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.patterns import data, pattern
from knowledge.place import Gazetteer, key
from retrieval.spelling import Message

LARGE = 15_000  # a town known by its name alone; a smaller one is read where the message says who lives there
LONGEST = 4  # words of a name
_BEHIND = re.compile(r"\b(?:dans (?:le|la|les|l)|de la|de l|de|du|des|d|en|a|sur|vers|pour|l|in|near|from|at|habite|abite|ccapex|fsl|adil|charte) (?=[a-z])")


def is_abroad(text: str) -> bool:
    """Whether the dwelling is in another country."""
    return bool(_said("countries").search(text)) and not _said("abroad_unless").search(text)


def is_local(text: str) -> bool:
    """Whether the question asks for what depends on the département."""
    return bool(_said("local").search(text))


def place_elsewhere(message: Message, gazetteer: Gazetteer, ours: frozenset[str]) -> str | None:
    """The name or the number of a place outside *ours* that the message speaks of, when it names none of ours."""
    if names_ours(message, gazetteer, ours):
        return None
    text = _said("allowed").sub(" ", message.text)
    region = _said("regions").search(text)
    return next((name for name, _ in _places(text, message.raw, gazetteer)), None) or _number(text, gazetteer, ours) or (region[0] if region else None)


def names_ours(message: Message, gazetteer: Gazetteer, ours: frozenset[str]) -> bool:
    """Whether a département or a commune of ours is named."""
    text = _said("allowed").sub(" ", message.text)
    return bool(_said("ours").search(text)) or any(code in ours for _, code in _places(text, message.raw, gazetteer))


def _places(text: str, raw: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Départements and large towns behind a word of place, the longest name first."""
    names, text = _names(gazetteer), re.sub(r"['-]", " ", text)
    for cue in _BEHIND.finditer(text):
        words = [word.removesuffix("s") for word in re.split(r"[^a-z ]", text[cue.end() : cue.end() + 50])[0].split()[:LONGEST]]
        found = next((name for length in range(len(words), 0, -1) if (name := " ".join(words[:length])) in names), None)
        if found and (found not in _common() or _stands_out(found, text[: cue.end()], raw)):
            yield names[found]


def _stands_out(name: str, before: str, raw: str) -> bool:
    """A word that is a name too: written with a capital, or behind an organism."""
    capital = any(_singular(key(word)) == name and word[:1].isupper() for word in re.findall(r"[^\W\d_]+", raw)[1:])
    return capital or bool(_said("organism").search(before))


def _number(text: str, gazetteer: Gazetteer, ours: frozenset[str]) -> str | None:
    """A département by its number."""
    codes = {code.lower() for code in gazetteer.departments.values()} - ours
    numbers = (found["any"] or found["high"] for found in _said("number").finditer(text))
    return next((number.upper() for number in numbers if number in codes), None)


@lru_cache(maxsize=4)
def _names(gazetteer: Gazetteer) -> dict[str, tuple[str, str]]:
    """Names without their plural's s, to the name as written and the département's code; ours win over a homonym, a département over a town."""
    ours = gazetteer.ours
    towns = sorted((c for c in gazetteer.all if c.population >= LARGE or c.department in ours), key=lambda c: (c.department in ours, c.population))
    found = {
        _singular(name): (town.name, town.department) for town in towns for name in (town.name, *((town.arrondissement,) if town.department in ours else ()))
    }
    return found | {_singular(name).removeprefix("la "): (name, code) for name, code in gazetteer.departments.items()}


def _singular(name: str) -> str:
    return " ".join(word.removesuffix("s") for word in key(name).split())


@cache
def _common() -> frozenset[str]:
    return frozenset(_singular(name) for name in data("elsewhere")["common"].split())


@cache
def _said(name: str) -> re.Pattern[str]:
    return pattern(data("elsewhere")[name])
