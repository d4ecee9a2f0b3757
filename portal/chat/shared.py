"""What Chainlit's handlers share with the application: Chainlit loads them by path, so this module carries it."""

from dataclasses import dataclass

from fastapi import FastAPI

from assistant.bootstrap import Assistant
from portal.feedback.store import FeedbackStore
from portal.limits.buckets import Buckets
from portal.pages.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Shared:
    """The application's assistant, and what its state holds."""

    app: FastAPI
    assistant: Assistant
    catalogue: Catalogue


_held: list[Shared] = []


def share(app: FastAPI, assistant: Assistant) -> None:
    """Carry these to the handlers."""
    _held[:] = [Shared(app, assistant, Catalogue(assistant.engine.knowledge))]


def shared() -> Shared:
    """What was shared; the chat answers nothing before it is mounted."""
    if not _held:
        raise RuntimeError("the chat is not mounted")
    return _held[0]


def feedback() -> FeedbackStore | None:
    """The store of reviews, where it is open."""
    return getattr(shared().app.state, "feedback", None)


def buckets() -> Buckets:
    """The tokens of each client."""
    held: Buckets = shared().app.state.buckets
    return held
