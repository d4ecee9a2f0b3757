"""The FastAPI application: the API, the pages, and the chat mounted at /chat."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from assistant.bootstrap import Assistant, build_assistant
from portal.api import docs, health, problems, questions, reference
from portal.chat.mount import mount_chat
from portal.headers import SecurityHeaders
from portal.pages import ask, home, reader
from retrieval.passage import PassageRetriever

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
    for router in (health.router, docs.router, home.router, ask.router, reader.router):
        app.include_router(router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    problems.install(app)
    mount_chat(app, assistant)
    app.add_middleware(SecurityHeaders)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.ready = True
    yield
    app.state.ready = False
