"""Chainlit's data layer that keeps reviews alone: no message, no thread, no user, whatever DATABASE_URL says."""

from typing import Any

from chainlit.data.base import BaseDataLayer
from chainlit.types import Feedback, PageInfo, PaginatedResponse

from assistant.bootstrap import current_day
from portal.chat import shared
from portal.chat.marks import mark_for
from portal.chat.words import words
from portal.feedback.records import Review
from portal.feedback.store import StoreError


class ReviewsOnly(BaseDataLayer):  # type: ignore[misc]  # Chainlit has no types
    """Thumbs and comments go to the store, masked; everything else goes nowhere."""

    async def upsert_feedback(self, feedback: Feedback) -> str:
        """Keep a review; its answer's id is returned once it is committed."""
        mark, store = mark_for(feedback.forId), shared.feedback()
        if mark is None or store is None:
            raise ValueError(words()["too-late" if store else "failed"])
        await store.keep(Review(mark, bool(feedback.value), current_day(), feedback.comment))
        return mark.answer

    async def delete_feedback(self, feedback_id: str) -> bool:
        """Forget a review."""
        store = shared.feedback()
        if store is None:
            raise StoreError(words()["failed"])
        return await store.forget(feedback_id)

    async def get_user(self, _identifier: str) -> None:
        """Nobody is known."""

    async def create_user(self, _user: Any) -> None:
        """Nobody is kept."""

    async def create_element(self, _element: Any) -> None:
        """Not kept."""

    async def get_element(self, _thread_id: str, _element_id: str) -> None:
        """Nothing was kept."""

    async def delete_element(self, _element_id: str, _thread_id: str | None = None) -> None:
        """Nothing was kept."""

    async def create_step(self, _step: Any) -> None:
        """No message is kept."""

    async def update_step(self, _step: Any) -> None:
        """No message is kept."""

    async def delete_step(self, _step_id: str) -> None:
        """No message was kept."""

    async def get_thread_author(self, _thread_id: str) -> str:
        """No thread has an author."""
        return ""

    async def delete_thread(self, _thread_id: str) -> None:
        """No thread was kept."""

    async def list_threads(self, _pagination: Any, _filters: Any) -> PaginatedResponse[Any]:
        """No thread was kept."""
        return PaginatedResponse(data=[], pageInfo=PageInfo(hasNextPage=False, startCursor=None, endCursor=None))

    async def get_thread(self, _thread_id: str) -> None:
        """No thread was kept."""

    async def update_thread(self, thread_id: str, **_told: Any) -> None:
        """No thread is kept."""

    async def build_debug_url(self) -> str:
        """None."""
        return ""

    async def close(self) -> None:
        """The application closes its store."""

    async def get_favorite_steps(self, _user_id: str) -> list[Any]:
        """None."""
        return []
