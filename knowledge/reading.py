"""YAML checked against a type, with errors a jurist can act on: file, line, fault, remedy."""

from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from knowledge.faults import remedy, said, syntax

T = TypeVar("T")
DATA = Path(__file__).parent / "data"


class KnowledgeError(Exception):
    """A knowledge file is wrong; the message says which, where, and what to do."""


class _Loader(yaml.CSafeLoader):
    """Safe YAML that refuses a key written twice, and leaves a date as it is written: its type reads it, and says when it is wrong."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 (PyYAML's signature)
        seen: set[Any] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"la clé « {key.value} » est écrite deux fois", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """What checks a value of that type and writes its schema."""
    return TypeAdapter(kind)


def relative(path: Path) -> str:
    """The path as the repository shows it; a copy of the data is named like the data."""
    if path.is_relative_to(DATA.parent.parent):
        return path.relative_to(DATA.parent.parent).as_posix()
    parts = path.parts
    below = parts[len(parts) - parts[::-1].index(DATA.name) :] if DATA.name in parts else parts[-1:]
    return "/".join((DATA.parent.name, DATA.name, *below))


def read_text(path: Path) -> str:
    """A file's text; a missing or unreadable one is a `KnowledgeError`."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise KnowledgeError(f"{relative(path)} manque. Rétablissez ce fichier.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{relative(path)} ne se lit pas ({error}). Enregistrez le fichier en UTF-8.") from None


def read_yaml(path: Path, kind: type[T], **given: Any) -> T:
    """The file as a *kind*, completed by *given*; the error names file, line, fault and remedy."""
    return from_text(read_text(path), kind, path, **given)


def from_text(text: str, kind: type[T], path: Path, first_line: int = 1, **given: Any) -> T:
    """The YAML *text* of *path*, which starts at *first_line* there, as a *kind*; what is *given* comes from the path and wins."""
    data = _parsed(text, path, first_line)
    faults = list(_contradictions(data, given, text, first_line))
    if given and isinstance(data, Mapping | None):
        data = {**(data or {}), **given}
    try:
        checked: T = adapter(kind).validate_python(data)  # type: ignore[arg-type]
    except ValidationError as error:
        faults += [f"  ligne {line_of(text, fault['loc'], first_line)} : {said(fault, kind)}" for fault in error.errors()]
    if faults:
        raise KnowledgeError(f"{relative(path)} est faux :\n" + "\n".join(dict.fromkeys(faults)) + f"\n{remedy()}")
    return checked


def _parsed(text: str, path: Path, first_line: int) -> Any:
    try:
        return yaml.load(text, _Loader)  # noqa: S506 (a safe loader)
    except yaml.MarkedYAMLError as error:
        opened = "flow" in (error.context or "") or "scalar" in (error.context or "")  # a bracket or a quotation mark: where it was opened
        mark = error.context_mark if opened and error.context_mark else error.problem_mark
        at = f", ligne {mark.line + first_line}" if mark else ""
        raise KnowledgeError(f"{relative(path)}{at} : {syntax(error.problem or '')}\n{remedy()}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise KnowledgeError(f"{relative(path)} : {syntax(str(error))}\n{remedy()}") from None


def _contradictions(data: Any, given: Mapping[str, Any], text: str, first_line: int) -> Iterator[str]:
    """A key that the file writes otherwise than its path says."""
    for key in given.keys() & (data.keys() if isinstance(data, dict) else ()):
        if data[key] != given[key]:
            yield f"  ligne {line_of(text, (key,), first_line)} : {key} : « {data[key]} » est écrit, mais le fichier dit « {given[key]} » ; ôtez cette ligne."


@cache
def _composed(text: str) -> Any:
    return yaml.compose(text, yaml.CSafeLoader)


def line_of(text: str, loc: tuple[Any, ...], first_line: int = 1) -> int:
    """The line of the innermost node of *loc* that the text has."""
    node = _composed(text)
    line = first_line
    for part in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == str(part)), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + first_line, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + first_line
    return line
