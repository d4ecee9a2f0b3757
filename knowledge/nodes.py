"""A file's value, node by node, each with its place in the file."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from knowledge.files import DataFile
from knowledge.reading import line_of, read_text, relative

Loc = tuple[str | int, ...]


def nodes(value: Any, loc: Loc = (), name: str = "") -> Iterator[tuple[Loc, str, Any]]:
    """Every block and every text of *value*, with its place and the key it stands under."""
    if isinstance(value, str):
        yield loc, name, value
    elif is_dataclass(value):
        yield loc, name, value
        for one in fields(value):
            yield from nodes(getattr(value, one.name), (*loc, one.name), one.name)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from nodes(item, (*loc, at), name)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from nodes(item, (*loc, key), key)


def located(file: DataFile, loc: Loc, fault: str) -> str:
    """The fault behind its file, its line, and its key."""
    text = read_text(file.path)
    if file.body_line:
        text = "\n".join(["", *text.splitlines()[1 : file.body_line - 2]])
    where = ".".join(str(part) for part in loc)
    return f"{relative(file.path)}, ligne {line_of(text, loc)} : {where}{' : ' if where else ''}{fault}"
