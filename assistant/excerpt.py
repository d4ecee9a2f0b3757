"""The part of a quote that speaks of the question: whole sentences, verbatim, in their order."""

import re
from collections.abc import Sequence

from retrieval.stems import stems

_ENDS = re.compile(r"(?<=[.;:?!])\s+(?=\S)")
CUT = " …"


def excerpt(quote: str, about: str, limit: int) -> str:
    """At most *limit* characters of *quote*: the run of sentences with most of the words of *about*; a cut is marked « … »."""
    if len(quote) <= limit:
        return quote
    parts = _ENDS.split(quote)
    wanted = set(stems(about))
    first, last = _best_run(parts, [len(wanted & set(stems(part))) for part in parts], limit)
    said = " ".join(parts[first:last])
    if len(said) > limit:
        said = said[: limit - len(CUT)].rsplit(" ", 1)[0] + CUT
    return said


def _best_run(parts: Sequence[str], hits: Sequence[int], limit: int) -> tuple[int, int]:
    """The bounds of the run that fits and holds most hits; the first of equals, as long as it can be."""
    best, bounds = -1, (0, 1)
    for first in range(len(parts)):
        size, found = 0, 0
        for last in range(first, len(parts)):
            size += len(parts[last]) + 1
            if size > limit + 1 and last > first:
                break
            found += hits[last]
            if found > best or (found == best and bounds == (first, last)):
                best, bounds = found, (first, last + 1)
    return _widened(parts, bounds, limit)


def _widened(parts: Sequence[str], bounds: tuple[int, int], limit: int) -> tuple[int, int]:
    """The same run with the sentences after and before it that still fit."""
    first, last = bounds
    size = sum(len(part) + 1 for part in parts[first:last])
    while last < len(parts) and size + len(parts[last]) < limit:
        size, last = size + len(parts[last]) + 1, last + 1
    while first > 0 and size + len(parts[first - 1]) < limit:
        size, first = size + len(parts[first - 1]) + 1, first - 1
    return first, last
