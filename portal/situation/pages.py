"""/ou-en-suis-je: the questions, one page each, then the result card; the same pipeline as the chat, without JavaScript."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from assistant.answer import Place
from assistant.bootstrap import Assistant
from assistant.wording import pick, written_date
from knowledge.procedure.stage import Stage
from portal.deps import TheAssistant
from portal.exports.letter import letters_at
from portal.pages.rendering import render
from portal.situation.answering import Answered, answered
from portal.situation.asking import MOST, next_question, questions
from portal.situation.card import card_of, told
from portal.situation.correcting import Correction, corrected, correction_of, paper_title, papers, read_correction
from portal.situation.form import Fields, TheForm, as_fields, one
from portal.situation.reporting import TheDay, report_of
from portal.situation.state import State, read_state
from portal.situation.words import words

router = APIRouter()
PATH = "/ou-en-suis-je"
ROLES = ("locataire", "bailleur", "travailleur-social")
OUTSIDE = {"message", "asked"}  # an address carries facts, never a story
OF_THE_HOUSEHOLD = {"lang", "role", "landlord_type", "motive"}


@router.get(PATH)
async def begin(request: Request, assistant: TheAssistant, today: TheDay) -> HTMLResponse:
    """The first screen; or, when the address tells facts, the card they lead to."""
    state = read_state({name: values for name, values in as_fields(request.url.query).items() if name not in OUTSIDE})
    if state.known:
        return await card(request, state, assistant, today)
    return _page(request, "situation.html", state, roles=ROLES)


@router.post(PATH)
async def go_on(request: Request, fields: TheForm, assistant: TheAssistant, today: TheDay) -> HTMLResponse:
    """What was answered, learned; then the next question, or the card."""
    if one(fields, "go") == "corrected":
        return await _corrected(request, fields, assistant, today)
    state, question = read_state(fields), one(fields, "question")
    match one(fields, "go"):
        case "card":
            return await card(request, state, assistant, today)
        case "correct":
            return _correction(request, state, correction_of(await report_of(state, assistant, today)), assistant)
        case "skip" if question in questions():
            return await _go_on(request, Answered(state.having_asked(question)), assistant, today)
    if question not in questions():
        return await _go_on(request, Answered(state), assistant, today)
    step = await run_in_threadpool(answered, state, question, one(fields, "choice"), one(fields, "typed"), assistant, today)
    return await _go_on(request, step, assistant, today, question)


async def _go_on(request: Request, step: Answered, assistant: Assistant, today: date, question: str = "") -> HTMLResponse:
    """The same question when its answer was not understood, else the next one, else the card."""
    report = await report_of(step.state, assistant, today)
    following = question if step.fault else next_question(step.state, report)
    if following is None:
        return await card(request, step.state, assistant, today)
    language, knowledge = step.state.language, assistant.engine.knowledge
    return _page(
        request,
        "situation_question.html",
        step.state,
        200 if step.fault is None else 422,
        title=words(language)[f"ask-{following}"],
        name=following,
        question=questions()[following],
        number=len(step.state.asked) + 1,
        most=MOST,
        step=step,
        sheets=knowledge.sheets,
        label=pick(knowledge.sheets[Stage(report.stage)].label, language) if report.stage != Stage.INCONNU else None,
        told=list(told(report.entities, language)),
        paper_title=lambda option: paper_title(option, knowledge, language),
    )


async def card(request: Request, state: State, assistant: Assistant, today: date) -> HTMLResponse:
    """The result card of a state."""
    report = await report_of(state, assistant, today)
    view = card_of(report, assistant.engine.knowledge, today)
    title = view.label if report.outcome == Place.LOCATED else words(state.language)["card-title"]
    open_question = next_question(state, report)
    return _page(request, "card.html", state, title=title, card=view, letters=letters_at(report.stage, report.entities.role), open_question=open_question)


async def _corrected(request: Request, fields: Fields, assistant: Assistant, today: date) -> HTMLResponse:
    """The card of the corrected answers; or the form again, with what is wrong beside each field."""
    correction = read_correction(fields, assistant.engine.knowledge, today)
    if correction.faults:
        kept = {name: values for name, values in fields.items() if name in OF_THE_HOUSEHOLD}
        return _correction(request, read_state(kept), correction, assistant, 422)
    return await card(request, corrected(correction, fields), assistant, today)


def _correction(request: Request, state: State, correction: Correction, assistant: Assistant, status: int = 200) -> HTMLResponse:
    title, choices = words(state.language)["correct-title"], papers(assistant.engine.knowledge, state.language)
    return _page(request, "situation_correct.html", state, status, title=title, correction=correction, papers=choices, roles=ROLES)


def _page(request: Request, template: str, state: State, status: int = 200, **values: Any) -> HTMLResponse:
    said, language = words(state.language), state.language
    shown: dict[str, Any] = {"title": said["title"], "t": said, "state": state, "language": language, "path": PATH}
    return render(request, template, status, **{**shown, "on": lambda day: written_date(day, language), **values})
