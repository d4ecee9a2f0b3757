"""What the chat puts on the screen, and what it knows of its session: the only other place that speaks to Chainlit."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import chainlit as cl

from portal.chat import shared
from portal.chat.talk import Talk
from portal.limits.buckets import client_of, is_local
from portal.settings import portal_settings

Button = tuple[str, str, dict[str, Any]]


async def say(text: str, buttons: Iterable[Button] = ()) -> None:
    """A message with its buttons, as (action, label, payload)."""
    actions = [cl.Action(name=name, label=label, payload=payload) for name, label, payload in buttons]
    await cl.Message(content=text, actions=actions).send()


@asynccontextmanager
async def turn(chosen: str) -> AsyncIterator[None]:
    """A button is shown as what the person said; the reply then stands in a run, as Chainlit's thumbs need."""
    said = await cl.Message(content=chosen, type="user_message").send()
    async with cl.Step(name="on_message", type="run", parent_id=said.id):
        yield


def turn_id() -> str:
    """The id that a review of this turn's reply will carry."""
    run = cl.context.current_run
    return str(run.id) if run else str(uuid4())


def talk() -> Talk:
    """What this conversation knows."""
    held = cl.user_session.get("talk")
    return held if isinstance(held, Talk) else Talk()


async def hold(known: Talk) -> None:
    """Keep it for the session, and hand it to the tab for after a reload."""
    cl.user_session.set("talk", known)
    await cl.send_window_message({"toit": "situation", "known": dict(known.known), "question": known.question})


def hold_paper(paper: Talk | None) -> None:
    """What was read of a paper waits for a yes."""
    cl.user_session.set("paper", paper)


def held_paper() -> Talk | None:
    """What waits for a yes."""
    paper: Talk | None = cl.user_session.get("paper")
    return paper


async def tell_page(what: str) -> None:
    """A word to our own script in the page."""
    await cl.send_window_message({"toit": what})


def client_wait() -> int:
    """Seconds that this client must wait before it is answered; 0 when it need not."""
    scope = (getattr(cl.context.session, "environ", None) or {}).get("asgi.scope") or {}
    host = scope["client"][0] if scope.get("client") else None
    if portal_settings().rate_limit_loopback == "off" and is_local(host):
        return 0
    return shared.buckets().wait(client_of(host))
