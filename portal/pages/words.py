"""The words of the pages: names of choices, computed titles, messages about a form."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    data: Mapping[str, Mapping[str, str]] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
    return data


def word(group: str, key: object) -> str:
    """The name of *key* in that group; the key itself when it has none."""
    return _words()[group].get(str(key), str(key))


def fault(name: str, /, **values: object) -> str:
    """What is wrong with an entry, in plain words."""
    return _words()["faults"][name].format(**values)


def order(group: str, key: str) -> int:
    """Where *key* stands in its group; the unknown ones come last."""
    known = list(_words()[group])
    return known.index(key) if key in known else len(known)
