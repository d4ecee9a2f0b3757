"""The Markdown subset of our editions, read into a document.

One block a line: `## Titre {#ancre}`, paragraphs, `- ` items, pipe tables, `[^n]: ` footnotes, `> ` editor's notes.
"""

import re
from collections.abc import Iterator, Mapping

from knowledge.corpus import Block, Document, Kind, Section

_HEADING = re.compile(r"^(#{1,5}) (.+?) \{#([a-z0-9][a-z0-9-]*)\}$")
_ITEM = re.compile(r"^( *)- (.+)$")
_NOTE = re.compile(r"^\[\^(\w+)\]: (.+)$")
_RULE = re.compile(r"^\|[\s:|-]+\|$")
_MARKS = re.compile(r"\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|\[\^\w+\]|</?[a-z]+/?>")


class EditionError(ValueError):
    """An edition's line is not in the format; the message says which line and what to do."""


def plain(text: str) -> str:
    """The words of an inline text, without marks, tags and note calls."""
    return " ".join(_MARKS.sub("", text.replace("<br>", " ")).split())


def parse(meta: Mapping[str, str], body: str, first_line: int = 1) -> Document:
    """The document that *body* writes, from *first_line* of its file; `meta` is its front matter."""
    sections: list[Section] = []
    for number, heading, lines in _parts(body, first_line):
        level, title, anchor = heading
        if any(section.anchor == anchor for section in sections):
            raise EditionError(f"ligne {number} : l'ancre « {anchor} » est déjà celle d'un autre titre. Donnez à chaque titre la sienne.")
        path = (*_parents(sections, level), plain(title))
        sections.append(Section(anchor, plain(title), level, path, tuple(_blocks(lines))))
    said = {name: str(meta.get(name) or "") for name in ("id", "title", "short_title", "department", "date", "date_note")}
    return Document(**said, sections=tuple(sections))


def _parents(sections: list[Section], level: int) -> tuple[str, ...]:
    """The path of the nearest section of a lower level."""
    return next((s.path for s in reversed(sections) if s.level < level), ())


def _parts(body: str, first_line: int) -> Iterator[tuple[int, tuple[int, str, str], list[tuple[int, str]]]]:
    """Each heading with its line, and the numbered lines below it."""
    heading: tuple[int, str, str] | None = None
    at = first_line
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(body.splitlines(), start=first_line):
        if found := _HEADING.match(line.rstrip()):
            if heading:
                yield at, heading, lines
            at, heading, lines = number, (len(found[1]), found[2], found[3]), []
        elif line.startswith("#"):
            raise EditionError(f"ligne {number} : « {line} » : un titre s'écrit « ## Titre {{#ancre}} » (minuscules sans accent, chiffres, tirets).")
        elif line.strip():
            lines.append((number, line.rstrip()))
    if heading:
        yield at, heading, lines


def _blocks(lines: list[tuple[int, str]]) -> Iterator[Block]:
    """Each line of a section as a block; a table's first line is the header of its rows."""
    header: tuple[str, ...] = ()
    table = 0
    for number, line in lines:
        if not line.startswith("|"):
            header = ()
            yield _block(line)
        elif not header:
            header, table = _cells(line), table + 1
        elif not _RULE.match(line):
            cells = _cells(line)
            if len(cells) != len(header):
                raise EditionError(f"ligne {number} : {len(cells)} cellules sous un en-tête de {len(header)} : « {line[:60]} ». Ajoutez ou ôtez des « | ».")
            yield Block(Kind.ROW, line, table=table, header=header, cells=cells)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("|").split("|"))


def _block(line: str) -> Block:
    if line.startswith("> "):
        return Block(Kind.EDITOR, line[2:])
    if note := _NOTE.match(line):
        return Block(Kind.NOTE, note[2], number=note[1])
    if item := _ITEM.match(line):
        return Block(Kind.ITEM, item[2], depth=len(item[1]) // 2)
    return Block(Kind.PARAGRAPH, line.strip())
