"""A located situation in full: dates, actions, rights, what comes next, whom to call, the passages it rests on."""

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.answer import Action, Citation, DeadlineCard, LawNote, NextStage, PartnerCard, Right
from assistant.cards import deadline_card, notes_of
from assistant.citing import citations, cited_passages
from assistant.orienting import partner_cards
from assistant.wording import pick
from knowledge.fiche import Cited
from knowledge.loading import Knowledge
from knowledge.procedure.deadlines import deadlines, facts
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from knowledge.procedure.treve import next_eviction_day
from knowledge.sheet import StageSheet, Statement

EVERYONE = "locataire"
JURIST, THIRD = "adil", 3
SHOWN_STATEMENTS, SHOWN_NOTES = 4, 6


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that follows from a stage and a situation."""

    deadlines: tuple[DeadlineCard, ...]
    actions: tuple[Action, ...]
    rights: tuple[Right, ...]
    next_stage: NextStage | None
    partners: tuple[PartnerCard, ...]
    citations: tuple[Citation, ...]
    law_notes: tuple[LawNote, ...]


def standing(stage: Stage, situation: Situation, knowledge: Knowledge, today: date, language: str) -> Standing:
    """The stage's sheet applied to this household on that day."""
    sheet = knowledge.sheets[stage]
    dated = deadlines(stage, situation, knowledge.law, knowledge.calendar, today)
    cards = tuple(deadline_card(deadline, knowledge, language) for deadline in dated)
    notes = notes_of(sheet.parameters, knowledge, facts(situation, today), language)
    return Standing(
        deadlines=cards,
        actions=_actions(sheet, situation, cards, language),
        rights=_rights(sheet, situation, knowledge, language),
        next_stage=_next(sheet, cards, knowledge, language),
        partners=_with_the_jurist(partner_cards(stage, situation, knowledge, language)),
        citations=citations(cited_passages(_sources(sheet, situation, knowledge), knowledge), knowledge),
        law_notes=notes[:SHOWN_NOTES],
    )


def _with_the_jurist(cards: tuple[PartnerCard, ...]) -> tuple[PartnerCard, ...]:
    """The ADIL third at the latest: whatever else is spoken of, a jurist reads the paper."""
    place = next((at for at, card in enumerate(cards) if card.partner == JURIST), 0)
    if place < THIRD:
        return cards
    others = (*cards[:place], *cards[place + 1 :])
    return (*others[: THIRD - 1], cards[place], *others[THIRD - 1 :])


def _role(situation: Situation) -> str:
    return situation.role if situation.role in {"bailleur", "travailleur-social"} else EVERYONE


def _actions(sheet: StageSheet, situation: Situation, cards: tuple[DeadlineCard, ...], language: str) -> tuple[Action, ...]:
    """What to do for that role, each before the first date that it depends on."""
    return tuple(
        Action(pick(todo.label, language), pick(todo.why, language), todo.partner, _before(todo.before, cards))
        for todo in sheet.actions
        if not todo.roles or _role(situation) in todo.roles
    )


def _before(deadline: str | None, cards: tuple[DeadlineCard, ...]) -> date | None:
    dates = [card.date for card in cards if card.date and deadline and card.id.startswith(deadline)]
    return min(dates, default=None)


def _rights(sheet: StageSheet, situation: Situation, knowledge: Knowledge, language: str) -> tuple[Right, ...]:
    """What may be asked for, with the text that gives it."""
    found = []
    for right in sheet.rights:
        if right.roles and _role(situation) not in right.roles:
            continue
        basis = knowledge.law[right.parameter].versions[-1].legal_basis if right.parameter else None
        source = f"{right.source.document}, {right.source.section}" if right.source else basis
        found.append(Right(pick(right.label, language), source or "", right.partner))
    return tuple(found)


def _next(sheet: StageSheet, cards: tuple[DeadlineCard, ...], knowledge: Knowledge, language: str) -> NextStage | None:
    """The first stage that may follow; at the earliest the day after its delay has run, never inside the trêve for an eviction."""
    if not sheet.next:
        return None
    follower = sheet.next[0]
    end = _before(follower.after, cards)
    earliest = end + timedelta(days=1) if end else None
    if earliest and follower.stage is Stage.EXPULSE:
        earliest = next_eviction_day(earliest, knowledge.calendar.holidays)
    return NextStage(follower.stage, earliest, pick(follower.condition, language))


def _sources(sheet: StageSheet, situation: Situation, knowledge: Knowledge) -> list[Cited]:
    """The passages a stage rests on, those of the household's département when it has one."""
    documents = knowledge.documents
    local = [p for p in sheet.passages if situation.department in {None, documents[p.document].department}]
    return [*(local or sheet.passages), *(s.source for s in _statements(sheet.id, situation, knowledge))]


def _statements(stage: Stage, situation: Situation, knowledge: Knowledge) -> list[Statement]:
    """The statements of the household's département at that stage, those that concern its role first."""
    department = situation.department if situation.department in knowledge.departments else None
    here = [s for s in knowledge.statements if stage in s.stages and s.department in {"", department or s.department}]
    partner = "bailleur" if _role(situation) == "bailleur" else None
    return sorted(here, key=lambda s: (s.partner != partner, s.kind != "droit"))[:SHOWN_STATEMENTS]
