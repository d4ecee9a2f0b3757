"""A request put as an order (« Citez les critères… », « tell me how… »), as the question it stands for."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.patterns import data, pattern

_BEFORE = r"(?P<before>(?:^|(?<=[.!?;:\n])\s+)(?:(?:bonjour|bonsoir|hello|hi|salut)\b)?[ ,!.]*)"
_REST = r"(?P<rest>(?:[^.!?;\n]|\b(?:art|al|[LRD])\.(?= ?[\dLRD]))+?)"  # « l'art. 24 » ends no sentence
_END = r"(?<!\bart)(?<!\bal)(?<!\b[LRD])(?:\s*[.!?]+(?=$|\s)|\s*(?=$|\n|;))"
_Turned = tuple[re.Pattern[str], str]


def as_question(message: str) -> str:
    """*message* with each order turned into its question, capitals and accents kept; itself where it orders nothing."""
    return _orders().sub(_question, message)


def _question(order: re.Match[str]) -> str:
    """What stands after the order: asked, or only named; the order itself where what follows is none of the known turns."""
    for start, said in _asked():
        if start.match(order["rest"]):
            return f"{order['before']}{start.sub(said, order['rest'], count=1)} ?"
    return f"{order['before']}{order['rest']}." if _named().match(order["rest"]) else order[0]


@cache
def _orders() -> re.Pattern[str]:
    """An order at the start of a sentence, and the rest of that sentence."""
    said = data("orders")
    return re.compile(f"{_BEFORE}(?:{pattern(said['orders'], said).pattern}){_REST}{_END}", re.IGNORECASE)


@cache
def _asked() -> Sequence[_Turned]:
    return tuple((re.compile(start, re.IGNORECASE), said) for start, said in data("orders")["asked"])


@cache
def _named() -> re.Pattern[str]:
    return re.compile(pattern(data("orders")["named"]).pattern, re.IGNORECASE)
