"""/avis: a review from a page without JavaScript, read again and deleted by whoever holds its address."""

from collections.abc import Awaitable
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar
from uuid import uuid4

import yaml
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, StringConstraints
from starlette.exceptions import HTTPException

from assistant.answer import Outcome
from assistant.bootstrap import current_day
from knowledge.loading import Knowledge
from knowledge.procedure.stage import Stage
from portal.deps import TheKnowledge
from portal.feedback.records import Mark, Review
from portal.feedback.store import FeedbackStore, StoreError
from portal.pages.rendering import render
from portal.settings import portal_settings

router = APIRouter()
Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f-]{32,36}$")]
T = TypeVar("T")
Text = Annotated[str, StringConstraints(max_length=4000)]


class ReviewForm(BaseModel):
    """The form under an answer; what the answer was about comes back as it was written in it."""

    good: bool
    comment: Text = ""
    consent: bool = False
    question: Text = ""
    outcome: Outcome
    stage: str = ""
    fiche: str = ""
    department: str = ""
    language: Annotated[str, StringConstraints(pattern="^(fr|en)$")] = "fr"
    passages: Annotated[str, StringConstraints(max_length=2000)] = ""


@cache
def words() -> dict[str, str]:
    """What is said of a review."""
    data: dict[str, str] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
    return data


def get_store(request: Request) -> FeedbackStore:
    """The store, or 503 where it could not be opened."""
    store = getattr(request.app.state, "feedback", None)
    if not isinstance(store, FeedbackStore):
        raise HTTPException(503, words()["closed"], headers={"Retry-After": "60"})
    return store


TheStore = Annotated[FeedbackStore, Depends(get_store)]


@router.post("/avis")
async def give(form: Annotated[ReviewForm, Form()], store: TheStore, knowledge: TheKnowledge) -> RedirectResponse:
    """Keep the review, then show it as it is kept."""
    mark, question = _mark(form, knowledge), form.question if form.consent else None
    await kept(store.keep(Review(mark, form.good, current_day(), form.comment, question)))
    return RedirectResponse(f"/avis/{mark.answer}", 303)


@router.get("/avis/{answer}")
async def read(request: Request, answer: Id, store: TheStore) -> HTMLResponse:
    """The review as it is kept, with a button that deletes it."""
    review = await kept(store.find(answer))
    if review is None:
        raise HTTPException(404, words()["unknown"])
    return render(request, "review.html", title="Votre avis", review=review, days=portal_settings().retention_days)


@router.post("/avis/{answer}/effacer")
async def forget(request: Request, answer: Id, store: TheStore) -> HTMLResponse:
    """Delete it."""
    await kept(store.forget(answer))
    return render(request, "review.html", title="Votre avis", review=None, days=portal_settings().retention_days)


def _mark(form: ReviewForm, knowledge: Knowledge) -> Mark:
    """Only ids that exist are kept of a form that anyone could write."""
    return Mark(
        uuid4().hex,
        form.outcome.value,
        form.stage if form.stage in set(Stage) else None,
        form.fiche if form.fiche in knowledge.fiches else None,
        form.department if form.department in knowledge.departments else None,
        form.language,
        tuple(passage for passage in form.passages.split() if passage in knowledge.passages),
    )


async def kept(writing: Awaitable[T]) -> T:
    """What the store gives; 503 where it does not answer."""
    try:
        return await writing
    except StoreError as error:
        raise HTTPException(503, words()["closed"], headers={"Retry-After": "60"}) from error
