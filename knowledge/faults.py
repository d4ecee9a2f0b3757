"""What is wrong with a file, in French: Pydantic's and YAML's faults for someone who knows neither."""

from collections.abc import Iterable
from dataclasses import is_dataclass
from difflib import get_close_matches
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import yaml

_WORDS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text("utf-8"))
LONGEST = 60


def remedy() -> str:
    """What to do once the line is found."""
    return str(_WORDS["remedy"])


def syntax(problem: str) -> str:
    """A YAML fault, in French."""
    known: dict[str, str] = _WORDS["syntax"]
    said = next((words for start, words in known.items() if problem.startswith(start)), known["other"])
    return said.format(problem=problem)


def said(fault: Any, kind: Any) -> str:
    """A Pydantic fault: where in the file, what, and what to write instead."""
    loc, told = fault["loc"], fault.get("ctx", {})
    where = ".".join(str(part) for part in loc) or _WORDS["file"]
    words = _WORDS["types"].get(fault["type"], _WORDS["other"])
    expected = str(told.get("expected", "")).replace(" or ", " ou ").replace("'", "")
    text = words.format(key=loc[-1] if loc else "", input=shortened(fault.get("input")), expected=expected, msg=fault["msg"])
    return f"{where} : {text}{_known_keys(kind, loc) if fault['type'] == 'unexpected_keyword_argument' else ''}"


def near(word: str, known: Iterable[str]) -> str:
    """« Vouliez-vous dire … ? » when something known resembles *word*; nothing otherwise."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.7)
    return str(_WORDS["near"]).format(near=found[0]) if found else ""


def shortened(value: Any) -> str:
    """A value as a message shows it."""
    text = "rien" if value is None else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _known_keys(kind: Any, loc: tuple[Any, ...]) -> str:
    """The nearest key that the block has, or all of them."""
    for part in loc[:-1]:
        kind = _inside(_plain(kind), part)
    keys = list(get_type_hints(_plain(kind))) if is_dataclass(_plain(kind)) else []
    return near(str(loc[-1]), keys) or (str(_WORDS["keys"]).format(keys=", ".join(keys)) if keys else "")


def _plain(kind: Any) -> Any:
    """A type without its « or nothing »."""
    if get_origin(kind) in {Union, UnionType}:
        return next((one for one in get_args(kind) if one is not type(None)), kind)
    return kind


def _inside(kind: Any, part: Any) -> Any:
    """The type of a field, of an item, or of a value."""
    if is_dataclass(kind):
        return get_type_hints(kind).get(part)
    arguments = get_args(kind)
    return arguments[-1 if isinstance(part, str) else 0] if arguments else None
