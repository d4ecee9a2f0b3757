"""A fiche as an answer: its short answer in the asker's register, what differs here, what to do."""

from collections.abc import Sequence

from assistant.answer import LawNote, Outcome
from assistant.cards import law_notes
from assistant.citing import cited_passages, quoted
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.orienting import partner_cards
from assistant.turn import Turn
from assistant.wording import say
from knowledge.corpus import Passage
from knowledge.fiche import Fiche
from knowledge.procedure.deadlines import facts
from knowledge.procedure.stage import Stage

EXPERTS = {"travailleur-social", "juriste"}
PARTNERS, SAID = 4, 2


def fiche_draft(fiche: Fiche, turn: Turn, engine: Engine, beside: Sequence[Passage]) -> Draft:
    """The short answer first; steps, local differences and the texts' words as far as there is room; `beside` are passages found as well."""
    passages = [*cited_passages(fiche.passages, engine.knowledge), *((passage, engine.windows.quote(passage)) for passage in beside)]
    notes = _notes(fiche, turn, engine)
    stage = Stage(turn.stage or (fiche.stages[0] if fiche.stages else Stage.INCONNU))
    return Draft(
        outcome=Outcome.ANSWERED if passages else Outcome.PARTIAL,
        lead=_lead(fiche, turn),
        more=(*_here(fiche, turn), *_steps(fiche, turn), *_said(passages, turn, engine)),
        passages=tuple(passages),
        law_notes=notes,
        partners=partner_cards(stage, turn.situation, engine.knowledge, turn.language, first=fiche.partners)[:PARTNERS],
        stage=turn.stage.value if turn.stage else None,
        fiche=fiche.id,
    )


def _said(passages: Sequence[tuple[Passage, str | None]], turn: Turn, engine: Engine) -> tuple[str, ...]:
    """The first passages in the texts' own words."""
    return tuple(quoted(passage, n, engine, turn.language, quote) for n, (passage, quote) in enumerate(passages[:SAID], start=1))


def _lead(fiche: Fiche, turn: Turn) -> str:
    short, english, expert = fiche.on(turn.today)
    if turn.language == "en":
        return english
    return expert if turn.role in EXPERTS else short


def _here(fiche: Fiche, turn: Turn) -> tuple[str, ...]:
    """What is particular to the asker's département, or to each when none is told."""
    if turn.language == "en":
        return ()
    wanted = [turn.department] if turn.department in fiche.differences else ([] if turn.department else list(fiche.differences))
    return tuple(say(f"in-{code}", turn.language, text=fiche.differences[code]) for code in wanted)


def _steps(fiche: Fiche, turn: Turn) -> tuple[str, ...]:
    if turn.language == "en" or turn.role in EXPERTS or not fiche.steps:
        return ()
    return ("\n".join(f"{n}. {step}" for n, step in enumerate(fiche.steps, start=1)),)


def _notes(fiche: Fiche, turn: Turn, engine: Engine) -> tuple[LawNote, ...]:
    chosen = facts(turn.situation, turn.today)
    return tuple(note for name in fiche.parameters for note in law_notes(engine.knowledge.law[name], chosen, turn.language))
