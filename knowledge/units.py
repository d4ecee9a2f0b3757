"""From a document to its passages: every row, list item, paragraph and note, each understandable alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.corpus import Block, Document, Kind, Passage, Section
from knowledge.edition import plain

MERGED, UNKNOWN = "^^", "??"
LOST = "cellule vide dans notre copie : fusionnée ou vide, on ne sait pas"
QUOTE_LIMIT = 700
SHORT = 160  # a cell that says what its row is about
_CALL = re.compile(r"\[\^(\w+)\]")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the passages of a block stand."""

    document: Document
    section: Section
    notes: dict[str, str]

    def passage(self, key: str, block: int, kind: Kind, quote: str, reading: str) -> Passage:
        place = " · ".join((self.document.short_title, *self.section.path[1:]))
        return Passage(
            id=f"{self.document.id}#{self.section.anchor}.{key}",
            document=self.document.id,
            department=self.document.department,
            section=self.section.anchor,
            block=block,
            kind=kind,
            quote=plain(quote),
            reading=f"{place} — {reading}",
        )

    def with_notes(self, text: str) -> str:
        """The words of *text*, followed by the notes it calls."""
        called = [f"(note {n} : {plain(self.notes[n])})" for n in _CALL.findall(text) if n in self.notes]
        return " ".join((plain(text), *called))


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages of *document*, in the order of the text; ids stay as long as the edition does."""
    notes = {b.number: b.text for s in document.sections for b in s.blocks if b.kind is Kind.NOTE}
    return tuple(unit for section in document.sections for unit in _section(_Place(document, section, notes)))


def _section(place: _Place) -> Iterator[Passage]:
    lead = ""
    parents: list[str] = []
    rows: list[Block] = []
    for number, block in enumerate(place.section.blocks, start=1):
        if block.kind is Kind.PARAGRAPH:
            lead, parents = (block.text if block.text.endswith(":") else ""), []
            yield place.passage(str(number), number, block.kind, block.text, place.with_notes(block.text))
        elif block.kind is Kind.NOTE:
            yield place.passage(str(number), number, block.kind, block.text, f"note {block.number} : {plain(block.text)}")
        elif block.kind is Kind.ITEM:
            above = parents[: block.depth]
            parents = [*above, block.text]
            reading = " ".join((plain(lead), *map(plain, above), place.with_notes(block.text))).strip()
            yield place.passage(str(number), number, block.kind, block.text, reading)
        elif block.kind is Kind.ROW:
            rows = [*rows, block] if rows and rows[-1].table == block.table else [block]
            yield from _row(place, number, rows)


def _row(place: _Place, number: int, rows: list[Block]) -> Iterator[Passage]:
    """A row under its headings, then each part of a long cell beside what the row is about."""
    row = rows[-1]
    filled = [_filled(rows, column) for column in range(len(row.cells))]
    named = [_named(place, head, cell) for head, cell in zip(row.header, filled, strict=True)]
    yield place.passage(str(number), number, Kind.ROW, _quote(rows), " — ".join(filter(None, named)))
    for column, cell in enumerate(filled):
        parts = _parts(cell)
        if len(parts) == 1 or not parts or row.cells[column] == MERGED:
            continue
        others = [text for at, text in enumerate(named) if at != column and text and len(text) < SHORT]
        for part, (lead, text) in enumerate(parts, start=1):
            said = _named(place, row.header[column], f"{lead} {text}".strip())
            yield place.passage(f"{number}-{column + 1}-{part}", number, Kind.ITEM, text, " — ".join((*others, said)))


def _named(place: _Place, head: str, cell: str) -> str:
    """A cell behind its column's heading; an empty cell gives an empty text."""
    text = place.with_notes(_unlisted(cell))
    return f"{plain(head)} : {text}" if head and text else text


def _filled(rows: list[Block], column: int) -> str:
    """The cell's text; a merged one takes the text of the row it is merged with."""
    cell = rows[-1].cells[column]
    if cell == UNKNOWN:
        return f"({LOST})"
    if cell != MERGED:
        return cell
    return next((r.cells[column] for r in reversed(rows) if r.cells[column] != MERGED), "")


def _quote(rows: list[Block]) -> str:
    """The row's words; with a merged cell, from the row that carries its text, when that stays short enough."""
    start = len(rows) - 1
    while start and MERGED in rows[start].cells:
        start -= 1
    whole = " ".join(_own(row) for row in rows[start:])
    return whole if len(whole) <= QUOTE_LIMIT else _own(rows[-1])


def own_words(block: Block) -> str:
    """The words of a block as the edition prints it, cells one after the other."""
    return _own(block) if block.kind is Kind.ROW else plain(block.text)


def _own(row: Block) -> str:
    return " ".join(plain(_unlisted(cell)) for cell in row.cells if cell not in {MERGED, UNKNOWN, ""})


def _unlisted(cell: str) -> str:
    return re.sub(r"(^|<br>)--? ", " ", cell)


def _parts(cell: str) -> list[tuple[str, str]]:
    """The paragraphs and items of a cell, each with the sentence that introduces it."""
    lead, parts = "", []
    for piece in cell.split("<br>"):
        item = re.match(r"^(--?) (.*)$", piece)
        if item:
            parts.append((lead, item[2]))
        else:
            lead = piece if piece.rstrip().endswith(":") else ""
            parts.append(("", piece))
    return [part for part in parts if plain(part[1])]
