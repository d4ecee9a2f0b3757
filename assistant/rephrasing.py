"""The optional language model: what is asked of one, and the guard that lets through nothing but the verified sentences, rephrased."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from assistant.figures import figures
from assistant.sameness import says_the_same
from assistant.slots import BLOCK, SLOT, Slotted, fact
from retrieval.stems import fold

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz \n'.,;:!?()-–")
_SENTENCES = re.compile(r"\s*\n\s*|(?<=[.!?])\s+")
_YES_NO = re.compile(r"\b(Oui|Non)\.\s")


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model must do, and the sentences it does it on."""

    instructions: str
    data: str


class Rephraser(Protocol):
    """A language model, by its name."""

    @property
    def name(self) -> str:
        """Shown with the answers it has rephrased."""
        ...

    def rephrase(self, prompt: Prompt) -> Iterator[str]:
        """The answer, piece by piece; ModelError when it fails or takes too long."""
        ...


class ModelError(Exception):
    """The model cannot be reached, fails or is too slow; the message is the kind of failure, never a text."""


class RefusedError(ValueError):
    """What the model wrote is not a rephrasing; the message says which rule it breaks."""


def accepted(pieces: Iterator[str], verified: Slotted, limit: int) -> str:
    """The rephrased answer, its facts filled; reading stops at the first thing that no rephrasing has."""
    said = ""
    for piece in pieces:
        said += piece
        _check_so_far(said[: max(said.rfind(" "), said.rfind("\n")) + 1], verified)
        if len(said) > limit + len(verified.text):
            raise RefusedError("too long")
    said = said.strip()
    _check_so_far(said, verified)
    _check_slots(said, verified)
    _check_sentences(said, verified)
    filled = verified.filled(said)
    if len(filled) > limit:
        raise RefusedError("too long")
    if figures(filled) != figures(verified.filled(verified.text)):
        raise RefusedError("figures")
    return filled


def _check_so_far(said: str, verified: Slotted) -> None:
    """No fact outside a slot, no slot that was not given or given twice, no letter of another writing, no markup."""
    slots = SLOT.findall(said)
    if len(slots) != len(set(slots)) or not set(slots) <= {*verified.facts, *verified.questions}:
        raise RefusedError("slots")
    bare = SLOT.sub(" ", said)
    if fact().search(bare):
        raise RefusedError("new fact")
    if not set(fold(bare)) <= LETTERS | set(fold(SLOT.sub(" ", verified.text))):
        raise RefusedError("letters")


def _check_slots(said: str, verified: Slotted) -> None:
    """Every fact is kept; at most one question, the last thing said."""
    if not set(verified.facts) <= set(SLOT.findall(said)):
        raise RefusedError("lost fact")
    asked = [part.strip() for part in _SENTENCES.split(said) if "{Q" in part]
    if asked and (len(asked) > 1 or asked[0] not in verified.questions or not said.endswith(f"\n{asked[0]}")):
        raise RefusedError("question")


def _check_sentences(said: str, verified: Slotted) -> None:
    """Paragraph by paragraph, whatever their order after the first, each sentence says the same as its own."""
    left = [_sentences(paragraph) for paragraph in verified.paragraphs]
    parts = [part for part in _sentences(said) if part not in verified.questions]
    if any(BLOCK.match(paragraph) and f"\n\n{paragraph}\n\n" not in f"\n\n{said}\n\n" for paragraph in verified.paragraphs):
        raise RefusedError("layout")
    first = left[:1]
    while left:
        match = next((one for one in first or left if _matches(parts[: len(one)], one)), None)
        if match is None:
            raise RefusedError("sentence")
        parts, first = parts[len(match) :], []
        left.remove(match)
    if parts:
        raise RefusedError("added sentence")


def _matches(said: list[str], meant: list[str]) -> bool:
    return len(said) == len(meant) and all(says_the_same(one, other) for one, other in zip(said, meant, strict=True))


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCES.split(_YES_NO.sub(r"\1, ", text.strip())) if part]
