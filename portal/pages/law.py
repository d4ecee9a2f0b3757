"""The dated law: every rule on a day, what changed since the charter, what changes on 1 January 2027, and a page a rule."""

from collections.abc import Iterable, Sequence
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from assistant.bootstrap import current_day
from portal.pages.catalogue import TheCatalogue
from portal.pages.choices import Option, chosen, stage_options
from portal.pages.entry import read_day
from portal.pages.law_view import RuleView, gap_views, rule_text, rule_view, turning
from portal.pages.matching import matching
from portal.pages.rendering import render
from portal.pages.words import fault, order, word

router = APIRouter()
TITLE = "Le droit, daté"
TURN = date(2027, 1, 1)  # décrets n° 2026-83 et n° 2026-84
EARLIEST, LATEST = date(1989, 7, 8), date(2035, 12, 31)
VIEWS = ("toutes", "depuis-la-charte", "2027")


@router.get("/droit")
def law(request: Request, catalogue: TheCatalogue, vue: str = "", etape: str = "", q: str = "", au: str = "") -> HTMLResponse:
    """The rules, filtered by stage and words, as they stand on a day."""
    view = chosen("vue", vue, [Option(name, name) for name in VIEWS], VIEWS[0])
    stage = chosen("etape", etape, stage_options(catalogue.knowledge))
    day = read_day(au, EARLIEST, LATEST)
    shown = day.value or current_day()
    rules = [r for r in catalogue.knowledge.law.values() if not stage or stage in r.stages]
    found = matching(q, rules, rule_text) if q.strip() else rules
    return render(
        request,
        "law.html",
        422 if day.fault else 200,
        title=TITLE,
        view=view,
        stage=stage,
        stages=stage_options(catalogue.knowledge),
        q=q,
        day=day,
        shown=shown,
        today=current_day(),
        topics=_by_topic([rule_view(rule, shown) for rule in found]) if view == "toutes" else [],
        gaps=[gap for rule in found for gap in gap_views(rule, catalogue)] if view == "depuis-la-charte" else [],
        turning=[v for v in turning(catalogue.knowledge, TURN) if v.rule in found] if view == "2027" else [],
        turn=TURN,
        count=len(found),
    )


@router.get("/droit/{parameter}")
def rule(request: Request, parameter: str, catalogue: TheCatalogue, au: str = "") -> HTMLResponse:
    """One rule: in force, before, to come, with its sources and what the texts say of it."""
    if parameter not in catalogue.knowledge.law:
        raise HTTPException(404, fault("unknown-page", value=parameter[:80]))
    found = catalogue.knowledge.law[parameter]
    day = read_day(au, EARLIEST, LATEST)
    return render(
        request,
        "rule.html",
        422 if day.fault else 200,
        crumbs=[("/droit", TITLE)],
        title=found.label,
        view=rule_view(found, day.value or current_day()),
        day=day,
        shown=day.value or current_day(),
        today=current_day(),
        gaps=gap_views(found, catalogue),
        fiches=catalogue.fiches_on(parameter),
        sheets=[sheet for sheet in catalogue.knowledge.sheets.values() if sheet.id in found.stages],
    )


def _by_topic(views: Iterable[RuleView]) -> list[tuple[str, str, Sequence[RuleView]]]:
    """The views by topic, in the order of the procedure that the list of topics follows."""
    grouped: dict[str, list[RuleView]] = {}
    for view in views:
        grouped.setdefault(view.rule.topic, []).append(view)
    return sorted(((topic, word("topics", topic), found) for topic, found in grouped.items()), key=lambda group: order("topics", group[0]))
