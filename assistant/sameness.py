"""Whether a sentence says what a verified one says: the same words in the same order, but for the turns a jurist has written down as equal."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.patterns import data, pattern

_ELISION = re.compile(r"\b(qu|s|c|j|m|t|n|l|d|jusqu|lorsqu|puisqu)'")
_KEPT = re.compile(r"\{s\d+\}|[^\W\d_]+|[:;()?]")  # commas alone may move
_CONDITION = re.compile(r"((?:(?:oui|non), |[^,;:()]+ : )?)([^,;:()]*?(\S+)) (si [^,;:()?]+)")


@cache
def _links() -> re.Pattern[str]:
    return pattern(data("rephrasing")["links"])


@cache
def _equals() -> tuple[re.Pattern[str], dict[str, str]]:
    """Any turn that has an equal, and the first of its group for each."""
    first = {turn: group[0] for group in data("rephrasing")["same"] for turn in group[1:]}
    return re.compile(rf"\b(?:{'|'.join(sorted(first, key=len, reverse=True))})\b"), first


def says_the_same(said: str, meant: str) -> bool:
    """Whether *said* has every word of *meant*, in its order, and no other; a link may be added where *meant* has none."""
    if said[:1].islower() and not meant[:1].islower():
        return False
    written, told = _plain(meant), _plain(said)
    if not _links().search(written):
        told = " ".join(_links().sub(" ", told).split())
    heard = _KEPT.findall(told)
    return any(heard == _KEPT.findall(way) for way in _ways(written))


def _plain(sentence: str) -> str:
    """Lower case, elisions in full, each turn as the first of its group."""
    text = _ELISION.sub(r"\1e ", sentence.lower().replace("’", "'").replace("s'il", "si il").replace("aujourd'hui", "aujourdhui"))
    turns, first = _equals()
    return " ".join(turns.sub(lambda turn: first[turn[0]], text).split())


def _ways(meant: str) -> Iterator[str]:
    """The sentence, and with its condition first where it has one and no other clause."""
    yield meant
    turned = _CONDITION.fullmatch(meant.rstrip(" .!"))
    if turned and meant.count(" si ") == 1 and turned[3] not in str(data("rephrasing")["asking"]).split():
        yield f"{turned[1]}{turned[4]} {turned[2]}"
