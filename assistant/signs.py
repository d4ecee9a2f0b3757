"""Signs of danger, of what must be refused and of other subjects, from `dangers.yaml`, `refusals.yaml` and `subject.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.patterns import NO_WORDS, data, pattern
from retrieval.stems import fold

NEVER = re.compile(r"(?!)")
_SENTENCES, _CLAUSES = re.compile(r"[.;!?\n]+"), re.compile(r"[.;!?\n]+|,(?=\s)|\bmais\b")
ASIDE = 8  # words beside a fear: a question about what comes next, not a second thing told
LAST_LATIN = "\u024f"
_ARABIC = re.compile(r"[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Sign:
    """`sure` always counts; `signs` only in a sentence without `unless` beside it, in a message without `never` and with `only`."""

    sure: re.Pattern[str]
    signs: re.Pattern[str]
    unless: re.Pattern[str]
    never: re.Pattern[str]
    only: re.Pattern[str] | None

    def is_in(self, text: str) -> bool:
        """Whether a sign stands in the text and nothing there cancels it."""
        if self.sure.search(text):
            return True
        if not self.signs.search(text) or self.never.search(text) or (self.only and not self.only.search(text)):
            return False
        return any(self._stands(sentence) for sentence in _SENTENCES.split(text))

    def _stands(self, sentence: str) -> bool:
        """In the whole sentence with nothing against it, or in one of its clauses."""
        if not self.signs.search(sentence):
            return False
        return not self.unless.search(sentence) or any(self.signs.search(clause) and not self.unless.search(clause) for clause in _CLAUSES.split(sentence))


@dataclass(frozen=True, slots=True)
class Danger:
    """A danger with the numbers to give and the fixed text to say; `leaves_room` where a question asked beside it is answered after them."""

    id: str
    sign: Sign
    numbers: tuple[str, ...]
    text: Mapping[str, str]
    leaves_room: bool = False

    def is_in(self, text: str) -> bool:
        """Whether its sign stands in the text."""
        return self.sign.is_in(text)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A kind of request that is not served."""

    id: str
    sign: Sign

    def is_in(self, text: str) -> bool:
        """Whether its sign stands in the text."""
        return self.sign.is_in(text)


@cache
def dangers() -> tuple[Danger, ...]:
    """The dangers, in the order in which they are looked for."""
    read = data("dangers")
    return tuple(Danger(d["id"], _sign(d, read["words"]), tuple(d["numbers"]), d["text"], d.get("leaves_room", False)) for d in read["dangers"])


def is_ordinary_fear(text: str) -> bool:
    """Whether it tells the fear or the weariness that an eviction gives, and next to nothing else."""
    rest, told = pattern(data("dangers")["ordinary"]).subn(" ", text)
    return bool(told) and len(rest.split()) <= ASIDE


def after_danger(language: str) -> str:
    """What is said once the danger numbers are given."""
    return str(data("dangers")["then"][language])


@cache
def refusals() -> tuple[Refusal, ...]:
    """The refusals, in the order in which they are looked for."""
    read = data("refusals")
    return tuple(Refusal(r["id"], _sign(r, read.get("words", NO_WORDS))) for r in read["refusals"])


def is_off_subject(text: str) -> bool:
    """Whether it is another procedure, or a word of another subject stands there and none that is surely ours."""
    return bool(_pattern("always").search(text)) or (bool(_pattern("other").search(text)) and not is_ours(text))


def is_ours(text: str) -> bool:
    """Whether a word stands there that only our subject has."""
    return bool(_pattern("core").search(text))


def is_latin(message: str) -> bool:
    """Whether most of its letters are of the alphabet we read."""
    letters = [letter for letter in message if letter.isalpha()]
    return 2 * sum(letter <= LAST_LATIN for letter in letters) >= len(letters)


def is_on_subject(text: str) -> bool:
    """Whether a word of our subject stands there, or one that it shares with others."""
    return bool(_pattern("subject").search(text))


def _sign(written: Mapping[str, Any], words: Mapping[str, str]) -> Sign:
    one, two, three, four, five = (_lines(written.get(name), words) for name in ("sure", "signs", "unless", "never", "only"))
    return Sign(one or NEVER, two or NEVER, three or NEVER, four or NEVER, five)


def _lines(block: str | None, words: Mapping[str, str]) -> re.Pattern[str] | None:
    """A block as a pattern, where there is one; Arabic is folded as the messages are."""
    return pattern("\n".join(fold(line) if _ARABIC.search(line) else line for line in block.splitlines()), words) if block else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return pattern(data("subject")[name])
