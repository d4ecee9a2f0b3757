"""/document-recu: a file in, what was recognised out, to be confirmed; nothing is kept."""

from functools import cache
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import yaml
from fastapi import APIRouter, File, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from assistant.bootstrap import current_day
from assistant.wording import pick, written_date
from knowledge.loading import Knowledge
from portal.api.problems import problem
from portal.deps import TheKnowledge
from portal.pages.rendering import render
from portal.settings import portal_settings
from portal.uploads.recognising import Paper, recognised
from portal.uploads.texts import UnreadablePaper, reads_photos, text_of

router = APIRouter()
TITLE = "Lire le papier reçu"


@cache
def words() -> dict[str, str]:
    """What is said of a paper."""
    data: dict[str, str] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
    return data


@router.get("/document-recu")
async def form(request: Request) -> Response:
    """The form."""
    return render(request, "paper.html", title=TITLE, photos=reads_photos(), most=portal_settings().upload_mb)


@router.post("/document-recu")
async def read(request: Request, knowledge: TheKnowledge, paper: Annotated[UploadFile | None, File()] = None) -> Response:
    """What the file is, as a page or, for the chat's script, as JSON."""
    try:
        text = await text_of(await _content(paper))
    except UnreadablePaper as error:
        return _refused(request, words()[str(error)].format(most=portal_settings().upload_mb))
    found = await run_in_threadpool(recognised, text, current_day())
    if found is None:
        return _refused(request, words()["unknown"])
    known, lines = found.known(), _lines(found, knowledge)
    if _wants_json(request):
        return JSONResponse({"known": known, "lines": lines})
    return render(request, "paper.html", title=TITLE, lines=lines, address=f"/ou-en-suis-je?{urlencode(known)}")


async def _content(paper: UploadFile | None) -> bytes:
    """The file, once it is known to be small enough."""
    if paper is None:
        raise UnreadablePaper("empty")
    if (paper.size or 0) > portal_settings().upload_mb << 20:
        raise UnreadablePaper("too-big")
    return await paper.read()


def _lines(paper: Paper, knowledge: Knowledge) -> list[str]:
    """What was found, a line each."""
    sheet = knowledge.sheets[paper.act]
    said = [words()["act"].format(label=pick(sheet.paper.name if sheet.paper else sheet.label, "fr"))]
    said.append(words()["act-date"].format(day=written_date(paper.act_date, "fr")) if paper.act_date else words()["no-date"])
    if paper.hearing_date:
        said.append(words()["hearing-date"].format(day=written_date(paper.hearing_date, "fr")))
    if paper.debt_eur:
        said.append(words()["debt"].format(amount=f"{paper.debt_eur:,.2f}".replace(",", " ").replace(".", ",")))
    return said


def _refused(request: Request, detail: str) -> Response:
    if _wants_json(request):
        return problem(422, detail)
    return render(request, "paper.html", 422, title=TITLE, fault=detail, photos=reads_photos(), most=portal_settings().upload_mb)


def _wants_json(request: Request) -> bool:
    return request.headers.get("accept", "").startswith("application/json")
