"""The one question that is asked when a datum is missing."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from assistant.answer import Choice, Clarify


@cache
def _questions() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files("assistant") / "clarify.yaml").read_text("utf-8"))
    return data


def question_for(fact: str, language: str) -> Clarify:
    """The question about *fact*, with its choices."""
    asked = _questions()[fact]
    choices = tuple(Choice(choice["value"], choice["label"][language]) for choice in asked["choices"])
    return Clarify(fact, asked["question"][language], choices)
