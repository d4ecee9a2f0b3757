"""What a message asks for: what to do now, a precise question, the words of a document."""

import re
from functools import cache
from importlib.resources import files

import yaml


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data: dict[str, str] = yaml.safe_load((files("assistant") / "intent.yaml").read_text("utf-8"))
    return {name: re.compile("|".join(line for line in block.splitlines() if line)) for name, block in data.items()}


def asks_what_now(text: str) -> bool:
    """Whether the person tells a situation and asks only what to do, or asks nothing."""
    return bool(_patterns()["what-now"].search(text)) or not _patterns()["question"].search(text)


def names_document(text: str) -> bool:
    """Whether the question is about a document's own words."""
    return bool(_patterns()["names-document"].search(text))


def asked_article(text: str) -> int | None:
    """The number of the article that is asked about."""
    found = _patterns()["article"].search(text)
    return int(found["number"]) if found else None
