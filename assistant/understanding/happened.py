"""Which of the named acts have happened and are alive, and which clauses date nothing."""

from collections.abc import Sequence
from datetime import date

from assistant.understanding.acts import is_corrected, is_told, without_settled
from assistant.understanding.clauses import Clause
from assistant.understanding.dates import Mention
from assistant.understanding.debts import is_finished
from assistant.understanding.expressions import expressions
from assistant.understanding.naming import Named
from knowledge.procedure.stage import Stage

DONE_AT_ONCE = {Stage.EXPULSE, Stage.COMMANDEMENT_DE_PAYER, Stage.COMMANDEMENT_DE_QUITTER_LES_LIEUX}


def happened(text: str, parts: Sequence[Clause], named: Sequence[Named], mentions: Sequence[Mention], today: date) -> tuple[list[Named], list[Clause]]:
    """The living acts, and the clauses whose dates date nothing."""
    finished = is_finished(parts, text)
    housed = bool(expressions("modality")["housed-again"].search(text))
    named = [act for act in named if not is_corrected(act, parts)]
    real = [act for act in named if is_told(act, finished=finished or (housed and act.stage is Stage.EXPULSE))]
    told = [act for act in without_settled(real, parts) if not _is_announced(act, mentions, today)]
    told = _without_put_off(told, text)
    return told, _idle(parts, told, settled=[act for act in real if act not in told])


def _without_put_off(told: list[Named], text: str) -> list[Named]:
    """A hearing that was only put off is still to come."""
    said = expressions("acts")
    if not said["put-off"].search(text) or said["pleaded"].search(text):
        return told
    kept = [act for act in told if act.stage is not Stage.AUDIENCE_PASSEE]
    return kept if any(act.stage is Stage.ASSIGNATION for act in kept) else told


def _idle(parts: Sequence[Clause], told: Sequence[Named], settled: Sequence[Named]) -> list[Clause]:
    """Clauses whose dates date nothing: those of settled acts, and those that only suppose."""
    living = {act.clause.start for act in told}
    over = {act.clause.start for act in settled}
    return [c for c in parts if c.start not in living and (c.start in over or c.says("idle"))]


def _is_announced(act: Named, mentions: Sequence[Mention], today: date) -> bool:
    """Whether the clause dates the act in the future: an eviction or a paper announced has not happened."""
    if act.stage not in DONE_AT_ONCE:
        return False
    inside = [m for m in mentions if act.clause.start <= m.start < act.clause.end + 1]
    return bool(inside) and all(m.past.first > today for m in inside)
