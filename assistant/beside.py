"""A question asked beside a danger: its answer comes after the numbers, never before."""

from dataclasses import replace

from assistant.answer import Answer, Outcome
from assistant.intent import asking_part, asks_what_now
from assistant.signs import Danger
from assistant.wording import say

GIVEN = {Outcome.ANSWERED, Outcome.PARTIAL}


def asked_beside(danger: Danger, text: str) -> str | None:
    """The precise question that a message in *danger* ends on; nothing where the danger is all it asks about, or leaves no mind for another thing."""
    if not danger.leaves_room:
        return None
    part = asking_part(text)
    return None if part is None or danger.is_in(part) or asks_what_now(part) else part


def with_beside(first: Answer, other: Answer) -> Answer:
    """The emergency as it is, then the first words of the *other* answer with its sources; nothing of one that does not answer."""
    if other.outcome not in GIVEN:
        return first
    text = say("asked-beside", first.language, text=other.answer.partition("\n\n")[0])
    known = {card.partner for card in first.partners}
    partners = (*first.partners, *(card for card in other.partners if card.partner not in known))
    return replace(first, answer=f"{first.answer}\n\n{text}", citations=other.citations, law_notes=other.law_notes, partners=partners, stage=other.stage)
