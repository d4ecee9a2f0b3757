"""Danger first, then what is refused: fixed words, verified numbers, before anything is understood or searched."""

from dataclasses import replace

from assistant.answer import Answer, Outcome
from assistant.beside import asked_beside
from assistant.engine import Engine
from assistant.orienting import emergency_cards, named_cards
from assistant.signs import Danger, after_danger, dangers, refusals
from assistant.turn import Turn
from assistant.understanding.places import read_place
from assistant.wording import say
from knowledge.procedure.situation import Situation
from retrieval.spelling import read
from retrieval.stems import fold

SOS = "adil"


def protect(turn: Turn, engine: Engine) -> Turn:
    """A person in danger gets the numbers; a request to cheat, harm or override is refused with the lawful way."""
    text = heard(turn.message)
    if danger := find_danger(text):
        return replace(turn, answer=emergency(danger, engine, turn.language), aside=asked_beside(danger, text))
    for refusal in refusals():
        if refusal.is_in(text):
            return replace(turn, answer=refused(refusal.id, engine, turn.language, _department(turn, engine)))
    return turn


def _department(turn: Turn, engine: Engine) -> str | None:
    """Where it is asked from, or about: nothing is understood yet."""
    return turn.department or read_place(read(turn.message), engine.knowledge.gazetteer).department


def heard(raw: str) -> str:
    """The message as written and as repaired, one under the other: a repair may hide a sign, or show one."""
    written, repaired = fold(raw), read(raw).text
    return written if written == repaired else f"{written}\n{repaired}"


def find_danger(text: str) -> Danger | None:
    """The first danger whose signs stand in the text."""
    return next((danger for danger in dangers() if danger.is_in(text)), None)


def emergency(danger: Danger, engine: Engine, language: str) -> Answer:
    """The numbers first, the housing after."""
    text = f"{danger.text[language]}\n\n{after_danger(language).format(phone=engine.sos)}"
    housing = named_cards([SOS], Situation(), engine.knowledge, language)
    return Answer(Outcome.EMERGENCY, text, partners=(*emergency_cards(danger.numbers, engine.knowledge, language), *housing), language=language)


def refused(kind: str, engine: Engine, language: str, department: str | None = None) -> Answer:
    """What is not served, and the lawful way; the ADIL's own number in the département where an operator has verified one."""
    partners = named_cards([SOS], Situation(department=department), engine.knowledge, language)
    if kind == "numero-vert":
        own = next((card for card in partners if card.phone and card.phone != engine.sos), None)
        text = say("number-local", language, name=own.name, phone=own.phone) if own else say("number-unverified", language, phone=engine.sos)
        return Answer(Outcome.PARTIAL, text, partners=partners, language=language)
    lawful = say(f"lawful-{kind}", language, phone=engine.sos)
    return Answer(Outcome.DECLINED, say(f"refuse-{kind}", language, lawful=lawful), partners=partners, language=language)


def unsure(engine: Engine, language: str) -> Answer:
    """What only faintly resembles a refused request: nobody is accused of what they may not have meant."""
    return Answer(
        Outcome.DECLINED, say("unsure", language, phone=engine.sos), partners=named_cards([SOS], Situation(), engine.knowledge, language), language=language
    )
