"""A passage with its neighbours: verbatim text of one section, long enough to be read alone."""

from collections.abc import Mapping, Sequence

from knowledge.corpus import Kind, Passage

WINDOW, LIMIT, QUOTE = 900, 1500, 420


class Windows:
    """The passages of each section in order, to widen a hit into readable text."""

    def __init__(self, passages: Mapping[str, Passage]) -> None:
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

    def quote(self, passage: Passage) -> str:
        """The passage with its neighbours as far as a quote goes; a part of a long cell or a long passage alone."""
        if len(passage.quote) > QUOTE // 2 or "-" in passage.anchor.rpartition(".")[2]:
            return passage.quote[:LIMIT]
        blocks = self._blocks[passage.document, passage.section]
        at = next(i for i, block in enumerate(blocks) if block.block == passage.block)
        first, last = self._span(blocks, at, QUOTE)
        return " ".join(block.quote for block in blocks[first : last + 1])

    def _span(self, blocks: Sequence[Passage], at: int, window: int = WINDOW) -> tuple[int, int]:
        """Widen on both sides, what follows first, as long as it stays short; rows of a table stand alone."""
        first = last = at
        size = len(blocks[at].quote)
        if blocks[at].kind is Kind.ROW and size > window // 2:
            return first, last
        grown = True
        while grown:
            grown = False
            for step, edge in ((1, last + 1), (-1, first - 1)):
                if 0 <= edge < len(blocks) and size + len(blocks[edge].quote) <= window:
                    size += len(blocks[edge].quote) + 1
                    first, last = (first, edge) if step > 0 else (edge, last)
                    grown = True
        return first, last
