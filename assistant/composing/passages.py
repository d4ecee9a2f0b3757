"""Passages as an answer: what the best one says in plain words, exact quotes with their place, and what the law has changed since."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import LawNote, Outcome
from assistant.cards import notes_of
from assistant.choosing import Candidate, share
from assistant.citing import quoted
from assistant.composing.yes_no import bare, marked_sense, with_yes_no
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.intent import asks_for_several
from assistant.orienting import partner_cards
from assistant.polarity import UNMARKED
from assistant.turn import Turn
from assistant.wording import say
from knowledge.corpus import Passage
from knowledge.listing import items_around
from knowledge.procedure.deadlines import facts
from knowledge.procedure.stage import Stage

PARTNERS, NOTES, LISTED = 3, 2, 1000


def passages_draft(passages: Sequence[Passage], turn: Turn, engine: Engine, first: Candidate | None = None, after: Candidate | None = None) -> Draft:
    """What *first* says, then *after*, today's law where it differs, then the texts' own words."""
    if first and first.passage:
        passages = list(dict.fromkeys((first.passage, *passages)))
    notes, touching = _notes(passages, turn, engine), engine.knowledge.rules_touching(passages[0])
    changed = tuple(noted(note, turn) for note in notes if note.parameter in touching)[:NOTES]
    quotes = tuple(_quoted(passage, n, turn, engine) for n, passage in enumerate(passages, start=1))
    said = (_listed(first, turn, engine) or _answered(first, turn, engine)) if first else quotes[0]
    return Draft(
        outcome=Outcome.ANSWERED,
        lead=said,
        more=tuple(dict.fromkeys((*changed, *also(after, engine, turn), *quotes))),
        passages=tuple((passage, engine.windows.quote(passage)) for passage in passages),
        law_notes=notes,
        partners=partner_cards(turn.stage or Stage.INCONNU, turn.situation, engine.knowledge, turn.language)[:PARTNERS],
        stage=turn.stage.value if turn.stage else None,
    )


def _answered(first: Candidate, turn: Turn, engine: Engine) -> str:
    sense = marked_sense(turn, engine, first.passage.id) if first.passage else UNMARKED
    return with_yes_no(first.text, turn, sure=first.is_sure, sense=sense)


def _listed(first: Candidate, turn: Turn, engine: Engine) -> str:
    """The whole list that the first sentence is an item of, when several things are asked for and it is short; nothing when that item alone is asked for."""
    if not first.passage or not asks_for_several(turn.text):
        return ""
    items = items_around(first.passage, engine.knowledge)
    found = (engine.knowledge.said_of(passage)[:1] for passage in items)
    said = [text for statements in found for statement in statements if (text := statement.said(turn.language))]
    if first.passage in items and all(share(turn.text, first.text) > share(turn.text, text) for text in said if text != first.text):
        return ""
    announcing = [] if first.passage in items else [first.text]
    listed = "\n".join((*announcing, *(f"{n}. {text}" for n, text in enumerate(said, start=1))))
    return listed if len(said) > 1 and len(listed) <= LISTED else ""


def also(candidate: Candidate | None, engine: Engine, turn: Turn) -> tuple[str, ...]:
    """A second sentence that may answer: a statement under its document's name, a fiche's without its oui or non."""
    if candidate is None:
        return ()
    if candidate.passage is None:
        return (bare(candidate.text),)
    listed = _listed(candidate, turn, engine)
    text = f"\n{listed}" if listed else candidate.text
    return (say("text-also", turn.language, document=engine.knowledge.documents[candidate.passage.document].short_title, text=text),)


def _quoted(passage: Passage, n: int, turn: Turn, engine: Engine) -> str:
    return quoted(passage, n, engine, turn.language, turn.message, engine.windows.quote(passage))


def in_part(draft: Draft, turn: Turn) -> Draft:
    """The same, said to be only what the texts come closest to."""
    return replace(draft, outcome=Outcome.PARTIAL, lead=f"{draft.lead} {say('in-part', turn.language)}")


def _notes(passages: Sequence[Passage], turn: Turn, engine: Engine) -> tuple[LawNote, ...]:
    """The rules of today that touch these passages."""
    names = dict.fromkeys(name for passage in passages for name in engine.knowledge.rules_touching(passage))
    return notes_of(names, engine.knowledge, facts(turn.situation, turn.today), turn.language)


def noted(note: LawNote, turn: Turn) -> str:
    """What the law says today, or from a day that the note gives."""
    return note.text if note.in_force_from and note.in_force_from > turn.today else say("law-today", turn.language, text=note.text)
