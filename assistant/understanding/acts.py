"""Whether a named act has happened to this household: told, or only feared, asked about, settled, someone else's."""

from collections.abc import Sequence

from assistant.understanding.clauses import Clause
from assistant.understanding.expressions import expressions
from assistant.understanding.naming import HEARING, Named
from knowledge.procedure.stage import Stage

UNCERTAIN_REACH = 14  # « je crois que c'était le tribunal »: the doubt may run into the act's own words


def is_told(named: Named, *, finished: bool = False) -> bool:
    """Whether the act has happened to this household: not negated, feared, wanted, settled, nor someone else's.

    `finished` is whether the message says that all is paid or over, or after an eviction that one is housed again: what happened in a past year is
    then no more alive.
    """
    clause = named.clause
    if clause.is_others(named.start, named.end) or clause.over or (finished and clause.says("last-year")):
        return False
    if _is_negated(named) or _is_by_landlord(named) or _is_content(named) or _is_to_come(named) or _is_conciliation(named):
        return False
    if is_unidentified(named.clause):
        return False
    if _is_presupposed(named):
        return True
    if clause.says("uncertain", before=named.start + UNCERTAIN_REACH) or clause.says("supposed", before=named.start):
        return False
    return not clause.says("wanted", before=named.start) or (named.stage in HEARING and clause.says("summoned"))


def is_unidentified(clause: Clause) -> bool:
    """Whether the person does not know which paper it was: « je ne sais pas lequel »."""
    return bool(expressions("modality")["which-one"].search(clause.sentence))


def is_corrected(named: Named, parts: Sequence[Clause]) -> bool:
    """Whether it was only believed, and its sentence or the next one says what it is: « pensait être assigné, mais c'est une mise en demeure »."""
    said, clause = expressions("modality"), named.clause
    if not said["believed"].search(clause.prefix(named.start)):
        return False
    end = clause.sentence_start + len(clause.sentence)
    following = next((part.sentence for part in parts if part.start >= end), "")
    return bool(said["corrected"].match(clause.sentence[named.end - clause.sentence_start :] + following))


def _is_negated(named: Named) -> bool:
    """« pas encore reçu de … » before it, « … n'est pas encore arrivé » behind it."""
    said = expressions("modality")
    return named.clause.says("negated", before=named.start) or bool(said["negated-after"].match(named.clause.after(named.end)))


def _is_to_come(named: Named) -> bool:
    """Promised (« je serai assigné »), asked about as what comes next, or a decision told in the future; a hearing is always to come."""
    said, clause = expressions("modality"), named.clause
    if said["promised"].search(clause.prefix(named.start)) or said["next"].search(clause.sentence_prefix(named.start)):
        return True
    return named.stage.rank > Stage.AUDIENCE_PASSEE.rank and bool(said["future"].search(named.words))


def _is_conciliation(named: Named) -> bool:
    """Called before the conciliateur, who is no court."""
    said, clause = expressions("modality"), named.clause
    return named.stage in HEARING and bool(said["conciliated"].search(clause.text)) and not expressions("acts")["court"].search(clause.text)


def _is_by_landlord(named: Named) -> bool:
    """Put out by the landlord alone, which the law forbids: no eviction took place."""
    before = named.clause.prefix(named.start)
    return named.stage is Stage.EXPULSE and bool(expressions("acts")["by-landlord"].search(before))


def _is_content(named: Named) -> bool:
    """Whether an assignation or a commandement only asks for it, or announces it."""
    prefix = named.clause.sentence_prefix(named.start)
    return named.stage.rank > Stage.AUDIENCE_PASSEE.rank and bool(expressions("modality")["content"].search(prefix))


def _is_presupposed(named: Named) -> bool:
    """Whether a fear or a question takes the act for granted: « si je ne vais pas à l'audience », « faire appel du jugement »."""
    said = expressions("modality")
    before = named.clause.prefix(named.start)
    return bool(said["presupposed"].search(before) or said["received-after"].match(named.clause.after(named.end)))


def without_settled(told: Sequence[Named], parts: Sequence[Clause]) -> list[Named]:
    """The acts that no later « c'est réglé », « radiée », « désistement » of the message puts an end to; a question ends nothing."""
    ends = [c for c in parts if expressions("modality")["ends"].search(c.text) and not c.says("supposed") and not c.sentence.rstrip().endswith("?")]
    return [act for act in told if not any(_ends(clause, act) for clause in ends)]


def _ends(clause: Clause, act: Named) -> bool:
    """A clause ends the acts before it: those of its sentence, or all where it speaks of the whole procedure."""
    if act.start >= clause.end or expressions("modality")["ends"].search(act.words):
        return False
    return act.clause.sentence_start == clause.sentence_start or clause.says("ends-all")
