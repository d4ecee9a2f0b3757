"""« Où en suis-je ? » in the conversation: a question, its answer by button or in words, the next one."""

from dataclasses import replace

import chainlit as cl

from assistant.bootstrap import current_day
from portal.chat import shared
from portal.chat.guide import SKIP, STOP, Said, goes_on, summed_up
from portal.chat.replying import ask
from portal.chat.screen import hold, say, talk
from portal.chat.talk import Talk
from portal.situation.answering import Answered, answered
from portal.situation.state import State


async def guided(question: str, value: str) -> None:
    """The first question, or what follows a choice."""
    known, assistant = talk(), shared.shared().assistant
    state = known.guide or State(known=known.known)
    if value == STOP:
        state, said = await cl.make_async(summed_up)(state, assistant, current_day())
        await _say(state, said, known)
    elif not question or value == SKIP:
        await _go_on(Answered(state.having_asked(question) if question else state), None, known)
    else:
        await _go_on(await cl.make_async(answered)(state, question, value, "", assistant, current_day()), question, known)


async def typed(text: str, known: Talk, field: str) -> None:
    """Words instead of a button; what does not answer is a question of its own."""
    state = known.guide or State(message=known.question, known=known.known)
    step = await cl.make_async(answered)(state, field, "", text, shared.shared().assistant, current_day())
    if known.guide:
        await _go_on(step, field, known)
    elif step.fault:
        await ask(text)
    else:
        await hold(replace(known, known=dict(step.state.known)))
        await ask(step.state.message)


async def _go_on(step: Answered, asking: str | None, known: Talk) -> None:
    state, said = await cl.make_async(goes_on)(step, asking, shared.shared().assistant, current_day())
    await _say(state, said, known)


async def _say(state: State, said: Said, known: Talk) -> None:
    await say(said.text, [("guide", label, {"question": said.asking, "value": value}) for value, label in said.choices])
    await hold(replace(known, known=dict(said.known), asking=said.asking, guide=state if said.asking else None))
