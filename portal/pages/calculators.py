"""The calculators: their list, and the trêve on a day. Each shows its rule, its text and the law at that date."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.bootstrap import current_day
from knowledge.procedure.treve import next_eviction_day, next_treve, treve_of
from portal.deps import TheKnowledge
from portal.pages.entry import read_day
from portal.pages.law_view import rule_view
from portal.pages.rendering import render

router = APIRouter()
TITLE = "Calculer"
CRUMBS = [("/calculateurs", TITLE)]
LAST = date(2035, 12, 31)
TREVE_SINCE = date(2014, 3, 27)  # loi n° 2014-366: until 31 March
TREVE_RULES = ("treve-hivernale-dates", "treve-hivernale-exceptions")


@router.get("/calculateurs")
def calculators(request: Request) -> HTMLResponse:
    """The four calculators."""
    return render(request, "calculators.html", title=TITLE)


@router.get("/calculateurs/treve")
def treve(request: Request, knowledge: TheKnowledge, au: str = "") -> HTMLResponse:
    """Whether the trêve hivernale covers a day."""
    day = read_day(au, TREVE_SINCE, LAST)
    shown = day.value or current_day()
    return render(
        request,
        "treve.html",
        422 if day.fault else 200,
        crumbs=CRUMBS,
        title="La trêve hivernale",
        day=day,
        shown=shown,
        today=current_day(),
        covering=treve_of(shown),
        coming=next_treve(shown),
        first_day=next_eviction_day(shown, knowledge.calendar.holidays),
        views=[rule_view(knowledge.law[name], shown) for name in TREVE_RULES],
    )
