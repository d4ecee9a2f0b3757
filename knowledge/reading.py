"""The only reader of knowledge files: YAML checked against a type, with errors a jurist can act on."""

from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")
DATA = Path(__file__).parent / "data"
FAULTS = {
    "missing": "manque",
    "unexpected_keyword_argument": "clé inconnue",
    "date_from_datetime_parsing": "date illisible (écrire 2026-11-21)",
    "date_type": "une date est attendue (écrire 2026-11-21)",
    "enum": "valeur inconnue",
    "literal_error": "valeur inconnue",
    "string_type": "un texte est attendu (mettez-le entre guillemets)",
    "tuple_type": "une liste est attendue (lignes qui commencent par « - »)",
    "dict_type": "un bloc « clé: valeur » est attendu",
}


class KnowledgeError(Exception):
    """A knowledge file is wrong; the message says which, where, and what to do."""


class _Loader(yaml.CSafeLoader):
    """Safe YAML that refuses a key written twice instead of dropping the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 (PyYAML's signature)
        seen: set[Any] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"la clé « {key.value} » est écrite deux fois", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def relative(path: Path) -> str:
    """The path as the repository shows it."""
    return path.relative_to(DATA.parent.parent).as_posix() if path.is_relative_to(DATA.parent.parent) else path.name


def read_text(path: Path) -> str:
    """A file's text; a missing or unreadable one is a `KnowledgeError`."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{relative(path)} ne se lit pas ({error}). Rétablissez le fichier, en UTF-8.") from None


def read_yaml(path: Path, kind: type[T], **given: Any) -> T:
    """The file as a *kind*, completed by *given*; the error names file, line, fault and remedy."""
    return from_text(read_text(path), kind, path, **given)


def from_text(text: str, kind: type[T], path: Path, first_line: int = 1, **given: Any) -> T:
    """The YAML *text* of *path*, which starts at *first_line* there, as a *kind*."""
    try:
        data = yaml.load(text, _Loader)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f", ligne {mark.line + first_line}" if mark else ""
        raise KnowledgeError(f"{relative(path)}{at} : {getattr(error, 'problem', error)}. {_REMEDY}") from None
    if given:
        data = {**given, **(data or {})}
    try:
        checked: T = _adapter(kind).validate_python(data)  # type: ignore[arg-type]
    except ValidationError as error:
        faults = "\n".join(f"  ligne {_line(text, fault['loc'], first_line)} : {_said(fault)}" for fault in error.errors())
        raise KnowledgeError(f"{relative(path)} est faux :\n{faults}\n{_REMEDY}") from None
    return checked


_REMEDY = "Corrigez cette ligne, puis lancez `python -m knowledge check` (CONTRIBUTING.md explique chaque fichier)."


def _said(fault: Any) -> str:
    where = ".".join(str(part) for part in fault["loc"]) or "fichier"
    return f"{where} : {FAULTS.get(fault['type'], fault['msg'])}"


def _line(text: str, loc: tuple[Any, ...], first_line: int) -> int:
    """The line of the innermost node of *loc* that the file has."""
    node = yaml.compose(text, yaml.CSafeLoader)
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
