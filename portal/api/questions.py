"""POST /answers and /situations: HTTP to the assistant and back, nothing else."""

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from assistant.answer import Answer, SituationReport
from assistant.bootstrap import current_day
from portal.api.problems import documented
from portal.api.requests import Known, QuestionIn, SituationIn
from portal.deps import TheAssistant
from portal.feedback.counting import counted

router = APIRouter(responses=documented(400, 413, 422, 429, 503))


def known_facts(known: Known | None) -> dict[str, object]:
    """What is already known, as plain values."""
    return known.model_dump(exclude_none=True) if known else {}


@router.post("/answers", summary="Une question, une réponse sourcée")
async def create_answer(request: Request, asked: QuestionIn, assistant: TheAssistant) -> Answer:
    """One grounded answer to one question."""
    context = asked.context
    answer = await run_in_threadpool(
        assistant.answer,
        asked.question,
        asked.today or current_day(),
        department=asked.department,
        role=asked.role,
        language=asked.language,
        known=known_facts(context.known if context else None),
        previous=context.previous_question if context else None,
    )
    return await counted(request, answer)


@router.post("/situations", summary="Où en suis-je dans la procédure ?")
async def create_situation(told: SituationIn, assistant: TheAssistant) -> SituationReport:
    """Where a person stands, the dates that matter and whom to call."""
    return await run_in_threadpool(assistant.situation, told.message, told.today or current_day(), language=told.language, known=known_facts(told.known))
