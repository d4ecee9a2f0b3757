"""The last accepted evaluation, and what the assistant cannot do."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from portal.deps import TheKnowledge
from portal.pages.evaluation import read_evaluation
from portal.pages.rendering import render

router = APIRouter()


@router.get("/qualite")
def quality(request: Request, knowledge: TheKnowledge) -> HTMLResponse:
    """Figures where there are some, limits in any case."""
    unsure = [rule for rule in knowledge.law.values() if not any(version.shown for version in rule.versions)]
    return render(request, "quality.html", title="Qualité et limites", evaluation=read_evaluation(), unsure=unsure, knowledge=knowledge)
