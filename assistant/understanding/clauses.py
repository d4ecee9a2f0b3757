"""Clauses of a message, each with how it is said: told, negated, supposed, over, or about someone else."""

import re
from dataclasses import dataclass

from assistant.understanding.expressions import expressions

_CUT = re.compile(
    r"[.!?;\n]+|,?\s\b(?:mais|sauf que|par contre|et puis|puis(?!-)|ensuite|apres quoi|alors que|car|parce que|donc|but|then|because)\b|,(?!\d)"
    r"|\bet (?=(?:j'ai|je|il|elle|on|le juge|l'huissier|mon|ma|nous|depuis|la j)\b)|(?<=\w) and (?=i\b|he\b|she\b|they\b|the\b|we\b)"
)
_SENTENCE_END = re.compile(r"(?<!\bm)(?<!(?:me|m\.) [a-z])[.!?;\n](?!\d)")  # « M. », « Mme R. » end no sentence
_ANEW = re.compile(
    r"(?<!\bque )(?<!\bqu')(?<!\bsi )(?<!\bquand )(?<!\bdont )(?<!\bou )(?<!\bqui )(?<!\bcomme )(?<!\bjamais )(?<!\bcas )"
    r"\b(?:j'ai|je suis|il a|elle a|on a|ils ont|nous avons|nous sommes|j'avais|i have|i got)\b"
)
REACH_BEHIND = 45


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the text, `start` and `end` in it, in a sentence; `over` = settled, `own_case` = who writes tells a case of their own."""

    text: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    over: bool
    own_case: bool = False

    def before(self, place: int) -> str:
        """What the clause says before *place*, since its last subject began."""
        told = self.text[: max(0, place - self.start)]
        starts = [match.start() for match in _ANEW.finditer(told)]
        return told[starts[-1] :] if starts else told

    def prefix(self, place: int) -> str:
        """All that the clause says before *place*."""
        return self.text[: place - self.start]

    def sentence_prefix(self, place: int) -> str:
        """All that its sentence says before *place*."""
        return self.sentence[: place - self.sentence_start]

    def after(self, place: int) -> str:
        """What the clause says from *place* on."""
        return self.text[max(0, place - self.start) :]

    def says(self, modality: str, before: int | None = None) -> bool:
        """Whether it is `negated`, `supposed` or `wanted` (anywhere, or before a place of the text)."""
        return bool(expressions("modality")[modality].search(self.text if before is None else self.before(before)))

    def is_others(self, start: int, end: int) -> bool:
        """Whether what stands there is a neighbour's case, or heard: the last person named before it is not one of the household."""
        said = expressions("modality")
        prefix = self.sentence_prefix(start)
        if heard := said["heard"].search(prefix):
            return not said["contrast"].search(prefix[heard.end() :])
        others = list(said["other"].finditer(prefix))
        if self.own_case:
            others = sorted((*others, *said["relative"].finditer(prefix)), key=lambda match: match.start())
        if others and not said["self"].search(prefix[others[-1].end() :]):
            return True
        return bool(said["to-other"].match(self.sentence[end - self.sentence_start :][:REACH_BEHIND]))


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence starts and ends."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def clauses(text: str) -> list[Clause]:
    """The clauses in order."""
    said = expressions("modality")
    over, own_case = said["over"], bool(said["own-case"].search(text))
    found: list[Clause] = []
    for first, last in sentences(text):
        start = first
        for cut in [*_CUT.finditer(text, first, last), None]:
            end = cut.start() if cut else last
            if (piece := text[start:end]).strip():
                found.append(Clause(piece, start, end, text[first:last], first, bool(over.search(piece)), own_case))
            start = cut.end() if cut else end
    return found
