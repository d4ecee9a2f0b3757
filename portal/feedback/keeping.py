"""The store's life beside the application's: opened and purged at start, purged each day, closed at the end."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI

from assistant.bootstrap import current_day
from portal.feedback.store import FeedbackStore, StoreError
from portal.settings import portal_settings

DAY = 24 * 3600
log = logging.getLogger(__name__)


@asynccontextmanager
async def feedback_kept(app: FastAPI) -> AsyncIterator[None]:
    """`app.state.feedback` while it runs; None, with the reason in the log, where the store cannot be opened."""
    before = getattr(app.state, "feedback", None)  # an application may be entered twice, by a test's second client
    store = app.state.feedback = await _opened(portal_settings().feedback_url)
    purging = asyncio.create_task(_purge_daily(store)) if store else None
    try:
        yield
    finally:
        app.state.feedback = before
        if purging and store:
            purging.cancel()
            with suppress(asyncio.CancelledError):
                await purging
            await store.close()


async def _opened(url: str) -> FeedbackStore | None:
    try:
        store = FeedbackStore(url)
        await store.prepare()
    except StoreError as error:
        log.error("%s. Les réponses continuent, les avis sont refusés. Vérifiez DATABASE_URL et les droits du dossier.", error)  # noqa: TRY400 (the message says it all)
        return None
    return store


async def _purge_daily(store: FeedbackStore) -> None:
    while True:
        with suppress(StoreError):
            await store.purge(current_day(), portal_settings().retention_days)
        await asyncio.sleep(DAY)
