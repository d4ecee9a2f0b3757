"""Search over everything: documents, fiches, glossary, law; with filters, and the words found marked."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.bootstrap import current_day
from portal.deps import TheAssistant, TheRetriever
from portal.pages.catalogue import TheCatalogue
from portal.pages.choices import Option, chosen, departments
from portal.pages.rendering import render
from portal.pages.searching import KINDS, Wanted, found
from portal.pages.words import word

router = APIRouter()
QUERY_LIMIT, FIRST, MORE = 300, 6, 30


@router.get("/recherche")
def search(request: Request, assistant: TheAssistant, retriever: TheRetriever, catalogue: TheCatalogue, q: str = "", dans: str = "") -> HTMLResponse:
    """The form, and what was found of each kind; one kind alone shows more of it."""
    known = departments(catalogue.knowledge)
    documents = [Option(one.id, one.title) for one in catalogue.knowledge.documents.values()]
    kinds = [Option(kind, word("kinds", kind)) for kind in KINDS]
    typed, kind = request.query_params, chosen("dans", dans, kinds)
    wanted = Wanted(
        query=q.strip()[:QUERY_LIMIT],
        department=chosen("departement", typed.get("departement", ""), known) or None,
        document=chosen("document", typed.get("document", ""), documents) or None,
        kind=kind,
        limit=MORE if kind else FIRST,
        day=current_day(),
    )
    groups = found(wanted, assistant.engine.search, retriever, catalogue) if wanted.query else []
    return render(
        request,
        "search.html",
        title="Rechercher",
        q=wanted.query,
        wanted=wanted,
        groups=groups,
        count=sum(len(group.results) for group in groups),
        departments=known,
        documents=documents,
        kinds=kinds,
    )
