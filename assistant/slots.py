"""A verified answer with its facts taken out: what a language model may see, and how the facts come back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from assistant.patterns import data

SLOT = re.compile(r"\{[SQ]\d+\}")
BLOCK = re.compile(r"\{[SQ]\d+\}\Z")
_QUOTE = r"«[^»]*»(?:\s*\[\d+\])?|\[\d+\]|https?://\S+|www\.\S+|\S+@\S+"


@dataclass(frozen=True, slots=True)
class Slotted:
    """The paragraphs with slots, what each slot {S1} stands for, and the questions {Q1} that may be asked back."""

    paragraphs: tuple[str, ...]
    facts: Mapping[str, str]
    questions: Mapping[str, str]

    @property
    def text(self) -> str:
        """All the model is shown of the answer."""
        return "\n\n".join(self.paragraphs)

    def filled(self, said: str) -> str:
        """*said* with its facts and its question; a slot that is not known is a KeyError."""
        return SLOT.sub(lambda slot: {**self.facts, **self.questions}[slot[0]], said)


@cache
def fact() -> re.Pattern[str]:
    """What only a verified source may say: quotes, marks, addresses, dates, numbers in figures or letters."""
    words = {name: str(data("rephrasing")[name]) for name in ("days", "months", "units")}
    letters = "|".join(str(data("rephrasing")["numbers"]).split("\n")).strip("|")
    number = rf"(?:\d(?:[\d\s.,/-]*\d)?(?:er\b|e\b)?|\b(?:{letters})\b)"
    day = rf"\b(?:{words['days']})\b"
    return re.compile(
        rf"{_QUOTE}|(?:{day}\s+)?{number}(?:\s(?:{words['months']})\b(?:\s\d{{4}})?)?(?:\s?(?:{words['units']})(?!\w))?|{day}|\b(?:{words['months']})\b",
        re.IGNORECASE,
    )


def slotted(answer: str, names: Iterable[str], questions: Iterable[str]) -> Slotted:
    """The answer with every fact in a slot; a list, dates one under the other or a quote are one slot whole; *names* are facts as well."""
    facts: dict[str, str] = {}

    def slot(value: str) -> str:
        facts[f"{{S{len(facts) + 1}}}"] = value
        return next(reversed(facts))

    named = sorted({name for name in names if name and name in answer}, key=len, reverse=True)
    pattern = re.compile("|".join((*(rf"(?<!\w){re.escape(name)}(?!\w)" for name in named), fact().pattern)), re.IGNORECASE)
    paragraphs = tuple(slot(part) if _is_laid_out(part) else pattern.sub(lambda found: slot(found[0]), part) for part in answer.split("\n\n"))
    return Slotted(paragraphs, facts, {f"{{Q{n}}}": question for n, question in enumerate(questions, start=1)})


def _is_laid_out(paragraph: str) -> bool:
    """Whether it stands as it is: several lines, or a text's own words."""
    return "\n" in paragraph or "«" in paragraph or bool(re.match(r"\d+\. ", paragraph))
