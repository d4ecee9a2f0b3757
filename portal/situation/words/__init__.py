"""The words of the questionnaire and of the card: one file a language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

LANGUAGES = ("fr", "en")


@cache
def words(language: str) -> Mapping[str, str]:
    """Every sentence of the pages in *language*; KeyError for a language that is not there."""
    if language not in LANGUAGES:
        raise KeyError(language)
    data: Mapping[str, str] = yaml.safe_load((Path(__file__).parent / f"{language}.yaml").read_text("utf-8"))
    return data


@cache
def _faults() -> Mapping[str, str]:
    data: Mapping[str, str] = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text("utf-8"))
    return data


def fault(name: str, /, **values: object) -> str:
    """What is wrong with what was sent, in plain French, and what to do."""
    return _faults()[name].format(**values)
