"""The list that an item stands in."""

from collections.abc import Sequence
from itertools import takewhile

from knowledge.corpus import Kind, Passage
from knowledge.known import Knowledge


def items_around(passage: Passage, knowledge: Knowledge) -> Sequence[Passage]:
    """The items of the same list, in order; those that a passage ending with a colon announces; else the passage alone."""
    items = {one.block: one for one in knowledge.passages.values() if (one.document, one.section, one.kind) == (passage.document, passage.section, Kind.ITEM)}
    if passage.block not in items:
        announced = takewhile(items.__contains__, range(passage.block + 1, passage.block + 1 + len(items)))
        return [items[at] for at in announced] if passage.quote.rstrip().endswith(":") else [passage]
    before = list(takewhile(items.__contains__, range(passage.block - 1, 0, -1)))
    after = list(takewhile(items.__contains__, range(passage.block + 1, passage.block + 1 + len(items))))
    return [items[at] for at in (*reversed(before), passage.block, *after)]
