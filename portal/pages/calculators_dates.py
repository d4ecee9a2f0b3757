"""The calculator of dates: an act, then the dates it needs, then the events that matter."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.bootstrap import current_day
from knowledge.loading import Knowledge
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from portal.pages.calculators import CRUMBS
from portal.pages.catalogue import Catalogue, TheCatalogue
from portal.pages.choices import Option, chosen, departments, stage_options
from portal.pages.dating import Dating, Field, dated_stages, dating, fields, needs_decision, situation_of
from portal.pages.rendering import render
from portal.pages.stage_view import Said, local
from portal.pages.words import word

router = APIRouter()
TITLE, CARD = "Mes dates", "/ou-en-suis-je"
DECISIONS = ("jugement", "refere")


@router.get("/calculateurs/delais")
def delays(request: Request, catalogue: TheCatalogue, acte: str = "", departement: str = "") -> HTMLResponse:
    """The acts to choose from, or one act's form with what its dates start."""
    stages = dated_stages(catalogue.knowledge)
    act = chosen("acte", acte, [option for option in stage_options(catalogue.knowledge) if option.value in stages])
    if act:
        return _act(request, Stage(act), departement, catalogue)
    return render(request, "acts.html", crumbs=CRUMBS, title=TITLE, sheets=[catalogue.knowledge.sheets[stage] for stage in stages])


def _act(request: Request, stage: Stage, departement: str, catalogue: Catalogue) -> HTMLResponse:
    knowledge = catalogue.knowledge
    department = chosen("departement", departement, departments(knowledge))
    decisions = [Option(kind, word("decisions", kind)) for kind in DECISIONS] if needs_decision(stage, knowledge) else []
    decision = chosen("decision", request.query_params.get("decision", ""), decisions)
    given = fields(stage, department, request.query_params, knowledge)
    return render(
        request,
        "deadlines.html",
        422 if any(field.entry.fault for field in given) else 200,
        crumbs=[*CRUMBS, ("/calculateurs/delais", TITLE)],
        title=knowledge.sheets[stage].label.fr,
        sheet=knowledge.sheets[stage],
        fields=given,
        decisions=decisions,
        decision=decision,
        departments=departments(knowledge),
        department=department,
        department_name=knowledge.department_names.get(department, ""),
        card=_card(stage, situation_of(stage, given, decision, department)),
        found=_dated(stage, situation_of(stage, given, decision, department), given, knowledge),
        said=_said(stage, department, catalogue),
        today=current_day(),
    )


def _dated(stage: Stage, situation: Situation, given: list[Field], knowledge: Knowledge) -> Dating | None:
    """The events, once a date is given and none is wrong."""
    ready = any(field.entry.value for field in given) and not any(field.entry.fault for field in given)
    return dating(stage, situation, knowledge, current_day()) if ready else None


def _said(stage: Stage, department: str, catalogue: Catalogue) -> list[Said]:
    """The delays that the département's texts add at that stage."""
    return list(local(stage, department, catalogue).delays) if department else []


def _card(stage: Stage, situation: Situation) -> str:
    """The address of the result card that these dates lead to."""
    act = situation.furthest
    days = {"act_date": act.day if act else None, "lease_date": situation.lease, "hearing_date": situation.hearing}
    told = {name: day.first.isoformat() for name, day in days.items() if day}
    return f"{CARD}?{urlencode({'act': stage.value, 'department': situation.department or '', **told})}"
