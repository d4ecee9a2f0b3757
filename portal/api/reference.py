"""GET /search, /stages, /partners, /communes, /parameters, /documents: the reference, read only."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from assistant.bootstrap import current_day
from knowledge.procedure.stage import Stage
from portal.api.problems import documented
from portal.api.requests import Day, Department, Role
from portal.api.views import UnknownCommuneError, document_view, parameter_view, partners_view, stage_view, summary_view
from portal.deps import TheKnowledge, TheRetriever

router = APIRouter(responses=documented(413, 422, 429, 503))
Results = dict[str, list[Any]]
QUERY_LIMIT = 500


@router.get("/search", summary="Chercher dans les documents")
async def search(
    knowledge: TheKnowledge,
    retriever: TheRetriever,
    q: Annotated[str, Query(min_length=1, max_length=QUERY_LIMIT)],
    department: Department | None = None,
    document: str | None = None,
    k: Annotated[int, Query(ge=1, le=50)] = 10,
) -> Results:
    """Verbatim passages, best first; a département's search leaves the others' texts out."""
    if document is not None and document not in knowledge.documents:
        _unknown("document", document, knowledge.documents)
    hits = await run_in_threadpool(retriever.hits, q, department=department, document=document, limit=k)
    return {"results": [asdict(hit) for hit in hits]}


@router.get("/stages", summary="Les étapes de la procédure")
def stages(knowledge: TheKnowledge) -> Results:
    """The thirteen stages, in order."""
    return {"results": [summary_view(knowledge.sheets[stage]) for stage in Stage]}


@router.get("/stages/{stage}", summary="Une étape, avec ce que disent les textes du département")
def stage(stage: Stage, knowledge: TheKnowledge, department: Department | None = None) -> dict[str, Any]:
    """One stage of the procedure schema."""
    return stage_view(stage, department, knowledge)


@router.get("/partners", summary="Qui appeler")
def partners(
    knowledge: TheKnowledge,
    stage: Stage | None = None,
    role: Role | None = None,
    commune: Annotated[str | None, Query(max_length=80)] = None,
    department: Department | None = None,
) -> Results:
    """The directory, for a stage, a role and a place."""
    try:
        return {"results": partners_view(knowledge, stage or Stage.INCONNU, role, commune, department)}
    except UnknownCommuneError as unknown:
        raise HTTPException(422, str(unknown)) from unknown


@router.get("/communes", summary="Trouver une commune")
def communes(knowledge: TheKnowledge, q: Annotated[str, Query(min_length=1, max_length=80)]) -> Results:
    """Communes by the beginning of their name or postcode."""
    found = knowledge.gazetteer.starting_with(q) or knowledge.gazetteer.find(q)
    return {
        "results": [{"code": c.code, "name": c.name, "postcodes": c.postcodes, "department": c.department, "arrondissement": c.arrondissement} for c in found]
    }


@router.get("/parameters", summary="Les règles de droit en vigueur à une date")
def parameters(knowledge: TheKnowledge, date: Day | None = None, stage: Stage | None = None) -> Results:
    """The legal parameters in force on a day, and those to come."""
    day = date or current_day()
    return {"results": [parameter_view(p, day) for p in knowledge.law.values() if stage is None or stage in p.stages]}


@router.get("/documents", summary="Les documents")
def documents(knowledge: TheKnowledge) -> Results:
    """The documents and the titles of their sections."""
    return {"results": [document_view(document, with_text=False) for document in knowledge.documents.values()]}


@router.get("/documents/{document}", responses=documented(404), summary="Un document et ses sections")
def document(document: str, knowledge: TheKnowledge) -> dict[str, Any]:
    """One document with the text of its sections."""
    if document not in knowledge.documents:
        raise HTTPException(404, f"Le document « {document} » n'existe pas ; documents connus : {', '.join(knowledge.documents)}.")
    return document_view(knowledge.documents[document], with_text=True)


def _unknown(name: str, value: str, accepted: Any) -> None:
    raise HTTPException(422, f"« {name} » : « {value} » n'est pas connu ; valeurs acceptées : {', '.join(accepted)}.")
