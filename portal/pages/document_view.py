"""A document as the reader shows it: sections, blocks with their anchors, words marked, rules that changed since."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from knowledge.corpus import Block, Document, Kind, Section
from knowledge.dated import Parameter
from knowledge.edition import plain
from knowledge.units import own_words
from portal.pages.catalogue import Catalogue
from portal.pages.inline import cell_html, inline_html
from portal.pages.matching import marked, query_stems

TOGETHER = {Kind.ITEM, Kind.ROW}
OPENING, MATCHES, WORDS, LEAD = 60, 40, 28, 8


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block with its address, and the rules of today's law that no longer say the same."""

    anchor: str
    html: Markup
    opening: str
    depth: int
    number: str
    cells: Sequence[Markup]
    changed: Sequence[tuple[Parameter, str]]


@dataclass(frozen=True, slots=True)
class BlockGroup:
    """Blocks shown together: the items of a list, the rows of a table, or one paragraph."""

    kind: str
    key: tuple[Kind, int]
    header: Sequence[Markup]
    blocks: list[BlockView] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its groups, and its neighbours."""

    section: Section
    groups: Sequence[BlockGroup]
    before: Section | None
    after: Section | None


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that has the words looked for."""

    anchor: str
    title: str
    text: Markup


def section_views(document: Document, stems: Collection[str], catalogue: Catalogue) -> list[SectionView]:
    """Every section, in order."""
    sections = document.sections
    return [
        SectionView(
            section,
            _groups(document, section, stems, catalogue),
            sections[at - 1] if at else None,
            sections[at + 1] if at + 1 < len(sections) else None,
        )
        for at, section in enumerate(sections)
    ]


def matches(document: Document, stems: Collection[str]) -> list[Match]:
    """The passages that have every word looked for, in the order of the text; else those that have one of them."""
    found = [(s, n, text, set(stems) & query_stems(text)) for s in document.sections for n, text in _texts(s)] if stems else []
    best = [one for one in found if len(one[3]) == len(set(stems))] or [one for one in found if one[3]]
    return [Match(f"{section.anchor}.{number}", section.title, marked(_around(text, stems), stems)) for section, number, text, _ in best[:MATCHES]]


def _texts(section: Section) -> list[tuple[int, str]]:
    return [(number, own_words(block)) for number, block in enumerate(section.blocks, start=1) if block.kind is not Kind.EDITOR]


def _around(text: str, stems: Collection[str]) -> str:
    """The words around the first one found."""
    words = text.split()
    first = next((at for at, word in enumerate(words) if query_stems(word) & set(stems)), 0)
    start = max(0, first - LEAD)
    said = " ".join(words[start : start + WORDS])
    return ("… " if start else "") + said + (" …" if start + WORDS < len(words) else "")


def _groups(document: Document, section: Section, stems: Collection[str], catalogue: Catalogue) -> list[BlockGroup]:
    """Blocks as the template shows them: list items and table rows together, each with its anchor."""
    groups: list[BlockGroup] = []
    for number, block in enumerate(section.blocks, start=1):
        key = (block.kind, block.table)
        if not (groups and groups[-1].key == key and block.kind in TOGETHER):
            groups.append(BlockGroup(block.kind.value, key, [inline_html(head) for head in block.header]))
        groups[-1].blocks.append(_block_view(document, block, f"{section.anchor}.{number}", stems, catalogue))
    return groups


def _block_view(document: Document, block: Block, anchor: str, stems: Collection[str], catalogue: Catalogue) -> BlockView:
    cells = [cell_html(cell, f"{anchor}-{column}") for column, cell in enumerate(block.cells, start=1)]
    html = inline_html(block.text)
    return BlockView(
        anchor=anchor,
        html=marked(html, stems) if stems else html,
        opening=_opening(own_words(block) if block.kind is Kind.ROW else plain(block.text)),
        depth=block.depth,
        number=block.number,
        cells=[marked(cell, stems) for cell in cells] if stems else cells,
        changed=catalogue.changed(f"{document.id}#{anchor}"),
    )


def _opening(text: str) -> str:
    """A passage's first words."""
    return text if len(text) <= OPENING else text[:OPENING].rsplit(" ", 1)[0] + " …"
