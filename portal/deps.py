"""What a route needs at hand, from the application's state."""

from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from assistant.bootstrap import Assistant
from knowledge.loading import Knowledge
from retrieval.passage import PassageRetriever


def get_assistant(request: Request) -> Assistant:
    """The assistant, once it is loaded; 503 before."""
    assistant = getattr(request.app.state, "assistant", None)
    if not isinstance(assistant, Assistant):
        raise HTTPException(503, "Le service démarre. Réessayez dans quelques secondes.", headers={"Retry-After": "5"})
    return assistant


TheAssistant = Annotated[Assistant, Depends(get_assistant)]


def get_knowledge(assistant: TheAssistant) -> Knowledge:
    """The knowledge behind the assistant."""
    return assistant.engine.knowledge


TheKnowledge = Annotated[Knowledge, Depends(get_knowledge)]


def get_retriever(request: Request) -> PassageRetriever:
    """Passages with their neighbours."""
    retriever: PassageRetriever = request.app.state.retriever
    return retriever


TheRetriever = Annotated[PassageRetriever, Depends(get_retriever)]
