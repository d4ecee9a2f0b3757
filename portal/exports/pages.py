"""The fiche de liaison, the calendar and the letters: shown first, made on request, kept nowhere."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from assistant.bootstrap import Assistant
from portal.deps import TheAssistant
from portal.exports.agenda import agenda
from portal.exports.drafting import Drafted, drafted
from portal.exports.fiche import SHOWN_ACTIONS, FicheDeLiaison, fiche_of
from portal.exports.fiche_pdf import fiche_pdf
from portal.exports.filling import rules
from portal.exports.letter import Letter, letters
from portal.exports.letter_docx import letter_docx
from portal.exports.letter_pdf import letter_pdf
from portal.exports.words import say
from portal.pages.rendering import render
from portal.situation.card import Card, card_of
from portal.situation.form import Fields, TheForm, as_fields, one
from portal.situation.reporting import TheDay, report_of
from portal.situation.state import read_state
from portal.situation.words import fault, words

router = APIRouter()
OWN_WORDS = 1200  # what still reads on one page
PDF, CALENDAR = "application/pdf", "text/calendar; charset=utf-8"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.post("/fiche-de-liaison")
async def show_fiche(request: Request, fields: TheForm, assistant: TheAssistant, today: TheDay) -> HTMLResponse:
    """The fiche as a page, to be read and completed before anything is made."""
    card, fiche = await _fiche(fields, assistant, today)
    actions = [action.label for action in (*card.now, *card.later)][:SHOWN_ACTIONS]
    typed = {"did": one(fields, "did"), "ask": one(fields, "ask")}
    return _page(request, "fiche_de_liaison.html", fields, title=say("fiche-title"), fiche=fiche, actions=actions, done=_ticked(fields), say=say, **typed)


@router.post("/fiche-de-liaison.pdf")
async def make_fiche(fields: TheForm, assistant: TheAssistant, today: TheDay) -> Response:
    """The same page as a PDF."""
    _, fiche = await _fiche(fields, assistant, today)
    return _file(await run_in_threadpool(fiche_pdf, fiche), PDF, f"{say('fiche-file')}.pdf")


@router.post("/agenda.ics")
async def make_agenda(fields: TheForm, assistant: TheAssistant, today: TheDay) -> Response:
    """The dates to come, for a calendar."""
    card = card_of(await report_of(read_state(fields), assistant, today), assistant.engine.knowledge, today)
    if not card.dates:
        raise HTTPException(422, fault("nothing-dated"))
    coming, language = [line.card for line in card.dates], card.report.language
    return _file(agenda(coming, words(language), language, today), CALENDAR, f"{say('agenda-file')}.ics")


@router.get("/courriers")
def list_letters(request: Request) -> HTMLResponse:
    """Every letter, blank."""
    return _page(request, "letters.html", as_fields(request.url.query), title="Courriers", letters=letters().values())


@router.get("/courriers/{name}")
async def blank_letter(request: Request, name: str, assistant: TheAssistant, today: TheDay) -> HTMLResponse:
    """A letter with blanks, for whoever comes without a situation."""
    return await _show(request, _letter(name), as_fields(request.url.query), assistant, today)


@router.post("/courriers/{name}.docx")
async def make_docx(name: str, fields: TheForm, assistant: TheAssistant, today: TheDay) -> Response:
    """The letter as a Word document."""
    made = await _drafted(_letter(name), fields, assistant, today)
    return _file(await run_in_threadpool(letter_docx, made.draft), WORD, f"{name}.docx")


@router.post("/courriers/{name}.pdf")
async def make_pdf(name: str, fields: TheForm, assistant: TheAssistant, today: TheDay) -> Response:
    """The letter as a PDF."""
    made = await _drafted(_letter(name), fields, assistant, today)
    return _file(await run_in_threadpool(letter_pdf, made.draft), PDF, f"{name}.pdf")


@router.post("/courriers/{name}")
async def edit_letter(request: Request, name: str, fields: TheForm, assistant: TheAssistant, today: TheDay) -> HTMLResponse:
    """The letter filled from what was said, every part of it open to change."""
    return await _show(request, _letter(name), fields, assistant, today)


async def _show(request: Request, letter: Letter, fields: Fields, assistant: Assistant, today: date) -> HTMLResponse:
    made, knowledge = await _drafted(letter, fields, assistant, today), assistant.engine.knowledge
    law = [(knowledge.law[rule].label, rule, [note.text for note in rules(rule, knowledge, today)]) for rule in letter.basis]
    return _page(request, "letter.html", fields, title=letter.title.fr, letter=letter, made=made, law=law, say=say)


async def _drafted(letter: Letter, fields: Fields, assistant: Assistant, today: date) -> Drafted:
    report = await report_of(read_state(fields), assistant, today)
    return drafted(letter, fields, report, assistant.engine.knowledge, today)


async def _fiche(fields: Fields, assistant: Assistant, today: date) -> tuple[Card, FicheDeLiaison]:
    """The card in French, whatever the person's language, and the fiche made of it."""
    knowledge, did, ask = assistant.engine.knowledge, one(fields, "did"), one(fields, "ask")
    if max(len(did), len(ask)) > OWN_WORDS:
        raise HTTPException(413, fault("too-long", limit=OWN_WORDS))
    card = card_of(await report_of(read_state({**fields, "lang": ("fr",)}), assistant, today), knowledge, today)
    return card, fiche_of(card, _ticked(fields), did, ask, knowledge, today)


def _ticked(fields: Fields) -> frozenset[int]:
    return frozenset(int(rank) for rank in fields.get("done", ()) if rank.isdecimal() and len(rank) < len(str(SHOWN_ACTIONS)) + 1)


def _letter(name: str) -> Letter:
    if name not in letters():
        raise HTTPException(404, fault("unknown-letter", value=name[:80], accepted=", ".join(letters())))
    return letters()[name]


def _file(content: bytes, kind: str, name: str) -> Response:
    """A file to save; the browser keeps no copy of it."""
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"})


def _page(request: Request, template: str, fields: Fields, **values: Any) -> HTMLResponse:
    state = read_state(fields)
    return render(request, template, t=words(state.language), state=state, language=state.language, **values)
