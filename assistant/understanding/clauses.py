"""Clauses of a message, each with how it is said: told, negated, supposed, over, or about someone else."""

import re
from dataclasses import dataclass

from assistant.understanding.expressions import expressions

_CUT = re.compile(
    r"[.!?;\n]+|,?\s\b(?:mais|sauf que|par contre|et puis|puis(?!-)|ensuite|apres quoi|alors que|car|parce que|donc|but|then|because)\b|,"
    r"|\bet (?=(?:j'ai|je|il|elle|on|le juge|l'huissier|mon|ma|nous|depuis)\b)|(?<=\w) and (?=i\b|he\b|she\b|they\b|the\b|we\b)"
)
_SENTENCE_END = re.compile(r"[.!?;\n]")
_SELF = re.compile(r"\b(?:moi|je|j'ai|mon proprietaire|i|me)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the text, `start` and `end` in it; `other` = a neighbour's case, `over` = settled."""

    text: str
    start: int
    end: int
    other: bool
    over: bool

    def before(self, place: int) -> str:
        """What the clause says before *place* of the text."""
        return self.text[: max(0, place - self.start)]

    def says(self, modality: str, before: int | None = None) -> bool:
        """Whether it is `negated`, `supposed` or `wanted` (anywhere, or before a place of the text)."""
        return bool(expressions("modality")[modality].search(self.text if before is None else self.before(before)))


def clauses(text: str) -> list[Clause]:
    """The clauses in order; a neighbour's case lasts until the sentence ends."""
    said = expressions("modality")
    found: list[Clause] = []
    start, other = 0, False
    for cut in [*_CUT.finditer(text), None]:
        end = cut.start() if cut else len(text)
        piece = text[start:end]
        if piece.strip():
            other = bool(said["other"].search(piece)) or (other and not _SELF.search(piece))
            found.append(Clause(piece, start, end, other, bool(said["over"].search(piece))))
        if cut and _SENTENCE_END.match(cut[0]):
            other = False
        start = cut.end() if cut else end
    return found
