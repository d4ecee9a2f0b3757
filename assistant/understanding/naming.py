"""Acts of the procedure named in a clause: which one, and where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.understanding.clauses import Clause
from assistant.understanding.expressions import Patterns, expressions
from knowledge.procedure.stage import Stage

HEARING = {Stage.ASSIGNATION, Stage.AUDIENCE_PASSEE}


@dataclass(frozen=True, slots=True)
class Named:
    """An act named in a clause, at a place of the text."""

    stage: Stage
    start: int
    end: int
    clause: Clause

    @property
    def words(self) -> str:
        """The words that name it."""
        return self.clause.text[self.start - self.clause.start : self.end - self.clause.start]


def named_acts(clause: Clause) -> list[Named]:
    """The acts that a clause names, each place once, the most precise reading first; some words name one only in their context."""
    said = expressions("acts")
    found = _apart(_matches(clause, said["acts"]), [])
    if "commandement" in clause.text and not any(act.stage.rank >= Stage.COMMANDEMENT_DE_PAYER.rank for act in found):
        found += _far(clause)
    if said["heard-of"].search(clause.sentence):
        found += _apart(_put_off(clause), found)
    for context in said["contexts"].values():
        if context["when"].search(clause.sentence):
            found += _apart(_matches(clause, context["acts"]), found)
    return found


def _apart(named: Iterable[Named], others: list[Named]) -> list[Named]:
    """Those that share no place with one before them."""
    kept: list[Named] = []
    for one in named:
        if not any(one.start < other.end and other.start < one.end for other in (*others, *kept)):
            kept.append(one)
    return kept


def _matches(clause: Clause, patterns: Patterns) -> Iterator[Named]:
    """Each naming of the clause; a name may stand twice in the order, « concours-…-demande- » is read after « …-accorde »."""
    for name, pattern in patterns.items():
        stage = Stage(name.removesuffix("-"))
        for match in pattern.finditer(clause.text):
            if not _is_undone(stage, match[0], clause.text[match.start() :], clause.text):
                start, end = clause.start + match.start(), clause.start + match.end()
                yield Named(_stage(stage, clause, end), start, end, clause)


def _is_undone(stage: Stage, words: str, rest: str, whole: str) -> bool:
    """Whether the words themselves deny the act: a negation, a possibility, a delay refused or too short to be one."""
    said = expressions("acts")
    if said["negation"].search(words) and (stage is Stage.CONCOURS_ACCORDE or not said["refusals"].search(words)):
        return True
    wished = said["infinitive"].search(words) and not said["achieved"].search(words)
    if stage not in HEARING and (wished or said["modal"].search(words)):
        return True
    if stage is not Stage.JUGEMENT_DELAIS:
        return False
    return bool(said["refused"].search(words) or (said["short-delay"].search(rest) and not said["to-leave"].search(whole)))


def _far(clause: Clause) -> Iterator[Named]:
    """A commandement that the rest of its sentence names: « un commandement, remis le 2, loyers de mai et juin »."""
    if match := expressions("acts")["far"].match(clause.sentence):
        start, end = (place + clause.sentence_start for place in match.span("act" if match["act"] else "act2"))
        if clause.start <= start < clause.end:
            yield Named(Stage.COMMANDEMENT_DE_PAYER, start, end, clause)


def _put_off(clause: Clause) -> Iterator[Named]:
    """A hearing put off to a later day is still to come."""
    for match in expressions("acts")["put-off"].finditer(clause.text):
        yield Named(Stage.ASSIGNATION, clause.start + match.start(), clause.start + match.end(), clause)


def _stage(stage: Stage, clause: Clause, end: int) -> Stage:
    """Time that the judge gives to leave is no time to pay: the lease is over."""
    leaving = stage is Stage.JUGEMENT_DELAIS and expressions("acts")["to-leave"].search(clause.text)
    return Stage.JUGEMENT_RESILIATION if leaving and "clause" not in clause.after(end) else stage
