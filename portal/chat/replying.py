"""A question to the assistant, its answer to the screen, with the replies that may follow."""

from collections.abc import Iterator
from dataclasses import replace

import chainlit as cl

from assistant.answer import Answer, Outcome
from assistant.bootstrap import current_day
from portal.chat import shared
from portal.chat.marks import mark_for, remember
from portal.chat.neighbours import neighbours
from portal.chat.screen import Button, hold, say, talk, turn_id
from portal.chat.showing import shown
from portal.chat.talk import Talk
from portal.chat.words import words
from portal.feedback.records import Unanswered, is_unanswered
from portal.feedback.store import StoreError
from portal.operators.pause import is_paused
from portal.settings import portal_settings
from portal.situation.answering import UNKNOWN

MAY_BE_UNKNOWN = {"act", "judgment"}


async def ask(question: str) -> None:
    """A question, with all that is known."""
    known = replace(talk(), question=question)
    if is_paused():
        await say(words()["paused"])
        return
    answer = await cl.make_async(shared.shared().assistant.answer)(question, current_day(), known=known.facts())
    heard = known.heard(answer)
    await hold(heard)  # before the answer is shown: a page reloaded at its first words resumes too
    if answer.clarify and answer.clarify.field in known.unknown:
        await say(words()["unknown-datum"], [("guide", words()["guide"], {})])
    else:
        await _show(answer, heard)


async def choose(field: str, value: str) -> None:
    """A choice that was offered; what the person does not know is not asked again."""
    known = talk()
    if value != UNKNOWN or field in MAY_BE_UNKNOWN:
        known = known.told({field: value})
        known.facts()  # an impossible value fails here, before it is held
    await hold(replace(known, unknown=known.unknown | ({field} if value == UNKNOWN else set())))
    await ask(known.question)


async def keep(message: str) -> None:
    """An unanswered question is kept, masked, because the person said so."""
    try:
        await _note(message, talk().question)
    except StoreError:
        await say(words()["not-kept"])
    else:
        await say(words()["kept"].format(days=portal_settings().retention_days))


async def _show(answer: Answer, known: Talk) -> None:
    message = turn_id()
    remember(message, answer)
    text = "\n\n".join(filter(None, (shown(answer, shared.shared().catalogue), _card(answer, known))))
    await say(text, _replies(answer, known, message))
    if is_unanswered(answer):
        await _counted(message)


def _card(answer: Answer, known: Talk) -> str:
    address = known.card() if answer.stage else None
    return f"[{words()['card'][answer.language]}]({address})" if address else ""


def _replies(answer: Answer, known: Talk, message: str) -> Iterator[Button]:
    """What may be said next: the choices of a question, a neighbouring question, the questionnaire."""
    if answer.clarify:
        yield from (("choice", choice.label, {"field": answer.clarify.field, "value": choice.value}) for choice in answer.clarify.choices)
    elif answer.outcome is not Outcome.EMERGENCY:
        for fiche in neighbours(answer, known.known.get("role"), shared.shared().assistant.engine.knowledge.fiches):
            question = fiche.question_en if answer.language == "en" else fiche.question
            yield "starter", question, {"message": question}
        yield "guide", words()["go-on" if known.guide else "more" if answer.stage else "guide"], {}
    if is_unanswered(answer):
        yield "keep", words()["keep"], {"answer": message}


async def _counted(message: str) -> None:
    """The category of a question without answer is counted; where it cannot be, the answer stands all the same."""
    try:
        await _note(message, None)
    except StoreError:
        return


async def _note(message: str, question: str | None) -> None:
    mark, store = mark_for(message), shared.feedback()
    if mark is None or store is None:
        raise StoreError(message)
    await store.note(Unanswered(mark, current_day(), question))
