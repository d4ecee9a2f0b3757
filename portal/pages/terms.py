"""Terms explained in place: the first time a page uses a word of the glossary, it links to its meaning at the foot of the page."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

import yaml
from markupsafe import Markup, escape

from knowledge.glossary import Term

_TAG = re.compile(r"(<[^>]+>)")
_OPENS = re.compile(r"<(a|h[1-6]|summary|button|abbr|mark)\b")
_CLOSES = re.compile(r"</(a|h[1-6]|summary|button|abbr|mark)>")
SHORTEST = 3


@cache
def everyday() -> frozenset[str]:
    """The ids of the terms that need no link."""
    return frozenset(yaml.safe_load((Path(__file__).parent / "everyday.yaml").read_text("utf-8")))


class Terms:
    """The glossary as one pattern, the longest names first."""

    def __init__(self, glossary: Iterable[Term], skipped: Collection[str]) -> None:
        self._by_name = {_folded(name): term for term in glossary if term.id not in skipped for name in _names(term)}
        names = sorted(self._by_name, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_as_pattern, names)) or '(?!)'})(?![\w-])", re.IGNORECASE)

    def page(self) -> "Explained":
        """A page that has explained nothing yet."""
        return Explained(self)

    def find(self, text: str) -> Iterable[re.Match[str]]:
        """Where *text* names a term."""
        return self._pattern.finditer(text)

    def named(self, name: str) -> Term | None:
        """The term that *name* writes, in the plural too."""
        return self._by_name.get(_folded(name))


class Explained:
    """The terms a page has explained so far, in order."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self.used: dict[str, Term] = {}

    def mark(self, text: str, most: int = 2) -> Markup:
        """*text* with its first new terms linked, *most* of them; links, headings and buttons are left alone."""
        left, depth, parts = most, 0, []
        for part in _TAG.split(str(escape(text))):
            if part.startswith("<"):
                depth += bool(_OPENS.match(part)) - bool(_CLOSES.match(part))
                parts.append(part)
                continue
            shown = self._linked(part, left) if depth == 0 and left else part
            left -= shown.count('<a class="term"')
            parts.append(shown)
        return Markup("".join(parts))  # noqa: S704 (escaped above, or already Markup)

    def _linked(self, text: str, most: int) -> str:
        parts, at = [], 0
        for found in self._terms.find(text):
            term = self._terms.named(found.group())
            if term is None or term.id in self.used or most == 0:
                continue
            self.used[term.id] = term
            most -= 1
            parts.append(f'{text[at : found.start()]}<a class="term" id="vu-{term.id}" href="#mot-{term.id}">{found.group()}</a>')
            at = found.end()
        return "".join((*parts, text[at:]))


def _names(term: Term) -> list[str]:
    """A term's names as a text writes them: « CCAS, CIAS » is two, « Locataire (preneur) » is its first word."""
    whole = re.sub(r"\([^)]*\)", "", term.term)
    names = [name.strip() for name in whole.split(",")] + [*([term.expansion] if term.expansion else [])]
    return [name for name in names if len(name) >= SHORTEST]


def _folded(name: str) -> str:
    """A name to compare by: lower case, one apostrophe, no plural marks."""
    words = " ".join(name.replace("’", "'").replace("&#39;", "'").lower().split()).split(" ")
    return " ".join(word.rstrip("s") or word for word in words)


def _as_pattern(name: str) -> str:
    """The folded name in a text that is already HTML."""
    quoted = (re.escape(word).replace("'", r"(?:'|’|&\#39;)") for word in name.split(" "))
    return r"\s+".join(f"{word}s*" for word in quoted)
