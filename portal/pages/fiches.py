"""The fiches: one everyday question each, by theme and stage, and a page a fiche."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from assistant.bootstrap import current_day
from assistant.cards import notes_of
from assistant.orienting import named_cards
from knowledge.dated import Facts
from knowledge.fiche import Fiche
from knowledge.loading import Knowledge
from knowledge.procedure.situation import Situation
from portal.deps import TheKnowledge
from portal.pages.catalogue import TheCatalogue
from portal.pages.choices import chosen, departments, sides, stage_options
from portal.pages.fiche_view import by_theme, fits, fitting_text, neighbours
from portal.pages.matching import matching
from portal.pages.rendering import render
from portal.pages.words import fault

router = APIRouter()
TITLE = "Fiches pratiques"


@router.get("/fiches")
def fiches(request: Request, knowledge: TheKnowledge, etape: str = "", departement: str = "", role: str = "", q: str = "") -> HTMLResponse:
    """The fiches that fit the choices, by theme."""
    stage = chosen("etape", etape, stage_options(knowledge))
    department = chosen("departement", departement, departments(knowledge))
    side = chosen("role", role, sides())
    found = [fiche for fiche in knowledge.fiches.values() if fits(fiche, stage, department, side)]
    found = matching(q, found, fitting_text) if q.strip() else found
    return render(
        request,
        "fiches.html",
        title=TITLE,
        themes=by_theme(found, knowledge),
        count=len(found),
        q=q,
        stage=stage,
        department=department,
        side=side,
        stages=stage_options(knowledge),
        departments=departments(knowledge),
        sides=sides(),
    )


@router.get("/fiches/{fiche}")
def fiche(request: Request, fiche: str, catalogue: TheCatalogue) -> HTMLResponse:
    """One question: the short answer, the steps, what both rest on."""
    knowledge = catalogue.knowledge
    if fiche not in knowledge.fiches:
        raise HTTPException(404, fault("unknown-page", value=fiche[:80]))
    found = knowledge.fiches[fiche]
    short, english, expert = found.on(current_day())
    return render(
        request,
        "fiche.html",
        crumbs=[("/fiches", TITLE)],
        title=found.question,
        fiche=found,
        short=short,
        english=english,
        expert=expert if expert != short else None,
        later=[wording for wording in found.dated if wording.since > current_day()],
        citations=[catalogue.cited(cited) for cited in found.passages],
        notes=notes_of(found.parameters, knowledge, Facts(current_day()), "fr"),
        law=knowledge.law,
        names=knowledge.department_names,
        cards=named_cards(found.partners, _place(found, knowledge), knowledge, "fr"),
        sheets=[sheet for stage, sheet in knowledge.sheets.items() if stage in found.stages],
        related=neighbours(found, knowledge),
    )


def _place(fiche: Fiche, knowledge: Knowledge) -> Situation:
    """Where the fiche holds, when it is one département's."""
    return Situation(department=fiche.departments[0] if len(fiche.departments) == 1 and fiche.departments[0] in knowledge.departments else None)
