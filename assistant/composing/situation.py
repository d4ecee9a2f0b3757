"""A told situation as an answer: the stage, the first dates, what to do, whom to call."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from assistant.answer import DeadlineCard, Outcome, PartnerCard
from assistant.choosing import share
from assistant.clarifying import question_for
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.orienting import partner_cards
from assistant.situating import standing
from assistant.turn import Turn
from assistant.understanding.dates import no_such_day
from assistant.wording import pick, say, written_date
from knowledge.corpus import Passage
from knowledge.procedure.locate import Located, Missing
from knowledge.procedure.stage import Stage

ACTIONS, DATES, PARTNERS, BESIDE = 3, 2, 5, 4
RECENT = timedelta(days=365)  # a date further back tells nobody what to do
ASKED = 0.3  # of the question's words, in the name of a date that it asks for


def situation_draft(turn: Turn, engine: Engine, beside: Sequence[Passage] = ()) -> Draft:
    """Where the person stands and what to do now; or the one question without which that cannot be said; `beside` are passages found as well."""
    outcome = turn.place
    if isinstance(outcome, Missing):
        return _asking(outcome.fact, turn, engine)
    if not isinstance(outcome, Located):
        lead = say(f"scope-{getattr(outcome, 'reason', 'hors-sujet')}", turn.language)
        return Draft(Outcome.DECLINED, lead, partners=_partners(Stage.INCONNU, turn, engine))
    found = standing(outcome.stage, turn.situation, engine.knowledge, turn.today, turn.language)
    passages = tuple((passage, citation.quote) for citation in found.citations if (passage := _passage(citation.url, engine)))
    passages += tuple((passage, engine.windows.quote(passage)) for passage in beside[:BESIDE])
    misdated = no_such_day(turn.text, turn.today)
    more = [say("no-such-day", turn.language, day=misdated)] if misdated else [_dates(found.deadlines, turn, passed=True)]
    more.append(say("what-now", turn.language) + "\n" + "\n".join(f"{n}. {a.label}" for n, a in enumerate(found.actions[:ACTIONS], start=1)))
    more.append(_call(found.partners, turn))
    label = pick(engine.knowledge.sheets[outcome.stage].label, turn.language)
    return Draft(
        Outcome.ANSWERED if passages else Outcome.PARTIAL,
        say("located-landlord" if turn.situation.role == "bailleur" else "located", turn.language, label=label),
        tuple(filter(None, more)),
        passages,
        found.law_notes,
        found.partners[:PARTNERS],
        found.deadlines,
        stage=outcome.stage.value,
    )


def with_dates(draft: Draft, turn: Turn, engine: Engine) -> Draft:
    """The same, with the first dates of the situation that the message tells, after the answer to what it asks; a day that no calendar has is said."""
    if misdated := no_such_day(turn.text, turn.today):
        return replace(draft, more=(say("no-such-day", turn.language, day=misdated), *draft.more))
    if not turn.tells or not isinstance(turn.place, Located) or draft.outcome is Outcome.DECLINED or draft.deadlines:
        return draft
    found = standing(turn.place.stage, turn.situation, engine.knowledge, turn.today, turn.language)
    dates = _dates(found.deadlines, turn, passed=False)
    return replace(draft, deadlines=found.deadlines, more=(dates, *draft.more)) if dates else draft


def _asking(fact: str, turn: Turn, engine: Engine) -> Draft:
    clarify = question_for(fact, turn.language)
    return Draft(Outcome.CLARIFY, clarify.question, partners=_partners(Stage.INCONNU, turn, engine), clarify=clarify)


def _partners(stage: Stage, turn: Turn, engine: Engine) -> tuple[PartnerCard, ...]:
    return partner_cards(stage, turn.situation, engine.knowledge, turn.language)[:PARTNERS]


def _dates(deadlines: tuple[DeadlineCard, ...], turn: Turn, *, passed: bool) -> str:
    """The dates that are asked for, then the first to come, else those *passed*; several readings of one delay are all given, with what decides."""
    told = [card for card in deadlines if card.date and turn.today - card.date <= RECENT]
    asked = [card for card in told if share(turn.text, card.label) >= ASKED]
    coming = [card for card in told if card.date and card.date >= turn.today and card not in asked]
    lines = []
    for card in sorted(((*asked, *coming) or (told if passed else ()))[:DATES], key=lambda card: card.date or turn.today):
        name = "deadline-condition" if card.condition else "deadline"
        lines.append(say(name, turn.language, label=card.label, date=written_date(card.date, turn.language) if card.date else "", condition=card.condition))
    if lines and len({card.date for card in deadlines if card.date and card.condition}) > 1:
        lines.append(say("act-before", turn.language))
    return "\n".join(lines)


def _call(partners: tuple[PartnerCard, ...], turn: Turn) -> str:
    """The first partner with a number; everyone is in the cards."""
    card = next((card for card in partners if card.phone), None)
    return say("call", turn.language, name=card.name, phone=card.phone) if card else ""


def _passage(url: str, engine: Engine) -> Passage | None:
    return engine.knowledge.passages.get(url.removeprefix("/textes/"))
