"""The assistant's data files, read once, and their blocks of lines as patterns: what a jurist edits, what the code searches with."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

NO_WORDS: Mapping[str, str] = MappingProxyType({})
_WORD = re.compile(r"(?<!\?P)<([a-z-]+)>")


@cache
def data(name: str) -> Any:
    """`assistant/<name>.yaml`, for its one reader: nobody changes what is given."""
    return yaml.safe_load((files("assistant") / f"{name}.yaml").read_text("utf-8"))


def pattern(block: str, words: Mapping[str, str] = NO_WORDS) -> re.Pattern[str]:
    """Any of a block's lines, one regular expression each; <name> stands for a list of *words*."""
    return re.compile("|".join(spelt(line, words) for line in block.splitlines() if line))


def spelt(line: str, words: Mapping[str, str]) -> str:
    """A line with each <name> in full."""
    return _WORD.sub(lambda name: words[name[1]], line)
