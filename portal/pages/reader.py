"""The reader: a document with its table of contents, each passage at its own address, and its words searched."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from portal.deps import TheKnowledge
from portal.pages.catalogue import TheCatalogue
from portal.pages.document_view import matches, section_views
from portal.pages.matching import query_stems
from portal.pages.rendering import render

router = APIRouter()
QUERY_LIMIT = 120


@router.get("/textes")
def documents(request: Request, knowledge: TheKnowledge) -> HTMLResponse:
    """The documents."""
    return render(request, "documents.html", title="Les textes", documents=knowledge.documents.values())


@router.get("/textes/{document}")
def document(request: Request, document: str, catalogue: TheCatalogue, q: str = "") -> HTMLResponse:
    """One document, whole; `#section.n` brings a passage into view and marks it, `q` marks words."""
    if document not in catalogue.knowledge.documents:
        raise HTTPException(404, f"Le document « {document[:80]} » n'existe pas.")
    found = catalogue.knowledge.documents[document]
    query = q.strip()[:QUERY_LIMIT]
    stems = query_stems(query)
    return render(
        request,
        "document.html",
        crumbs=[("/textes", "Les textes")],
        title=found.short_title[:1].upper() + found.short_title[1:],
        document=found,
        sections=section_views(found, stems, catalogue),
        q=query,
        matches=matches(found, stems),
        base=str(request.base_url).rstrip("/"),
    )
