"""The home page: what this is, and the doors to it."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from portal.deps import TheKnowledge
from portal.pages.rendering import render

router = APIRouter()


@router.get("/")
def home(request: Request, knowledge: TheKnowledge) -> HTMLResponse:
    """What it does, what it does not, whom to call."""
    return render(request, "home.html", title="Accueil", fiches=len(knowledge.fiches), sos=knowledge.partners["adil"])
