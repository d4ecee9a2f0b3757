"""Whom to call: by commune or postcode, by stage, for a tenant, a landlord or a professional."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from knowledge.procedure.stage import Stage
from portal.pages.catalogue import TheCatalogue
from portal.pages.choices import ROLES, chosen, sides, stage_options
from portal.pages.directory_view import directory
from portal.pages.rendering import render

router = APIRouter()
PLACE_LIMIT = 80


@router.get("/partenaires")
def partners(request: Request, catalogue: TheCatalogue, lieu: str = "", etape: str = "", role: str = "") -> HTMLResponse:
    """The form, and the partners of a place and a stage."""
    stages = stage_options(catalogue.knowledge)
    stage = chosen("etape", etape, stages)
    side = chosen("role", role, sides(), "locataire")
    place = lieu.strip()[:PLACE_LIMIT]
    found = directory(place, Stage(stage) if stage else None, ROLES[side], catalogue)
    return render(
        request,
        "directory.html",
        404 if found.unknown else 200,
        title="Qui appeler",
        lieu=place,
        stage=stage,
        stages=stages,
        side=side,
        sides=sides(),
        found=found,
        emergencies=catalogue.knowledge.emergencies.values(),
    )
