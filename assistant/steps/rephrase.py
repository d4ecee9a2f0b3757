"""After the last step: a composed answer in a model's words, where the guard accepts them; else the verified text, unchanged."""

import logging
from collections.abc import Iterable
from dataclasses import replace

from assistant.answer import Answer, Outcome
from assistant.engine import Engine
from assistant.figures import figures
from assistant.prompting import prompt_for, questions_back
from assistant.rephrasing import ModelError, RefusedError, Rephraser, accepted
from assistant.slots import slotted
from assistant.steps.verify import LIMIT, known_figures
from assistant.turn import Turn

REPHRASED = {Outcome.ANSWERED, Outcome.PARTIAL}
log = logging.getLogger(__name__)


def rephrase(turn: Turn, engine: Engine, answer: Answer) -> Answer:
    """The answer to show. Dangers and refusals have no draft, declines and clarifications another outcome: none of them goes to a model."""
    if engine.rephraser is None or turn.draft is None or answer.outcome not in REPHRASED or turn.language != "fr":
        return answer
    try:
        return _rephrased(turn, engine, answer, engine.rephraser)
    except (ModelError, RefusedError) as error:
        log.info("verified text kept: %s: %s", type(error).__name__, error)
        return answer


def _rephrased(turn: Turn, engine: Engine, answer: Answer, rephraser: Rephraser) -> Answer:
    verified = slotted(answer.answer, _names(answer, engine), questions_back(turn))
    text = accepted(rephraser.rephrase(prompt_for(verified, turn.message)), verified, LIMIT)
    if not figures(text) <= known_figures(answer.citations, answer, turn, engine):
        raise RefusedError("figures")
    return answer if text == answer.answer else replace(answer, answer=text, engine=f"llm:{rephraser.name}")


def _names(answer: Answer, engine: Engine) -> Iterable[str]:
    """What is a fact beside figures: the texts' titles, how to reach a partner."""
    for document in engine.knowledge.documents.values():
        yield from (document.title, document.short_title)
    for card in answer.partners:
        yield from filter(None, (card.phone, card.email, card.address, card.url))
