"""Ways of asking as they are written: « … ? [non] » where an honest answer begins with non."""

import re
from collections.abc import Iterable

_MARK = re.compile(r"\s*\[(oui|non)\]$")


def plain(written: str) -> str:
    """The way of asking without its mark."""
    return _MARK.sub("", written)


def senses(written: Iterable[str]) -> dict[str, bool]:
    """The marked ways of asking, True where the answer begins with oui."""
    return {plain(text): mark[1] == "oui" for text in written if (mark := _MARK.search(text))}
