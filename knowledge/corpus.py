"""The edited texts: documents, their sections, and the passages that can be cited alone."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a block of an edition is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, table row, footnote or editor's note, as the edition writes it."""

    kind: Kind
    text: str
    depth: int = 0
    table: int = 0
    header: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its stable anchor, the titles it stands under, and the blocks that follow it."""

    anchor: str
    title: str
    level: int
    path: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit that answers by itself.

    `quote` is verbatim; `reading` says the same so that it is understood out of its place (headings, lead-in, notes);
    `block` is the position of its block in the section, from 1.
    """

    id: str
    document: str
    department: str
    section: str
    block: int
    kind: Kind
    quote: str
    reading: str

    @property
    def anchor(self) -> str:
        """Where the reader shows it: the part of the id behind the document."""
        return self.id.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Document:
    """A source text in its edition; `date` is ISO or a year, `date_note` says what is known of it."""

    id: str
    title: str
    short_title: str
    department: str
    date: str
    date_note: str
    sections: tuple[Section, ...]

    def section(self, anchor: str) -> Section:
        """The section at *anchor*; KeyError when the document has none."""
        for section in self.sections:
            if section.anchor == anchor:
                return section
        raise KeyError(f"{self.id} n'a pas de section « {anchor} »")
