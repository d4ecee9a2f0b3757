"""/operateurs: what people said, what had no answer, what is stale, the pause; every action is written down."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from assistant.bootstrap import current_day
from portal.deps import TheKnowledge
from portal.feedback.routes import Id, TheStore, kept
from portal.operators.freshness import stale_rules
from portal.operators.guard import Guarded, check, token
from portal.operators.pause import is_paused, set_paused
from portal.pages.rendering import render

router = APIRouter(route_class=Guarded)
PATH = "/operateurs"
Token = Annotated[str, Form(alias="token", max_length=80)]


@router.get(PATH)
async def desk(request: Request, store: TheStore, knowledge: TheKnowledge) -> HTMLResponse:
    """Everything on one page."""
    found = await kept(store.latest())
    page = render(
        request,
        "operators.html",
        title="Exploitation",
        found=found,
        stale=stale_rules(knowledge, current_day()),
        paused=is_paused(),
        token=token(request.state.operator),
        operator=request.state.operator,
    )
    page.headers.update({"Cache-Control": "no-store", "X-Robots-Tag": "noindex"})
    return page


@router.post(f"{PATH}/pause")
async def pause(request: Request, store: TheStore, given: Token, *, on: Annotated[bool, Form()]) -> RedirectResponse:
    """Stop the answers, or let them go on; written down first."""
    operator = check(request, given)
    await kept(store.write_down(operator, "pause" if on else "reprise", ""))
    set_paused(on=on)
    return RedirectResponse(PATH, 303)


@router.post(f"{PATH}/effacer/{{answer}}")
async def forget(request: Request, answer: Id, store: TheStore, given: Token) -> RedirectResponse:
    """Delete what is kept about an answer."""
    operator = check(request, given)
    await kept(store.write_down(operator, "effacement", answer))
    await kept(store.forget(answer))
    return RedirectResponse(PATH, 303)
