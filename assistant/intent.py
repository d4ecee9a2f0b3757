"""What a message asks for: what to do now, a precise question, the words of a document, an amount, an hour, a name."""

import re
from dataclasses import dataclass
from functools import cache

from assistant.patterns import data, pattern
from assistant.premises import numbers_in
from retrieval.stems import fold

WORDS = 3  # fewer ask for nothing alone: « et moi ? »
_PARTS = re.compile(r"[.;!\n]+|(?<=\?)|, ")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a question asks for, and what an answer to it must contain."""

    asked: re.Pattern[str]
    given: re.Pattern[str]


@cache
def _asked(name: str) -> re.Pattern[str]:
    return pattern(data("intent")[name])


@cache
def _datum(name: str) -> re.Pattern[str]:
    return pattern(data("intent")["asks"][name])


@cache
def _expectations() -> tuple[Expectation, ...]:
    return tuple(Expectation(pattern(one["asked"]), pattern(one["given"])) for one in data("intent")["expects"].values())


def asks_what_now(text: str) -> bool:
    """Whether the person tells a situation and asks only what to do, or asks nothing."""
    return bool(_asked("what-now").search(text)) or not _asked("question").search(text)


def asks_for_several(text: str) -> bool:
    """Whether the question expects more than one thing: a list, members, conditions."""
    return bool(_asked("several").search(text))


def asking_part(text: str) -> str | None:
    """The last clause that asks something, in a message that says more than that."""
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    asking = next((part for part in reversed(parts) if len(part.split()) >= WORDS and _asked("question").search(part)), None)
    return asking if asking and len(parts) > 1 else None


def two_parts(text: str) -> tuple[str, str] | None:
    """Both things asked, of a message that asks for two: « qui le fait, et dans quel délai ? »."""
    for found in _asked("second").finditer(text):
        if _asked("thing").search(text, 0, found.start()):
            return text[: found.start()].strip(), found["part"].strip()
    return None


def names_document(text: str) -> bool:
    """Whether the question is about a document's own words."""
    return bool(_asked("names-document").search(text))


def lacks_what_is_asked(text: str, answer: str) -> bool:
    """Whether the question asks for an amount, an hour, a name, a number… that the answer does not give."""
    return any(e.asked.search(text) and not e.given.search(answer) for e in _expectations())


def rests_on_a_claim(text: str, answer: str) -> bool:
    """Whether the question takes something for granted: in so many words, or a number that the answer does not give."""
    if _asked("granted").search(text):
        return True
    return bool(_asked("premise").search(text)) and not numbers_in(text) <= numbers_in(fold(answer))


def asks_for(what: str, text: str) -> bool:
    """Whether the question asks for what that name stands for among the `asks` of intent.yaml: a last day, a local office, a threshold."""
    return bool(_datum(what).search(text))
