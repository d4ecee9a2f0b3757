"""The draft: a situation's next steps, a fiche, or the passages that answer; else who knows."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.choosing import Candidate
from assistant.composing.dates import asked_dates, led_by, with_dates
from assistant.composing.declined import corrected, declined
from assistant.composing.fiche import fiche_draft
from assistant.composing.passages import in_part, passages_draft
from assistant.composing.situation import situation_draft
from assistant.composing.thresholds import asked_threshold, led_by_threshold
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.evidence import best_passages, confidence, model
from assistant.intent import asks_what_now, lacks_what_is_asked, names_document, rests_on_a_claim
from assistant.likeness import is_surely_ours
from assistant.second import ranked_by_part
from assistant.turn import Turn
from knowledge.corpus import Passage
from knowledge.procedure.locate import Missing

BETTER = 0.5  # of the score, by which a fiche outweighs the words of a document that the question names
SHOWN, STATED = 8, 4  # passages by the search, and those of the sentences that come first


def compose(turn: Turn, engine: Engine) -> Turn:
    """Choose who answers: the core for a told situation, a fiche for an everyday question, a passage for a precise one."""
    return replace(turn, draft=_draft(turn, engine))


def _draft(turn: Turn, engine: Engine) -> Draft:
    text = turn.text
    if turn.tells and asks_what_now(text) and not _is_about_a_text(turn):
        return corrected(turn, engine) or situation_draft(turn, engine, _apart(turn, engine))
    if refusal := declined(turn, engine):
        return refusal
    sure = confidence(text, turn.found, engine.search)
    ranked, after = _ordered(turn, engine, text)
    if asked := asked_dates(turn, engine):
        return led_by(_found(ranked, after, turn, engine), asked, turn, engine)
    if threshold := asked_threshold(turn, engine):
        return led_by_threshold(_found(ranked, after, turn, engine), threshold, turn)
    best = ranked[0].score if ranked else 0.0
    if sure < model().partial and best < model().close and not is_surely_ours(turn.vector):
        return situation_draft(turn, engine, _apart(turn, engine)) if turn.tells else declined(turn, engine, nothing_found=True)
    draft = with_dates(_found(ranked, after, turn, engine), turn, engine)
    weak = not _is_clear(ranked, sure) or _misses(draft, text)
    return in_part(draft, turn) if weak and draft.outcome is Outcome.ANSWERED else draft


def _is_about_a_text(turn: Turn) -> bool:
    """Whether it asks what a document wants done at some point, and tells nobody's stage: « selon la charte, il doit faire quoi au commandement ? »."""
    return names_document(turn.text) and isinstance(turn.place, Missing)


def _is_clear(ranked: Sequence[Candidate], sure: float) -> bool:
    """Whether the first sentence needs no reserve: it is asked in known words, it scores high, or what was found is enough."""
    return sure >= model().answered or any(one.is_asked_so or one.score >= model().clear for one in ranked[:1])


def _misses(draft: Draft, text: str) -> bool:
    """Whether the answer lacks the kind of thing that is asked, or the question rests on a claim that it does not confirm."""
    said = " ".join((draft.lead, *draft.more))
    return lacks_what_is_asked(text, said) or rests_on_a_claim(text, said)


def _ordered(turn: Turn, engine: Engine, text: str) -> tuple[list[Candidate], Candidate | None]:
    """The sentences that may answer, best first, and the one that follows; a question about a document's words is answered from it, unless a fiche answers better by far."""
    ranked, after = ranked_by_part(turn, engine)
    own = [one for one in ranked if one.passage]
    if own and names_document(text) and turn.found[0].target.kind == "passage" and ranked[0].score - own[0].score < BETTER:
        return own, after
    return ranked, after


def _found(ranked: Sequence[Candidate], after: Candidate | None, turn: Turn, engine: Engine) -> Draft:
    """The sentence that is likeliest to answer first: a fiche's, or a passage's; the next one after it."""
    first = ranked[0] if ranked else None
    stated = [one.passage for one in (first, after, *ranked[1:STATED]) if one and one.passage]
    passages = list(dict.fromkeys((*stated, *_apart(turn, engine))))
    if first and first.fiche:
        return fiche_draft(first.fiche, turn, engine, passages, first, after)
    return passages_draft(passages, turn, engine, first, after) if passages else declined(turn, engine, nothing_found=True)


def _apart(turn: Turn, engine: Engine) -> list[Passage]:
    """The first passages that do not quote each other's words: neighbours share a window."""
    chosen: list[Passage] = []
    quotes: list[str] = []
    for found in best_passages(turn.found):
        passage = engine.knowledge.passages[found.target.id]
        quote = engine.windows.quote(passage)
        if any(quote in other or passage.quote in other for other in quotes):
            continue
        chosen.append(passage)
        quotes.append(quote)
        if len(chosen) == SHOWN:
            break
    return chosen
