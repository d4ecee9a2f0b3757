"""The glossary: every term with its meaning, people's own words, its names, its source; each term has its anchor."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.answer import Citation
from knowledge.glossary import Term
from portal.pages.catalogue import Catalogue, TheCatalogue
from portal.pages.matching import matching
from portal.pages.rendering import render

router = APIRouter()
TermView = tuple[Term, Citation | None]


@router.get("/glossaire")
def glossary(request: Request, catalogue: TheCatalogue, q: str = "") -> HTMLResponse:
    """The terms, by letter; `q` finds one by its name, its meaning or what people call it."""
    terms = catalogue.knowledge.glossary
    found = matching(q, terms, term_text) if q.strip() else terms
    names = {term.id: term.term for term in terms}
    return render(request, "glossary.html", title="Glossaire", letters=_letters(found, catalogue), names=names, law=catalogue.knowledge.law, q=q)


def term_text(term: Term) -> str:
    """The words a term is found by."""
    return " ".join((term.term, term.expansion or "", term.meaning, *term.people, *term.former, term.current or ""))


def _letters(terms: Sequence[Term], catalogue: Catalogue) -> list[tuple[str, list[TermView]]]:
    ordered = sorted(terms, key=lambda term: _plain(term.term))
    return [
        (letter, [(term, catalogue.cited(term.source) if term.source else None) for term in group])
        for letter, group in groupby(ordered, key=lambda term: _plain(term.term)[0].upper())
    ]


def _plain(text: str) -> str:
    """A name to sort by: no accents, no case."""
    folded = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    return "".join(c for c in folded if not unicodedata.combining(c))
