"""Spaces that must not break a line, as French typography asks; the texts' own words are left as they are."""

import re

_PIECE = re.compile(r"(<[^>]+>)")
_KEPT = re.compile(r"<(/?)(article|blockquote|textarea|script|title|pre)\b([^>]*)")
_BEFORE, _AFTER = re.compile(r" (?=[:;?!»%€])"), re.compile(r"(?<=«) ")
NBSP = "\u00a0"


def spaced(html: str) -> str:
    """The page with its own sentences bound; quotes, the reader's articles and what people typed are not touched."""
    parts, kept = [], 0
    for part in _PIECE.split(html):
        if part.startswith("<"):
            kept += _opens(part)
            parts.append(part)
        else:
            parts.append(part if kept else _AFTER.sub(NBSP, _BEFORE.sub(NBSP, part)))
    return "".join(parts)


def _opens(tag: str) -> int:
    """1 where text to keep begins, -1 where it ends."""
    found = _KEPT.match(tag)
    return 0 if found is None else -1 if found[1] else 1
