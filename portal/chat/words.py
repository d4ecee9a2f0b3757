"""What the chat says of itself."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from retrieval.stems import fold

_ENDS = re.compile(r"[\s.!?,;:)(]+")


@cache
def words() -> dict[str, Any]:
    """Every sentence of the chat."""
    data: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
    return data


def courtesy(message: str) -> str | None:
    """The reply to a greeting or to thanks, when the message is nothing else."""
    plain = _ENDS.sub(" ", fold(message)).strip()
    return next((str(one["reply"]) for one in words()["courtesies"] if re.match(one["says"], plain)), None)
