"""What was received and cannot be named: a decision without its terms, a paper that may be several acts."""

from collections.abc import Iterator, Sequence

from assistant.understanding.acts import UNCERTAIN_REACH, is_corrected, is_told, is_unidentified
from assistant.understanding.clauses import Clause
from assistant.understanding.expressions import expressions
from assistant.understanding.naming import Named
from knowledge.procedure.stage import Stage


def unclear_judgment(parts: Sequence[Clause], acts: Sequence[Named]) -> Named | None:
    """A decision that was received, without its terms."""
    heard = any(act.stage is Stage.AUDIENCE_PASSEE for act in acts)
    names = ("judgment",) if heard else ("judgment", "judgment-bare")
    for named in (one for name in names for one in _found(name, parts, Stage.JUGEMENT_RESILIATION)):
        said = expressions("acts")
        if said["awaited"].search(named.clause.before(named.start)) or (heard and not said["handed"].search(named.words)):
            continue
        covered = any(named.start < act.end and act.start < named.end for act in acts) or said["injunction"].search(named.clause.text)
        if not covered and is_told(named) and not named.clause.says("negated", before=named.end):
            return named
    return None


def unclear_words(parts: Sequence[Clause], named: Sequence[Named]) -> str | None:
    """The words of an act that could be several, when it was received and is not named elsewhere."""
    said = expressions("acts")
    for act in named:
        unsure = act.clause.says("uncertain", before=act.start + UNCERTAIN_REACH) or is_unidentified(act.clause)
        if unsure and not is_corrected(act, parts) and not act.clause.is_others(act.start, act.end):
            return act.words
    for one in _found("unclear", parts, Stage.INCONNU):
        covered = any(one.start < act.end and act.start < one.end for act in named)
        harmless = (
            said["announced"].search(one.clause.text)
            or said["negation"].search(one.words)
            or said["seizure"].search(one.clause.text)
            or said["plain"].search(one.clause.sentence)
        )
        if not covered and not harmless and (is_told(one) or is_unidentified(one.clause) or said["mentioned"].search(one.clause.before(one.start))):
            return one.words
    return None


def _found(name: str, parts: Sequence[Clause], stage: Stage) -> Iterator[Named]:
    pattern = expressions("acts")[name]
    for clause in parts:
        for match in pattern.finditer(clause.text):
            yield Named(stage, clause.start + match.start(), clause.start + match.end(), clause)
