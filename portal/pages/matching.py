"""Finding by words what is too small for the index: rules and terms; and showing the words found."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from markupsafe import Markup, escape

from retrieval.stems import fold, stem, stems, tokens

T = TypeVar("T")
_WORD = re.compile(r"\w+", re.UNICODE)
_TAG = re.compile(r"(<[^>]+>|&[#\w]+;)")


def matching(query: str, items: Iterable[T], text: Callable[[T], str]) -> list[T]:
    """The items whose text has most of the query's words, the fullest first; all of them when the query has no word."""
    wanted = set(stems(query))
    found = [(len(wanted & set(stems(text(item)))), item) for item in items]
    enough = max(1, (len(wanted) + 1) // 2)
    best = [(count, item) for count, item in found if not wanted or count >= enough]
    return [item for _, item in sorted(best, key=lambda pair: -pair[0])]


def marked(text: str, query: Collection[str]) -> Markup:
    """*text* with the words of the query's stems marked; tags of a Markup are left alone."""
    parts = _TAG.split(str(escape(text)))
    return Markup("".join(part if part.startswith(("<", "&")) else _marked(part, query) for part in parts))  # noqa: S704 (escaped above)


def _marked(text: str, query: Collection[str]) -> str:
    return _WORD.sub(lambda word: f"<mark>{word[0]}</mark>" if _is_wanted(word[0], query) else word[0], text)


def _is_wanted(word: str, query: Collection[str]) -> bool:
    found = tokens(word)
    return bool(found) and stem(found[0]) in query


def query_stems(query: str) -> frozenset[str]:
    """The stems that a query marks."""
    return frozenset(stems(fold(query)))
