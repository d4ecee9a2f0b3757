"""Chainlit's handlers: each calls the assistant and shows what it says. Chainlit loads this file by its path."""

import functools
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import chainlit as cl

from portal.chat import guiding, reading, replying, resuming
from portal.chat.reviewing import ReviewsOnly
from portal.chat.screen import client_wait, say, turn
from portal.chat.words import words

log = logging.getLogger(__name__)
Handler = Callable[..., Awaitable[None]]


def said_in_french(handler: Handler) -> Handler:
    """A failure is said in French, never passed on raw; Chainlit shows nothing of an exception."""

    @functools.wraps(handler)
    async def safe(*told: Any, **named: Any) -> None:
        try:
            await handler(*told, **named)
        except Exception:
            log.exception("chat handler failed")
            await say(words()["failed"])

    return safe


def in_turn(handler: Handler) -> Handler:
    """One client takes its turn: too many messages in a minute are told to wait."""

    @functools.wraps(handler)
    async def limited(*told: Any, **named: Any) -> None:
        if wait := client_wait():
            await say(words()["slow"].format(wait=wait))
        else:
            await handler(*told, **named)

    return said_in_french(limited)


def chosen(handler: Handler) -> Handler:
    """A button is shown as the person's own turn."""

    @functools.wraps(handler)
    async def in_a_turn(*told: Any, **named: Any) -> None:
        action: cl.Action = [*told, *named.values()][0]
        async with turn(action.label):
            await handler(action)

    return in_turn(in_a_turn)


@cl.data_layer
def reviews_only() -> ReviewsOnly:
    """Reviews are kept, messages are not."""
    return ReviewsOnly()


@cl.on_chat_start
@said_in_french
async def start() -> None:
    """The first screen; then the tab is asked what it kept."""
    await resuming.welcome()


@cl.on_message
@in_turn
async def message(told: cl.Message) -> None:
    """A message is answered with what is known so far."""
    await reading.read(told.content)


@cl.on_window_message
@said_in_french
async def window(told: Any) -> None:
    """What our own page hands over: a situation kept in the tab, a paper that was read."""
    await resuming.taken_over(told)


@cl.action_callback("starter")
@chosen
async def begin(action: cl.Action) -> None:
    """A ready question is asked."""
    await reading.read(str(action.payload["message"]))


@cl.action_callback("choice")
@chosen
async def choose(action: cl.Action) -> None:
    """A choice completes what is known, and the question is asked again."""
    await replying.choose(str(action.payload["field"]), str(action.payload["value"]))


@cl.action_callback("guide")
@chosen
async def guide(action: cl.Action) -> None:
    """« Où en suis-je ? » begins, or goes on with a choice."""
    await guiding.guided(str(action.payload.get("question") or ""), str(action.payload.get("value") or ""))


@cl.action_callback("keep")
@chosen
async def keep(action: cl.Action) -> None:
    """The person agrees that an unanswered question is kept."""
    await replying.keep(str(action.payload["answer"]))


@cl.action_callback("again")
@chosen
async def again(_: cl.Action) -> None:
    """The last question once more."""
    await reading.again()


@cl.action_callback("forget")
@chosen
async def forget(_: cl.Action) -> None:
    """Everything known is forgotten."""
    await resuming.forget()


@cl.action_callback("paper")
@chosen
async def paper(action: cl.Action) -> None:
    """What was read on a paper is right, or is not."""
    await resuming.confirmed(right=bool(action.payload["right"]))
