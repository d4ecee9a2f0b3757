"""A question without JavaScript: the accessible equal of the chat, over the same pipeline."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from assistant.bootstrap import current_day
from portal.api.requests import QUESTION_LIMIT
from portal.deps import TheAssistant
from portal.feedback.counting import counted
from portal.pages.rendering import render

router = APIRouter()


@router.get("/question")
async def question(
    request: Request,
    assistant: TheAssistant,
    q: Annotated[str, Query()] = "",
    departement: str = "",
) -> HTMLResponse:
    """The form, and the answer when there is a question."""
    knowledge = assistant.engine.knowledge
    departments = {code: knowledge.department_names[code] for code in sorted(knowledge.departments)}
    asked, department = q.strip()[:QUESTION_LIMIT], departement if departement in departments else None
    answer = await run_in_threadpool(assistant.answer, asked, current_day(), department=department) if asked else None
    answer = await counted(request, answer) if answer else None
    fault = f"Votre message dépasse {QUESTION_LIMIT} caractères : seul le début a été lu." if len(q.strip()) > QUESTION_LIMIT else None
    dates = sorted((card for card in answer.deadlines if card.date), key=lambda card: card.date or current_day()) if answer else []
    return render(
        request, "question.html", title="Poser une question", q=asked, department=department, departments=departments, answer=answer, dates=dates, fault=fault
    )
