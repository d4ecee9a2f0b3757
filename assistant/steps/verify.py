"""The last step: every quote verbatim, every figure in its sources, 1,200 characters at most; else the sentence goes."""

import re
from collections.abc import Iterable
from dataclasses import fields, replace

from assistant.answer import Answer, Citation, DeadlineCard, LawNote, Outcome, PartnerCard
from assistant.cards import entities_of
from assistant.citing import citations
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.figures import figures
from assistant.turn import Turn
from assistant.wording import say
from knowledge.loading import squeeze

LIMIT = 1200
_LISTED = re.compile(r"^\d+\. ")
_BREAKS = re.compile(r"(?<=[.!?])(?<!\bart\.)(?<!\bal\.)(\s+)")  # « art. 754 » is no end of a sentence


def verify(turn: Turn, engine: Engine) -> Turn:
    """The answer that stands, or the one that declines: always an answer."""
    draft = turn.draft
    if draft is None:
        raise RuntimeError("compose must leave a draft")
    cited = tuple(c for c in citations(draft.passages, engine.knowledge) if is_verbatim(c, engine))
    known = known_figures(cited, draft, turn, engine)
    paragraphs = [kept for paragraph in (draft.lead, *draft.more) if (kept := supported(paragraph, known))]
    if not paragraphs or not supported(draft.lead, known):
        return replace(turn, answer=_nothing(turn, draft, engine))
    return replace(turn, answer=_answer(turn, draft, _fitting(paragraphs), cited))


def known_figures(cited: Iterable[Citation], said: Draft | Answer, turn: Turn, engine: Engine) -> set[str]:
    """The figures that an answer may say: those of its sources and of the message, and the national number."""
    return figures(" ".join(_values((cited, said.law_notes, said.partners, said.deadlines)))) | figures(turn.message) | figures(engine.sos)


def is_verbatim(citation: Citation, engine: Engine) -> bool:
    """Whether the quote stands in its section of the edition, letter for letter."""
    return squeeze(citation.quote) in engine.knowledge.squeezed(citation.document, citation.section)


def supported(paragraph: str, known: set[str]) -> str:
    """The paragraph without the sentences whose figures stand in no source; a list keeps its numbers."""
    kept = []
    for line in paragraph.splitlines():
        number = found[0] if (found := _LISTED.match(line)) else ""
        if text := _sentences(line.removeprefix(number), known):
            kept.append(number + text)
    return "\n".join(kept)


def _sentences(line: str, known: set[str]) -> str:
    """The sentences of a line whose figures all stand in a source."""
    return "".join(part for part in _BREAKS.split(line) if part.isspace() or figures(part) <= known).strip()


def _fitting(paragraphs: list[str]) -> str:
    """As many paragraphs as fit; the first always does."""
    text = paragraphs[0][:LIMIT]
    for paragraph in paragraphs[1:]:
        if len(text) + len(paragraph) + 2 <= LIMIT:
            text += f"\n\n{paragraph}"
    return text


def _answer(turn: Turn, draft: Draft, text: str, cited: tuple[Citation, ...]) -> Answer:
    outcome = draft.outcome if draft.outcome is not Outcome.ANSWERED or cited else Outcome.PARTIAL
    told = turn.understood and turn.place and turn.understood.tells
    return Answer(
        outcome,
        text,
        cited,
        draft.law_notes,
        draft.partners,
        draft.deadlines,
        entities_of(turn.understood, turn.place) if told and turn.understood and turn.place else None,
        draft.clarify,
        draft.stage,
        turn.language,
        fiche=draft.fiche,
    )


def _nothing(turn: Turn, draft: Draft, engine: Engine) -> Answer:
    text = say("not-in-texts", turn.language, who=say("ask-adil", turn.language, phone=engine.sos))
    return Answer(Outcome.DECLINED, text, partners=draft.partners, language=turn.language)


def _values(things: Iterable[object]) -> Iterable[str]:
    """Every value, however deep, as text."""
    for thing in things:
        if isinstance(thing, (list, tuple)):
            yield from _values(thing)
        elif isinstance(thing, (Citation, LawNote, PartnerCard, DeadlineCard)):
            yield from _values(getattr(thing, field.name) for field in fields(thing))
        elif thing is not None:
            yield str(thing)
