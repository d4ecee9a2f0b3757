"""The FastAPI application: the API, the pages, and the chat mounted at /chat."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.staticfiles import StaticFiles

from assistant.bootstrap import Assistant, build_assistant
from portal import metrics
from portal.api import docs, health, problems, questions, reference
from portal.chat.mount import mount_chat
from portal.exports import pages as exports
from portal.feedback import routes as feedback
from portal.feedback.keeping import feedback_kept
from portal.headers import SecurityHeaders
from portal.limits.buckets import Buckets
from portal.limits.middleware import Limits
from portal.operators import routes as operators
from portal.pages import (
    ask,
    calculators,
    calculators_dates,
    calculators_thresholds,
    errors,
    fiches,
    glossary,
    home,
    law,
    partners,
    procedure,
    quality,
    reader,
    search,
)
from portal.settings import portal_settings
from portal.situation import pages as situation
from portal.uploads import routes as uploads
from portal.widget import routes as widget
from retrieval.passage import PassageRetriever

PAGES = (home, ask, procedure, partners, calculators, calculators_dates, calculators_thresholds, law, reader, search, fiches, glossary, quality)
STATIC = Path(__file__).parent / "static"
DESCRIPTION = "Prévention des expulsions locatives : questions, situations, textes, droit daté. Informe, ne conseille pas, ne prédit pas."


def create_app(assistant: Assistant | None = None) -> FastAPI:
    """The application around *assistant*, which is built when none is given."""
    assistant = assistant or build_assistant()
    app = FastAPI(
        title="Toit",
        version="1",
        description=DESCRIPTION,
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.assistant = assistant
    app.state.retriever = PassageRetriever(assistant.engine.knowledge, assistant.engine.search)
    for router in (questions.router, reference.router):
        app.include_router(router, prefix="/api/v1")
    for module in (health, docs, metrics, *PAGES, situation, exports, feedback, uploads, widget, operators):
        app.include_router(module.router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    problems.install(app)
    errors.install(app)
    app.state.buckets = Buckets(portal_settings().rate_per_minute)
    mount_chat(app, assistant)
    app.add_middleware(Limits, settings=portal_settings(), buckets=app.state.buckets)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(GZipMiddleware, compresslevel=5)
    app.state.metrics = metrics.Metrics()
    app.add_middleware(metrics.Measured, metrics=app.state.metrics)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with feedback_kept(app):
        app.state.ready = True
        yield
        app.state.ready = False
