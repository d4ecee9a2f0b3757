"""The procedure as a line, and a page a stage."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from assistant.bootstrap import current_day
from knowledge.loading import Knowledge
from knowledge.procedure.stage import Stage
from portal.deps import TheKnowledge
from portal.pages.catalogue import TheCatalogue
from portal.pages.choices import BOTH, STAGES, Option, chosen, shown_departments, sides, territories
from portal.pages.procedure_line import procedure_line
from portal.pages.rendering import render
from portal.pages.stage_view import local, national, outlines
from portal.pages.words import fault

router = APIRouter()
TITLE = "Les étapes de la procédure"


@dataclass(frozen=True, slots=True)
class Switches:
    """What the switches offer, and what is chosen."""

    territories: tuple[Option, ...]
    sides: tuple[Option, ...]
    departement: str
    role: str


@router.get("/procedure")
def procedure(request: Request, knowledge: TheKnowledge, departement: str = "", role: str = "") -> HTMLResponse:
    """The twelve stages, drawn and listed."""
    switches = _switches(knowledge, departement, role)
    steps = outlines(switches.role, shown_departments(switches.departement, knowledge), knowledge)
    return render(request, "procedure.html", title=TITLE, line=procedure_line(knowledge.sheets), steps=steps, switches=switches)


@router.get("/procedure/{stage}")
def stage(request: Request, stage: str, catalogue: TheCatalogue, departement: str = "", role: str = "") -> HTMLResponse:
    """One stage: the paper, the dates, who does what, whom to call."""
    known = _stage(stage)
    knowledge = catalogue.knowledge
    switches = _switches(knowledge, departement, role)
    shown = shown_departments(switches.departement, knowledge)
    at = STAGES.index(known)
    return render(
        request,
        "stage.html",
        crumbs=[("/procedure", TITLE)],
        title=knowledge.sheets[known].label.fr,
        sheet=knowledge.sheets[known],
        sheets=knowledge.sheets,
        line=procedure_line(knowledge.sheets, known),
        number=at + 1,
        before=knowledge.sheets[STAGES[at - 1]] if at else None,
        after=knowledge.sheets[STAGES[at + 1]] if at + 1 < len(STAGES) else None,
        national=national(known, switches.role, shown, catalogue, current_day()),
        locals=[local(known, code, catalogue) for code in shown],
        passages=[catalogue.cited(c) for c in knowledge.sheets[known].passages if knowledge.documents[c.document].department in shown],
        today=current_day(),
        switches=switches,
    )


def _stage(stage: str) -> Stage:
    if stage not in STAGES:
        raise HTTPException(404, fault("unknown-page", value=stage[:80]))
    return Stage(stage)


def _switches(knowledge: Knowledge, departement: str, role: str) -> Switches:
    known = territories(knowledge)
    return Switches(known, sides(), chosen("departement", departement, known, BOTH), chosen("role", role, sides(), "locataire"))
