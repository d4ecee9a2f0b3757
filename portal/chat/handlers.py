"""Chainlit's handlers: each calls the assistant and shows what it says. Chainlit loads this file by its path."""

import logging
from typing import Any

import chainlit as cl

from assistant.bootstrap import current_day
from portal.api.requests import QUESTION_LIMIT
from portal.chat import shared
from portal.chat.showing import shown, words

log = logging.getLogger(__name__)
CHOSEN = "choice"


@cl.on_chat_start
async def start() -> None:
    """The first screen: what this is, four ways to begin."""
    starters = [cl.Action(name="starter", label=one["label"], payload={"message": one["message"]}) for one in words()["starters"]]
    await cl.Message(content=words()["welcome"], actions=starters).send()


@cl.action_callback("starter")
async def begin(action: cl.Action) -> None:
    """A starter asks its question."""
    await reply(str(action.payload["message"]), {})


@cl.action_callback(CHOSEN)
async def choose(action: cl.Action) -> None:
    """A choice completes what is known, and the question is asked again."""
    known = {**(cl.user_session.get("known") or {}), action.payload["field"]: action.payload["value"]}
    cl.user_session.set("known", known)
    await reply(cl.user_session.get("question") or "", known)


@cl.on_message
async def message(told: cl.Message) -> None:
    """A message is answered with what is known so far."""
    text = told.content.strip()
    if not text:
        await cl.Message(content=words()["empty"]).send()
    elif len(text) > QUESTION_LIMIT:
        await cl.Message(content=words()["too-long"].format(limit=QUESTION_LIMIT)).send()
    else:
        cl.user_session.set("question", text)
        await reply(text, cl.user_session.get("known") or {})


async def reply(question: str, known: dict[str, Any]) -> None:
    """Ask the assistant and show its answer; a failure is said in French, never passed on raw."""
    try:
        if shared.assistant is None:
            raise RuntimeError("the chat is not mounted")
        answer = await cl.make_async(shared.assistant.answer)(question, current_day(), known=known)
        choices = answer.clarify.choices if answer.clarify else ()
        field = answer.clarify.field if answer.clarify else ""
        actions = [cl.Action(name=CHOSEN, label=choice.label, payload={"field": field, "value": choice.value}) for choice in choices]
        await cl.Message(content=shown(answer), actions=actions).send()
    except Exception:
        log.exception("chat answer failed")
        await cl.Message(content=words()["failed"]).send()
