"""Acts of the procedure in a message: which one, told or only feared, and its day."""

from dataclasses import dataclass

from assistant.understanding.clauses import Clause
from assistant.understanding.expressions import expressions
from knowledge.procedure.stage import Stage


@dataclass(frozen=True, slots=True)
class Named:
    """An act named in a clause, at a place of the text."""

    stage: Stage
    start: int
    end: int
    clause: Clause


def named_acts(clause: Clause) -> list[Named]:
    """The acts that a clause names, each place once, the most precise reading first."""
    found: list[Named] = []
    for stage, pattern in expressions("acts")["acts"].items():
        for match in pattern.finditer(clause.text):
            start, end = clause.start + match.start(), clause.start + match.end()
            if all(end <= other.start or other.end <= start for other in found):
                found.append(Named(Stage(stage), start, end, clause))
    return found


def is_told(named: Named, *, finished: bool = False) -> bool:
    """Whether the act has happened to this household: not negated, feared, wanted, settled, nor someone else's.

    `finished` is whether the message says that all is paid or over: what happened in a past year is then no more alive.
    """
    clause = named.clause
    if clause.other or clause.over or (finished and clause.says("last-year")):
        return False
    if clause.says("negated", before=named.start) or clause.says("supposed", before=named.start):
        return False
    hearing = named.stage in {Stage.ASSIGNATION, Stage.AUDIENCE_PASSEE}
    return not clause.says("wanted", before=named.start) or (hearing and clause.says("summoned"))
