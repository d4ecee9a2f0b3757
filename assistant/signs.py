"""Signs of danger and of what must be refused, from `dangers.yaml` and `refusals.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Danger:
    """A danger with the numbers to give and the fixed text to say; `unless` are words that make it a fear or a question."""

    id: str
    signs: re.Pattern[str]
    unless: re.Pattern[str]
    numbers: tuple[str, ...]
    text: Mapping[str, str]

    def is_in(self, text: str) -> bool:
        """Whether a sign stands in a sentence that nothing turns into a fear."""
        return any(self.signs.search(part) and not self.unless.search(part) for part in re.split(r"[.;!?\n]", text)) or bool(
            self.unless is NEVER and self.signs.search(text)
        )


@dataclass(frozen=True, slots=True)
class Refusal:
    """A kind of request that is not served; `only` are words that must stand beside the sign."""

    id: str
    signs: re.Pattern[str]
    only: re.Pattern[str] | None

    def is_in(self, text: str) -> bool:
        """Whether the sign, and what must stand beside it, are there."""
        return bool(self.signs.search(text)) and (self.only is None or bool(self.only.search(text)))


def _lines(block: str | None) -> re.Pattern[str] | None:
    return re.compile("|".join(line for line in block.splitlines() if line)) if block else None


@cache
def _data(name: str) -> Any:
    return yaml.safe_load((files("assistant") / f"{name}.yaml").read_text("utf-8"))


@cache
def dangers() -> tuple[Danger, ...]:
    """The dangers, in the order in which they are looked for."""
    return tuple(
        Danger(d["id"], _lines(d["signs"]) or NEVER, _lines(d.get("unless")) or NEVER, tuple(d["numbers"]), d["text"]) for d in _data("dangers")["dangers"]
    )


def after_danger(language: str) -> str:
    """What is said once the danger numbers are given."""
    return str(_data("dangers")["then"][language])


@cache
def refusals() -> tuple[Refusal, ...]:
    """The refusals, in the order in which they are looked for."""
    return tuple(Refusal(r["id"], _lines(r["signs"]) or NEVER, _lines(r.get("only"))) for r in _data("refusals")["refusals"])


def is_off_subject(text: str) -> bool:
    """Whether a word of another subject stands there and none of ours."""
    words = _patterns()
    return bool(words[0].search(text)) and not words[1].search(text)


def is_on_subject(text: str) -> bool:
    """Whether a word of our subject stands there."""
    return bool(_patterns()[1].search(text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = _data("refusals")
    return _lines(data["out_of_subject"]) or NEVER, _lines(data["subject"]) or NEVER
