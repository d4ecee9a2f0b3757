"""From what was said so far to where the person stands; the day enters here, once a request."""

from datetime import date
from typing import Annotated

from fastapi import Depends
from fastapi.concurrency import run_in_threadpool

from assistant.answer import SituationReport
from assistant.bootstrap import Assistant, current_day
from portal.situation.state import State

TheDay = Annotated[date, Depends(current_day)]


async def report_of(state: State, assistant: Assistant, today: date) -> SituationReport:
    """Where the person stands, from their words and their answers."""
    return await run_in_threadpool(assistant.situation, state.message, today, language=state.language, known=state.facts())
