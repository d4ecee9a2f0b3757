"""Passages as an answer: exact quotes with their place, and what the law has changed since."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import LawNote, Outcome
from assistant.cards import law_notes
from assistant.citing import quoted
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.intent import names_document
from assistant.orienting import partner_cards
from assistant.turn import Turn
from assistant.wording import say
from knowledge.corpus import Passage
from knowledge.procedure.deadlines import facts
from knowledge.procedure.stage import Stage

PARTNERS = 3


def passages_draft(passages: Sequence[Passage], turn: Turn, engine: Engine) -> Draft:
    """The best passage first; today's law before it where it differs, unless the question is about the document's words."""
    first, *others = passages
    notes = _notes(passages, turn, engine)
    first_quote = quoted(first, 1, engine, turn.language)
    changed = tuple(say("law-today", turn.language, text=note.text) for note in notes[:2])
    by_document = names_document(turn.understood.message.text if turn.understood else turn.message) or not changed
    lead, after = (first_quote, changed) if by_document else (changed[0], (first_quote, *changed[1:]))
    return Draft(
        outcome=Outcome.ANSWERED,
        lead=lead,
        more=(*after, *(quoted(other, n, engine, turn.language) for n, other in enumerate(others, start=2))),
        passages=tuple((passage, engine.windows.quote(passage)) for passage in passages),
        law_notes=notes,
        partners=partner_cards(turn.stage or Stage.INCONNU, turn.situation, engine.knowledge, turn.language)[:PARTNERS],
        stage=turn.stage.value if turn.stage else None,
    )


def in_part(draft: Draft, turn: Turn) -> Draft:
    """The same, said to be only what the texts come closest to."""
    return replace(draft, outcome=Outcome.PARTIAL, lead=f"{say('in-part', turn.language)} {draft.lead}")


def _notes(passages: Sequence[Passage], turn: Turn, engine: Engine) -> tuple[LawNote, ...]:
    """The rules of today that touch these passages."""
    chosen = facts(turn.situation, turn.today)
    names = dict.fromkeys(name for passage in passages for name in engine.knowledge.rules_touching(passage))
    return tuple(note for name in names for note in law_notes(engine.knowledge.law[name], chosen, turn.language))
