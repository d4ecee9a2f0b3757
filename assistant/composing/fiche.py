"""A fiche as an answer: its short answer in the asker's register, what differs here, what to do."""

from collections.abc import Sequence

from assistant.answer import LawNote, Outcome
from assistant.cards import notes_of
from assistant.choosing import Candidate
from assistant.citing import cited_passages, quoted
from assistant.composing.passages import also
from assistant.composing.yes_no import bare, fitted, lent, marked_sense, named
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.orienting import partner_cards
from assistant.polarity import Sense
from assistant.turn import Turn
from assistant.wording import has, say
from knowledge.corpus import Passage
from knowledge.fiche import Fiche
from knowledge.procedure.deadlines import facts
from knowledge.procedure.stage import Stage

EXPERTS = {"travailleur-social", "juriste"}
PARTNERS, SAID, FIRST = 4, 4, 1


def fiche_draft(fiche: Fiche, turn: Turn, engine: Engine, beside: Sequence[Passage], first: Candidate | None = None, after: Candidate | None = None) -> Draft:
    """The short answer first, or the rule of it that comes *first*; then what else answers (*after*), steps and the texts' words as far as there is room."""
    passages = _nearest_first(cited_passages(fiche.passages, engine.knowledge), beside, engine)
    lead, *rest = _leads(fiche, turn, first, marked_sense(turn, engine, fiche.id))
    quotes = _said(passages, turn, engine)
    nearest, others = quotes[:FIRST], quotes[FIRST:]
    stage = Stage(turn.stage or (fiche.stages[0] if fiche.stages else Stage.INCONNU))
    return Draft(
        outcome=Outcome.ANSWERED if passages else Outcome.PARTIAL,
        lead=lead,
        more=(*rest, *_beside(fiche, after, turn, engine), *nearest, *_steps(fiche, turn), *others),
        passages=tuple(passages),
        law_notes=_notes(fiche, turn, engine),
        partners=partner_cards(stage, turn.situation, engine.knowledge, turn.language, first=fiche.partners)[:PARTNERS],
        stage=turn.stage.value if turn.stage else None,
        fiche=fiche.id,
    )


def _leads(fiche: Fiche, turn: Turn, first: Candidate | None, sense: Sense) -> tuple[str, ...]:
    """The fiche's answer; the rule that was found before it where there is one."""
    is_known, sure = first is None or first.is_known, first is None or first.is_sure
    short = named(fitted(fiche, _lead(fiche, turn), turn, is_known=is_known, sure=sure, sense=sense), fiche, turn)
    return (lent(fiche, first.text, turn, is_known=is_known, sense=sense), bare(short)) if first and first.is_rule else (short,)


def _beside(fiche: Fiche, after: Candidate | None, turn: Turn, engine: Engine) -> tuple[str, ...]:
    """What else answers: what is said of the asker's own département first, what is said of each last."""
    here, other = _here(fiche, turn, engine), also(after, engine, turn)
    return (*here, *other) if turn.department in fiche.differences else (*other, *here)


def _nearest_first(cited: Sequence[tuple[Passage, str | None]], beside: Sequence[Passage], engine: Engine) -> list[tuple[Passage, str | None]]:
    """The fiche's passages and those found as well, in the order of the search; a fiche's own quote is kept."""
    own = {passage.id: (passage, quote) for passage, quote in cited}
    found = [own.pop(passage.id, (passage, engine.windows.quote(passage))) for passage in beside]
    return [*found, *own.values()]


def _said(passages: Sequence[tuple[Passage, str | None]], turn: Turn, engine: Engine) -> tuple[str, ...]:
    """The first passages in the texts' own words."""
    return tuple(quoted(passage, n, engine, turn.language, turn.message, quote) for n, (passage, quote) in enumerate(passages[:SAID], start=1))


def _lead(fiche: Fiche, turn: Turn) -> str:
    short, english, expert = fiche.on(turn.today)
    if turn.language == "en":
        return english
    return expert if turn.role in EXPERTS else short


def _here(fiche: Fiche, turn: Turn, engine: Engine) -> tuple[str, ...]:
    """What is particular to the asker's département, or to each when none is told."""
    if turn.language == "en":
        return ()
    wanted = [turn.department] if turn.department in fiche.differences else ([] if turn.department else list(fiche.differences))
    names = engine.knowledge.department_names
    return tuple(say(_in(code), turn.language, department=names[code], text=fiche.differences[code]) for code in wanted)


def _in(code: str) -> str:
    """The sentence that says where: one of its own, or the one of every other département."""
    own = f"in-{code}"
    return own if has(own) else "in-department"


def _steps(fiche: Fiche, turn: Turn) -> tuple[str, ...]:
    if turn.language == "en" or turn.role in EXPERTS or not fiche.steps:
        return ()
    return ("\n".join(f"{n}. {step}" for n, step in enumerate(fiche.steps, start=1)),)


def _notes(fiche: Fiche, turn: Turn, engine: Engine) -> tuple[LawNote, ...]:
    return notes_of(fiche.parameters, engine.knowledge, facts(turn.situation, turn.today), turn.language)
