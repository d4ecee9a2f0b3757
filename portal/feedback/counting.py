"""A question that nobody here could answer is counted, in its category; whatever happens to the count, the answer stands."""

from contextlib import suppress

from fastapi import Request

from assistant.answer import Answer
from assistant.bootstrap import current_day
from portal.feedback.records import Unanswered, is_unanswered, mark_of
from portal.feedback.store import FeedbackStore, StoreError


async def counted(request: Request, answer: Answer) -> Answer:
    """The same answer, once its category is kept where it has no answer."""
    store = getattr(request.app.state, "feedback", None)
    if isinstance(store, FeedbackStore) and is_unanswered(answer):
        with suppress(StoreError):
            await store.note(Unanswered(mark_of(answer), current_day()))
    return answer
