"""What a message asks for: what to do now, a precise question, the words of a document, an amount, an hour, a name."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from assistant.premises import numbers_in
from retrieval.stems import fold


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a question asks for, and what an answer to it must contain."""

    asked: re.Pattern[str]
    given: re.Pattern[str]


def _lines(block: str) -> re.Pattern[str]:
    return re.compile("|".join(line for line in block.splitlines() if line))


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files("assistant") / "intent.yaml").read_text("utf-8"))
    expectations = data.pop("expects").values()
    asks = {name: _lines(block) for name, block in data.pop("asks").items()}
    patterns: dict[str, Any] = {name: _lines(block) for name, block in data.items()}
    return {**patterns, "asks": asks, "expects": tuple(Expectation(_lines(e["asked"]), _lines(e["given"])) for e in expectations)}


def asks_what_now(text: str) -> bool:
    """Whether the person tells a situation and asks only what to do, or asks nothing."""
    return bool(_data()["what-now"].search(text)) or not _data()["question"].search(text)


def names_document(text: str) -> bool:
    """Whether the question is about a document's own words."""
    return bool(_data()["names-document"].search(text))


def lacks_what_is_asked(text: str, answer: str) -> bool:
    """Whether the question asks for an amount, an hour, a name, a number… that the answer does not give."""
    return any(e.asked.search(text) and not e.given.search(answer) for e in _data()["expects"])


def states_a_premise(text: str) -> bool:
    """Whether the question takes something for granted or asks to confirm it."""
    return bool(_data()["premise"].search(text))


def rests_on_a_claim(text: str, answer: str) -> bool:
    """Whether the question takes something for granted: in so many words, or a number that the answer does not give."""
    return bool(_data()["granted"].search(text)) or (states_a_premise(text) and not numbers_in(text) <= numbers_in(fold(answer)))


def asks_for(what: str, text: str) -> bool:
    """Whether the question asks for a last day (`last-day`) or a local office (`local-office`)."""
    return bool(_data()["asks"][what].search(text))
