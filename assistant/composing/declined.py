"""What is not answered: another subject, another place, a premise the texts contradict, or nothing found."""

from typing import Literal, overload

from assistant.answer import Outcome
from assistant.cards import law_notes
from assistant.citing import cited_passages
from assistant.draft import Draft
from assistant.elsewhere import is_abroad, is_local, names_ours, place_elsewhere
from assistant.engine import Engine
from assistant.likeness import is_unlike_ours, likeness
from assistant.orienting import named_cards
from assistant.premises import Fact, contradicted
from assistant.signs import is_latin, is_off_subject, is_on_subject, is_ours
from assistant.turn import Turn
from assistant.wording import say
from knowledge.procedure.deadlines import facts

ADIL = "adil"


@overload
def declined(turn: Turn, engine: Engine, *, nothing_found: Literal[True]) -> Draft: ...
@overload
def declined(turn: Turn, engine: Engine) -> Draft | None: ...
def declined(turn: Turn, engine: Engine, *, nothing_found: bool = False) -> Draft | None:
    """The draft that declines or corrects, or None when nothing speaks against answering."""
    text = turn.text
    if not is_latin(turn.message):
        return _declining("other-language", turn, engine)
    if is_abroad(text):
        return _declining("abroad", turn, engine)
    if _is_another_subject(text, turn) or (nothing_found and not is_on_subject(text)):
        return _declining("off-subject", turn, engine)
    if place := _other_place(text, turn, engine):
        return _declining("other-place", turn, engine, place)
    if correction := corrected(turn, engine):
        return correction
    return _declining("not-in-texts", turn, engine) if nothing_found else None


def corrected(turn: Turn, engine: Engine) -> Draft | None:
    """What is true, with its proof, when the message takes the contrary for granted."""
    fact = contradicted(turn.text, turn.department)
    return _correcting(fact, turn, engine) if fact else None


def _is_another_subject(text: str, turn: Turn) -> bool:
    """By its words; or, without a word that only our subject has, by what it resembles."""
    if is_off_subject(text):
        return True
    if is_ours(text) or turn.previous or turn.tells:
        return False
    return is_unlike_ours(likeness(turn.vector), turn.nearest, near_subject=is_on_subject(text))


def _other_place(text: str, turn: Turn, engine: Engine) -> str | None:
    """The place that is not ours, named in the message or by the request, when what is asked depends on it."""
    knowledge = engine.knowledge
    if not turn.understood or not is_local(text):
        return None
    message = turn.understood.message
    if place := place_elsewhere(message, knowledge.gazetteer, knowledge.departments):
        return place
    if not turn.department or turn.department in knowledge.departments or turn.situation.commune:
        return None
    return None if names_ours(message, knowledge.gazetteer, knowledge.departments) else knowledge.department_names.get(turn.department, turn.department)


def _declining(sentence: str, turn: Turn, engine: Engine, place: str = "") -> Draft:
    """Who knows, and how to reach them."""
    who = say("ask-adil-there" if place else "ask-adil", turn.language, phone=engine.sos)
    partners = named_cards((ADIL,), turn.situation, engine.knowledge, turn.language)
    return Draft(Outcome.DECLINED, say(sentence, turn.language, who=who, place=place), partners=partners)


def _correcting(fact: Fact, turn: Turn, engine: Engine) -> Draft:
    notes = law_notes(engine.knowledge.law[fact.law], facts(turn.situation, turn.today), turn.language) if fact.law else ()
    passages = tuple(cited_passages(fact.cited, engine.knowledge))
    lead = fact.text[turn.language].format(law=" ".join(note.text for note in notes))
    partners = named_cards((ADIL,), turn.situation, engine.knowledge, turn.language)
    return Draft(Outcome.PARTIAL, lead, passages=passages, law_notes=tuple(notes), partners=partners)
