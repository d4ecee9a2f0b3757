"""The list that an item stands in."""

from collections.abc import Sequence
from itertools import takewhile

from knowledge.corpus import Kind, Passage
from knowledge.known import Knowledge


def items_around(passage: Passage, knowledge: Knowledge) -> Sequence[Passage]:
    """The items of the same list, in order; those that a passage ending with a colon announces; else the passage alone."""
    items = [one for one in knowledge.passages.values() if (one.document, one.section, one.kind) == (passage.document, passage.section, Kind.ITEM)]
    if passage.kind is Kind.ITEM and _cell(passage):
        return [one for one in items if _cell(one) == _cell(passage)]
    return _in_blocks(passage, {one.block: one for one in items if not _cell(one)})


def _cell(passage: Passage) -> str:
    """The table cell an item stands in, « 5-2 » of « 5-2-3 »; nothing for an item of the text itself."""
    return passage.anchor.rpartition(".")[2].rpartition("-")[0]


def _in_blocks(passage: Passage, items: dict[int, Passage]) -> Sequence[Passage]:
    """The items of the blocks that follow each other around a passage, or after one that announces them."""
    after = [items[at] for at in takewhile(items.__contains__, range(passage.block + 1, passage.block + 1 + len(items)))]
    if passage.block not in items:
        return after if after and passage.quote.rstrip().endswith(":") else [passage]
    before = [items[at] for at in takewhile(items.__contains__, range(passage.block - 1, 0, -1))]
    return [*reversed(before), items[passage.block], *after]
