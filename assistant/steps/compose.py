"""The draft: a situation's next steps, a fiche, or the passages that answer; else who knows."""

from dataclasses import replace

from assistant.composing.declined import declined
from assistant.composing.fiche import fiche_draft
from assistant.composing.passages import passages_draft
from assistant.composing.situation import situation_draft
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.evidence import answers, best_fiche, best_passages
from assistant.intent import asks_what_now, names_document
from assistant.turn import Turn


def compose(turn: Turn, engine: Engine) -> Turn:
    """Choose who answers: the core for a told situation, a fiche for an everyday question, a passage for a precise one."""
    return replace(turn, draft=_draft(turn, engine))


def _draft(turn: Turn, engine: Engine) -> Draft:
    text = turn.understood.message.text if turn.understood else turn.message
    if turn.understood and turn.understood.tells and asks_what_now(text):
        return situation_draft(turn, engine)
    if refusal := declined(turn, engine):
        return refusal
    fiche, passages = best_fiche(turn.found), best_passages(turn.found)
    if fiche and not (names_document(text) and answers(passages, fiche)):
        return fiche_draft(engine.knowledge.fiches[fiche.target.id], turn, engine)
    if passages:
        return passages_draft([engine.knowledge.passages[found.target.id] for found in passages], turn, engine)
    if turn.understood and turn.understood.tells:
        return situation_draft(turn, engine)
    return declined(turn, engine, nothing_found=True)
