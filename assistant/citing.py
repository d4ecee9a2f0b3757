"""Passages to citations: verbatim quotes of at most 700 characters, with a link that opens the reader on them."""

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Citation
from assistant.engine import Engine
from assistant.excerpt import excerpt
from assistant.wording import say
from knowledge.corpus import Passage
from knowledge.fiche import Cited
from knowledge.loading import Knowledge

QUOTE_LIMIT, SHOWN_LIMIT, TITLE = 700, 300, 40


def citation(n: int, passage: Passage, knowledge: Knowledge, quote: str | None = None) -> Citation:
    """The citation of a passage, or of the part of it that is quoted."""
    document = knowledge.documents[passage.document]
    section = document.section(passage.section)
    return Citation(
        n=n,
        document=passage.document,
        section=passage.section,
        quote=shortened(quote or passage.quote),
        url=f"/textes/{passage.document}#{passage.anchor}",
        title=f"{document.short_title}, {section.title}",
    )


def shortened(quote: str) -> str:
    """At most 700 characters, cut after a whole sentence or word."""
    if len(quote) <= QUOTE_LIMIT:
        return quote
    cut = quote[:QUOTE_LIMIT]
    end = max(cut.rfind(mark) for mark in (". ", " ; ", "; "))
    return cut[: end + 1].strip() if end > QUOTE_LIMIT // 2 else cut.rsplit(" ", 1)[0]


def quoted(passage: Passage, n: int, engine: Engine, language: str, about: str, quote: str | None = None) -> str:
    """« … »: the sentences of the quote that speak of *about*, with the document and the section they stand in, and its number."""
    document = engine.knowledge.documents[passage.document]
    place = f"{document.short_title}, {brief(document.section(passage.section).title)}"
    return say("quoted", language, place=place, quote=excerpt(quote or passage.quote, about, SHOWN_LIMIT), n=n)


def brief(title: str) -> str:
    """A long title's own number or name: « Etape 2 », « Article 7 », « 4.4 »."""
    return re.split(r" : | – ", title, maxsplit=1)[0] if len(title) > TITLE else title


def citations(passages: Sequence[tuple[Passage, str | None]], knowledge: Knowledge) -> tuple[Citation, ...]:
    """Numbered citations, each passage once."""
    seen: dict[str, tuple[Passage, str | None]] = {}
    for passage, quote in passages:
        seen.setdefault(passage.id, (passage, quote))
    return tuple(citation(n, passage, knowledge, quote) for n, (passage, quote) in enumerate(seen.values(), start=1))


def cited_passages(cited: Iterable[Cited], knowledge: Knowledge) -> list[tuple[Passage, str | None]]:
    """The passages of a fiche's citations; one whose quote spans several passages keeps its quote at the first of them."""
    found: list[tuple[Passage, str | None]] = []
    for one in cited:
        passage = knowledge.cited(one) or knowledge.opening(one)
        if passage:
            found.append((passage, one.quote))
    return found
