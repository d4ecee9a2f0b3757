"""Passages as an answer: what the best one says in plain words, exact quotes with their place, and what the law has changed since."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import LawNote, Outcome
from assistant.cards import law_notes
from assistant.citing import quoted
from assistant.composing.yes_no import with_yes_no
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.intent import names_document
from assistant.orienting import partner_cards
from assistant.turn import Turn
from assistant.wording import say
from knowledge.corpus import Passage
from knowledge.procedure.deadlines import facts
from knowledge.procedure.stage import Stage
from retrieval.stems import stems

PARTNERS, NOTES = 3, 2


def passages_draft(passages: Sequence[Passage], turn: Turn, engine: Engine) -> Draft:
    """What the best passage says first; today's law before it where it differs, unless the question is about the document's words."""
    notes = _notes(passages, turn, engine)
    changed = tuple(say("law-today", turn.language, text=note.text) for note in notes[:NOTES])
    quotes = tuple(_quoted(passage, n, turn, engine) for n, passage in enumerate(passages, start=1))
    said = with_yes_no(passage_said(passages[0], turn, engine) or quotes[0], turn)
    first = (said, *changed) if not changed or _is_about_the_text(turn, said, changed[0]) else (with_yes_no(changed[0], turn), said, *changed[1:])
    return Draft(
        outcome=Outcome.ANSWERED,
        lead=first[0],
        more=tuple(dict.fromkeys((*first[1:], *quotes))),
        passages=tuple((passage, engine.windows.quote(passage)) for passage in passages),
        law_notes=notes,
        partners=partner_cards(turn.stage or Stage.INCONNU, turn.situation, engine.knowledge, turn.language)[:PARTNERS],
        stage=turn.stage.value if turn.stage else None,
    )


def passage_said(passage: Passage, turn: Turn, engine: Engine) -> str | None:
    """The statement of that passage which shares most words with the question; they are written in French only."""
    statements = engine.knowledge.said_of(passage) if turn.language == "fr" else ()
    best = max(statements, key=lambda statement: shared(turn, statement.text), default=None)
    return best.text if best else None


def shared(turn: Turn, said: str) -> int:
    """How many of the question's words stand in what is said."""
    return len(set(stems(turn.text)) & set(stems(said)))


def _is_about_the_text(turn: Turn, said: str, changed: str) -> bool:
    """Whether the document is named, or its words are nearer to the question than today's rule."""
    return names_document(turn.text) or shared(turn, said) > shared(turn, changed)


def _quoted(passage: Passage, n: int, turn: Turn, engine: Engine) -> str:
    return quoted(passage, n, engine, turn.language, turn.message, engine.windows.quote(passage))


def in_part(draft: Draft, turn: Turn) -> Draft:
    """The same, said to be only what the texts come closest to."""
    return replace(draft, outcome=Outcome.PARTIAL, lead=f"{draft.lead} {say('in-part', turn.language)}")


def _notes(passages: Sequence[Passage], turn: Turn, engine: Engine) -> tuple[LawNote, ...]:
    """The rules of today that touch these passages."""
    chosen = facts(turn.situation, turn.today)
    names = dict.fromkeys(name for passage in passages for name in engine.knowledge.rules_touching(passage))
    return tuple(note for name in names for note in law_notes(engine.knowledge.law[name], chosen, turn.language))
