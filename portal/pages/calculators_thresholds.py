"""The calculators of thresholds: the impayé, and the report to the CCAPEX."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.bootstrap import current_day
from portal.deps import TheKnowledge
from portal.pages.calculators import CRUMBS, LAST
from portal.pages.choices import Option, chosen, departments
from portal.pages.entry import read_day
from portal.pages.law_view import rule_view
from portal.pages.rendering import render
from portal.pages.thresholds_view import CCAPEX, ccapex_parts, ccapex_verdict, impaye_verdict, read_amounts
from portal.pages.words import word

router = APIRouter()
DEFINED_SINCE = date(2019, 9, 1)  # décret n° 2019-772: rent with charges; the older definition is not counted here
REPORTED_SINCE = date(2015, 11, 2)  # décret n° 2015-1384
TURN = date(2027, 1, 1)  # décret n° 2026-84
IMPAYE_RULE, COMPANY_RULE = "impaye-definition-aide-logement", "ccapex-saisine-prealable-personne-morale"
PRIVATE, COMPANY = "particulier", "organisme"


@router.get("/calculateurs/impaye")
def impaye(request: Request, knowledge: TheKnowledge, au: str = "", premier: str = "") -> HTMLResponse:
    """Whether an impayé is constituted, on a day and from 1 January 2027."""
    amounts, day, first = read_amounts(request.query_params), read_day(au, DEFINED_SINCE, LAST), read_day(premier, DEFINED_SINCE, LAST)
    shown, wrong = day.value or current_day(), bool(amounts.fault or day.fault or first.fault)
    asked = bool(amounts.told or first.value) and not wrong
    return render(
        request,
        "impaye.html",
        422 if wrong else 200,
        crumbs=CRUMBS,
        title="L'impayé est-il constitué ?",
        amounts=amounts,
        day=day,
        first=first,
        shown=shown,
        turn=TURN,
        asked=asked,
        verdict=impaye_verdict(amounts, first.value, shown, knowledge) if asked else None,
        later=impaye_verdict(amounts, first.value, TURN, knowledge) if asked and shown < TURN else None,
        view=rule_view(knowledge.law[IMPAYE_RULE], shown),
    )


@router.get("/calculateurs/ccapex")
def ccapex(request: Request, knowledge: TheKnowledge, au: str = "", bailleur: str = "", departement: str = "") -> HTMLResponse:
    """Whether a commandement de payer must be reported to the CCAPEX."""
    amounts, day = read_amounts(request.query_params), read_day(au, REPORTED_SINCE, LAST)
    landlords = [Option(kind, word("landlords", kind)) for kind in (PRIVATE, COMPANY)]
    landlord, department = chosen("bailleur", bailleur, landlords, PRIVATE), chosen("departement", departement, departments(knowledge))
    shown, wrong = day.value or current_day(), bool(amounts.fault or day.fault)
    asked = (bool(amounts.told) or landlord == COMPANY) and not wrong
    return render(
        request,
        "ccapex.html",
        422 if wrong else 200,
        crumbs=CRUMBS,
        title="Le seuil de la CCAPEX",
        amounts=amounts,
        day=day,
        shown=shown,
        landlords=landlords,
        landlord=landlord,
        departments=departments(knowledge),
        department=department,
        asked=asked,
        verdict=ccapex_verdict(amounts, shown, department, knowledge) if asked and landlord == PRIVATE else None,
        parts=ccapex_parts(amounts, shown, department, knowledge),
        view=rule_view(knowledge.law[COMPANY_RULE if landlord == COMPANY else CCAPEX], shown),
    )
