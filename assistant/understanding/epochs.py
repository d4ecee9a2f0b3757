"""What of a message still counts: an old affair that is over, and other people's, are blanked before acts and figures are read."""

from collections.abc import Sequence

from assistant.understanding.clauses import Clause
from assistant.understanding.expressions import expressions

FINISHED = ("over", "ends", "elsewhere")


def living(text: str, parts: Sequence[Clause]) -> str:
    """The same text, of the same length, without what an old and finished affair said, nor what is told of others."""
    start = restart(text)
    kept = " " * start + text[start:]
    for clause in parts:
        elsewhere = expressions("modality")["elsewhere"].search(clause.text) and clause.over
        if clause.start >= start and (elsewhere or clause.is_others(clause.end, clause.end)):
            kept = kept[: clause.start] + " " * (clause.end - clause.start) + kept[clause.end :]
    return kept


def restart(text: str) -> int:
    """Where the affair of today begins: at a word of renewal behind an affair that was over, paid or in another home."""
    said = expressions("modality")
    for match in said["anew"].finditer(text):
        if any(said[name].search(text, 0, match.start()) for name in (*FINISHED, "paid", "last-year")):
            return int(match.start())
    begun = 0
    for match in said["since"].finditer(text):
        finished = any(said[name].search(text, 0, match.start()) for name in FINISHED)
        owing_again = said["paid"].search(text, 0, match.start()) and said["debt-told"].search(text, match.start())
        if finished or owing_again:
            begun = match.start()
    return begun
