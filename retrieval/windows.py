"""A passage with its neighbours: verbatim text of one section, long enough to be read alone."""

from collections.abc import Mapping, Sequence
from functools import cache

from knowledge.corpus import Kind, Passage

WINDOW, LIMIT, QUOTE = 900, 1500, 420


class Windows:
    """The passages of each section in order, to widen a hit into readable text."""

    def __init__(self, passages: Mapping[str, Passage]) -> None:
        self.quote = cache(self._quote)
        self._blocks: dict[tuple[str, str], list[Passage]] = {}
        for passage in passages.values():
            blocks = self._blocks.setdefault((passage.document, passage.section), [])
            if not blocks or blocks[-1].block != passage.block:
                blocks.append(passage)

    def text(self, passage: Passage) -> str:
        """The passage's block and those around it, verbatim, at most 1,500 characters; a long block alone."""
        blocks = self._blocks[passage.document, passage.section]
        at = next(i for i, block in enumerate(blocks) if block.block == passage.block)
        if len(blocks[at].quote) > LIMIT:
            return passage.quote[:LIMIT]
        first, last = self._span(blocks, at)
        return "\n".join(block.quote for block in blocks[first : last + 1])

    def _quote(self, passage: Passage) -> str:
        """The passage with its neighbours as far as a quote goes; a part of a long cell or a long passage alone."""
        if len(passage.quote) > QUOTE // 2 or "-" in passage.anchor.rpartition(".")[2]:
            return passage.quote[:LIMIT]
        blocks = self._blocks[passage.document, passage.section]
        at = next(i for i, block in enumerate(blocks) if block.block == passage.block)
        first, last = self._span(blocks, at, QUOTE)
        return " ".join(block.quote for block in blocks[first : last + 1])

    def _span(self, blocks: Sequence[Passage], at: int, window: int = WINDOW) -> tuple[int, int]:
        """Widen on both sides, what follows first, as long as it stays short and the text runs on without a break."""
        first = last = at
        size = len(blocks[at].quote)
        if size > window // 2 and blocks[at].kind is Kind.ROW:
            return first, last
        grown = True
        while grown:
            grown = False
            for inner, edge in ((last, last + 1), (first, first - 1)):
                if 0 <= edge < len(blocks) and size + len(blocks[edge].quote) <= window and _runs_on(blocks[inner], blocks[edge]):
                    size += len(blocks[edge].quote) + 1
                    first, last = min(first, edge), max(last, edge)
                    grown = True
        return first, last


def _runs_on(one: Passage, other: Passage) -> bool:
    """Whether two blocks follow each other in the source too: no note or table between them, no merged cell repeated."""
    if abs(one.block - other.block) != 1 or Kind.NOTE in {one.kind, other.kind}:
        return False
    if (one.kind is Kind.ROW) is not (other.kind is Kind.ROW):
        return False
    return one.quote not in other.quote and other.quote not in one.quote
