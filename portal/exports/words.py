"""The words of the exports, in French: they are read by French institutions."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml


@cache
def _words() -> Mapping[str, str]:
    data: Mapping[str, str] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
    return data


def say(name: str, /, **values: object) -> str:
    """The sentence of that name, filled."""
    return _words()[name].format(**values)
