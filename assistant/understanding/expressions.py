"""The expressions of `data/*.yaml`, compiled once: one regular expression a line, under names."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from assistant.patterns import pattern

Patterns = Mapping[str, re.Pattern[str]]


@cache
def expressions(file: str) -> dict[str, Any]:
    """A data file with each block of lines as one pattern, a list as a set; `words` are macros, written <name>."""
    data = yaml.safe_load((files("assistant.understanding") / "data" / f"{file}.yaml").read_text("utf-8"))
    words: dict[str, str] = data.pop("words", {})
    return {name: _compiled(value, words) for name, value in data.items()}


def _compiled(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _compiled(inner, words) for name, inner in value.items()}
    if isinstance(value, list):
        return frozenset(value)
    return pattern(value, words)
