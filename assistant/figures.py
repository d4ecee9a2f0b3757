"""Figures as a reader sees them."""

import re

_MARKS = re.compile(r"\[\d+\]|^\s*\d+[.)]\s", re.MULTILINE)
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f.](?=\d{3}(?!\d))")


def join_thousands(text: str) -> str:
    """« 4 000 » and « 4.000 » are one figure."""
    return _THOUSANDS.sub("", text)


def figures(text: str) -> set[str]:
    """The figures of a text: list numbers and citation marks left out, thousands joined."""
    return set(re.findall(r"\d+", join_thousands(_MARKS.sub(" ", text))))
