"""Dates typed in a form to the dated events of a stage: which facts its delays start from, and what the core counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import DeadlineCard
from assistant.cards import deadline_card
from knowledge.dated import Selector
from knowledge.loading import Knowledge
from knowledge.procedure.deadlines import deadlines
from knowledge.procedure.delays import DeadlineRule
from knowledge.procedure.situation import Act, Day, Situation
from knowledge.procedure.stage import Stage
from knowledge.procedure.starts import concerns, start_of
from portal.pages.choices import STAGES
from portal.pages.entry import Entry, read_day
from portal.pages.words import word

FIRST, LAST = date(1989, 7, 8), date(2035, 12, 31)
SERVED, HEARING = {"act", "judgment-served"}, "hearing"
ACT_FIELD, LEASE_FIELD = "date", "bail"


@dataclass(frozen=True, slots=True)
class Field:
    """A date to give, with what was typed; `told` marks one that only counts when it is given."""

    name: str
    label: str
    hint: str
    told: bool
    entry: Entry[date]


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event: its card, the rule it comes from, the days left."""

    card: DeadlineCard
    parameter: str
    left: int | None


@dataclass(frozen=True, slots=True)
class Dating:
    """The events in order, those that lack a date, and the rules that no known version answers."""

    events: Sequence[Event]
    undated: Sequence[Event]
    silent: Sequence[str]


def dated_stages(knowledge: Knowledge) -> tuple[Stage, ...]:
    """The stages where a delay runs for everyone."""
    return tuple(stage for stage in STAGES if any(not rule.only.told for rule in _rules(stage, "", knowledge)))


def fields(stage: Stage, department: str, typed: Mapping[str, str], knowledge: Knowledge) -> list[Field]:
    """The dates that the stage's delays start from: the act's, the lease's, then each fact that one of them waits for."""
    rules = _rules(stage, department, knowledge)
    opened = [ACT_FIELD] if knowledge.sheets[stage].paper else []
    leased = [LEASE_FIELD] if any(knowledge.law[rule.parameter].selected_by is Selector.BAIL for rule in rules) else []
    names = dict.fromkeys((*opened, *leased, *(rule.starts for rule in rules if rule.starts not in SERVED)))
    told = {rule.starts for rule in rules} - {rule.starts for rule in rules if not rule.only.told}
    return [_field(name, stage, name in told, typed, knowledge) for name in names]


def needs_decision(stage: Stage, knowledge: Knowledge) -> bool:
    """Whether a delay there depends on the kind of decision."""
    return any(rule.only.decision for rule in _rules(stage, "", knowledge))


def situation_of(stage: Stage, given: Sequence[Field], decision: str, department: str) -> Situation:
    """What those dates tell."""
    days = {field.name: Day(field.entry.value, field.entry.value) for field in given if field.entry.value}
    return Situation(
        acts=(Act(stage, days.pop(ACT_FIELD, None)),),
        lease=days.pop(LEASE_FIELD, None),
        hearing=days.pop(HEARING, None),
        decision=decision or None,
        department=department or None,
        steps_taken=dict(days),
    )


def dating(stage: Stage, situation: Situation, knowledge: Knowledge, today: date) -> Dating:
    """Everything that the situation's dates start."""
    found = deadlines(stage, situation, knowledge.law, knowledge.calendar, today)
    events = [_event(deadline_card(deadline, knowledge, "fr"), today) for deadline in found]
    answered = {event.parameter for event in events}
    waited = [r for r in _rules(stage, situation.department or "", knowledge) if concerns(r, situation) and start_of(r, situation) and not r.after]
    return Dating(
        events=sorted((event for event in events if event.card.date), key=lambda event: event.card.date or today),
        undated=[event for event in events if not event.card.date],
        silent=list(dict.fromkeys(knowledge.law[rule.parameter].label for rule in waited if rule.parameter not in answered)),
    )


def _rules(stage: Stage, department: str, knowledge: Knowledge) -> list[DeadlineRule]:
    """The delays of the stage, without those of another département's texts."""
    return [rule for rule in knowledge.calendar.rules if stage in rule.stages and (not rule.only.departments or department in rule.only.departments)]


def _field(name: str, stage: Stage, told: bool, typed: Mapping[str, str], knowledge: Knowledge) -> Field:  # noqa: FBT001 (a fact of the field)
    missing = knowledge.calendar.missing.get(name)
    label = missing.fr[:1].upper() + missing.fr[1:] if missing else word("dates", stage.value if name == ACT_FIELD else name)
    return Field(name, label, word("date-hints", name) if name in {ACT_FIELD, LEASE_FIELD, HEARING} else "", told, read_day(typed.get(name, ""), FIRST, LAST))


def _event(card: DeadlineCard, today: date) -> Event:
    return Event(card, card.id.partition(":")[0], (card.date - today).days if card.date else None)
