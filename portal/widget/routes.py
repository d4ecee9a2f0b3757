"""/widget.js and /widget: the script that a site embeds, and the plain page that it frames."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, HTMLResponse

from assistant.bootstrap import current_day
from portal.api.requests import QUESTION_LIMIT
from portal.deps import TheAssistant
from portal.pages.rendering import render

router = APIRouter()
SCRIPT = Path(__file__).parent / "widget.js"


@router.get("/widget.js")
def script() -> FileResponse:
    """The script."""
    return FileResponse(SCRIPT, media_type="text/javascript", headers={"Cache-Control": "public, max-age=3600"})


@router.get("/widget")
async def frame(request: Request, assistant: TheAssistant, q: Annotated[str, Query()] = "", departement: str = "") -> HTMLResponse:
    """A question and its answer, without the rest of the site."""
    asked = q.strip()[:QUESTION_LIMIT]
    department = departement if departement in assistant.engine.knowledge.departments else None
    answer = await run_in_threadpool(assistant.answer, asked, current_day(), department=department) if asked else None
    dates = sorted((card for card in answer.deadlines if card.date), key=lambda card: card.date or current_day()) if answer else []
    return render(request, "widget.html", title="Une question sur votre loyer", q=asked, department=department, answer=answer, dates=dates)
