"""The dates that matter: each delay of the law that runs at a stage, with its start, its rule and its text."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowledge.dated import Confidence, Facts, Parameter, Quantity, Selected, Selector, Several, Value, Version
from knowledge.procedure.counting import Holidays, add, add_working_days, duration, extended
from knowledge.procedure.situation import Act, Day, Situation
from knowledge.procedure.stage import Stage

REFORM = date(2023, 7, 29)  # loi n° 2023-668: the lease's side of it decides the delay of the commandement de payer
LEASE = "lease"


@dataclass(frozen=True, slots=True)
class Both:
    """A sentence in French and in English."""

    __pydantic_config__ = {"extra": "forbid"}
    fr: str
    en: str


@dataclass(frozen=True, slots=True)
class CountingRule:
    """How a parameter's delay is counted; `extension_642` is oui, non or incertaine (then it is not extended)."""

    __pydantic_config__ = {"extra": "forbid"}
    parameter: str
    starts: str
    direction: str
    count: str | dict[str, str]
    extension_642: str
    display: str
    confidence: Confidence
    duration: str | None = None
    examples: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A delay worth a date: which parameter, at which stages, from which fact."""

    __pydantic_config__ = {"extra": "forbid"}
    parameter: str
    stages: tuple[Stage, ...]
    starts: str
    label: str
    label_en: str
    rule: str
    rule_en: str
    item: int | None = None
    suffix: str | None = None
    direction: str | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A dated event; `date` is None as long as its start is unknown, and `missing` then says which fact it lacks."""

    id: str
    label: Both
    date: dt.date | None
    from_date: dt.date | None
    duration: str
    number: int
    unit: str
    rule: Both
    condition: str | None
    legal_basis: str | None
    source: str | None
    confidence: Confidence
    to_check: bool = False
    missing: Both | None = None
    vague_from: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dating needs beside the law: the table of delays, how each is counted, the public holidays."""

    rules: tuple[DeadlineRule, ...]
    counting: Mapping[str, CountingRule]
    missing: Mapping[str, Both]
    holidays: Holidays = field(repr=False)


def deadlines(stage: Stage, situation: Situation, law: Mapping[str, Parameter], calendar: Calendar, today: date) -> tuple[Deadline, ...]:
    """Every delay that runs at *stage*, in the order of the table: what decides first."""
    return tuple(
        deadline
        for rule in calendar.rules
        if stage in rule.stages and _concerns(rule, situation)
        for deadline in _dated(rule, situation, law[rule.parameter], calendar, today)
    )


def _concerns(rule: DeadlineRule, situation: Situation) -> bool:
    """An appeal's delay follows the kind of decision once it is told; a file's delay needs a file."""
    if rule.decision and situation.decision:
        return rule.decision == situation.decision
    return not rule.starts.endswith("-filed") or rule.starts in situation.steps_taken


def facts(situation: Situation, today: date) -> Facts:
    """What the situation says to select a version of the law."""
    dates: dict[Selector, date] = {}
    side = _lease_side(situation)
    if situation.lease and side:
        dates[Selector.BAIL] = situation.lease.first
    if situation.furthest and situation.furthest.day:
        dates[Selector.ACTE] = situation.furthest.day.first
    if situation.hearing:
        dates[Selector.AUDIENCE] = situation.hearing.first
    traits = {"decision": situation.decision} if situation.decision else {}
    if side:
        traits[LEASE] = side
    return Facts(today, dates, traits)


def _lease_side(situation: Situation) -> str | None:
    """On which side of the 2023 reform the lease stands; None when unknown, renewed since, or astride."""
    lease = situation.lease
    if lease is None or situation.lease_renewed:
        return None
    if lease.last < REFORM:
        return f"before-{REFORM}"
    return f"since-{REFORM}" if lease.first >= REFORM else None


def _dated(rule: DeadlineRule, situation: Situation, parameter: Parameter, calendar: Calendar, today: date) -> Iterator[Deadline]:
    found = parameter.on(facts(situation, today))
    versions: Sequence[Version] = found.versions if isinstance(found, Several) else (found.version,) if isinstance(found, Selected) else ()
    for version in versions:
        quantity = _quantity(version.value, rule.item)
        if version.shown and quantity and quantity.number and quantity.unit:
            yield _deadline(rule, version, quantity, _start(rule, situation), calendar, several=len(versions) > 1)


def _quantity(value: Value | None, item: int | None) -> Quantity | None:
    if value is None or item is None:
        return value
    return value.list[item] if item < len(value.list) else None


def _deadline(rule: DeadlineRule, version: Version, quantity: Quantity, start: Day | None, calendar: Calendar, *, several: bool) -> Deadline:
    number, unit = int(quantity.number or 0), quantity.unit or "jours"
    counting = calendar.counting.get(rule.parameter)
    return Deadline(
        id=f"{rule.parameter}:{rule.suffix}" if rule.suffix else rule.parameter,
        label=Both(rule.label, rule.label_en),
        date=_count(start.first, number, unit, rule, counting, calendar.holidays) if start else None,
        from_date=start.first if start else None,
        duration=duration(number, unit),
        number=number,
        unit=unit,
        rule=Both(rule.rule, rule.rule_en),
        condition=version.condition if several or version.requires else None,
        legal_basis=version.legal_basis,
        source=next((source.url for source in version.sources if source.url), None),
        confidence=_weaker(version.confidence, counting.confidence if counting else Confidence.MOYENNE),
        to_check=counting is None,
        missing=None if start else calendar.missing[rule.starts],
        vague_from=start.first if start and not start.exact else None,
    )


def _count(start: date, number: int, unit: str, rule: DeadlineRule, counting: CountingRule | None, holidays: Holidays) -> date:
    """The date, as the dossier counts that parameter; one it does not list is not extended."""
    backward = (rule.direction or (counting.direction if counting else "forward")) == "backward"
    if counting and counting.count == "jours-ouvres":
        return add_working_days(start, -number if backward else number, holidays)
    if rule.parameter == "assignation-notification-prefet-calcul":
        number += 1  # the 42nd day before the eve of the hearing ends at its first hour (Cass., avis, 6 nov. 2025, n° 25-70.018)
    day = add(start, -number if backward else number, unit)
    return extended(day, holidays) if counting and counting.extension_642 == "oui" else day


def _weaker(one: Confidence, other: Confidence) -> Confidence:
    order = [Confidence.FAIBLE, Confidence.MOYENNE, Confidence.HAUTE]
    return min(one, other, key=order.index)


def _start(rule: DeadlineRule, situation: Situation) -> Day | None:
    """The day of the fact that starts the delay; None when it was not told."""
    act = situation.furthest
    match rule.starts:
        case "act":
            return _day_of(situation, rule.stages)
        case "hearing":
            return situation.hearing
        case "judgment-served":
            return act.day if act and act.served and act.stage in rule.stages else None
        case step:
            return situation.steps_taken.get(step)


def _day_of(situation: Situation, stages: Sequence[Stage]) -> Day | None:
    acts: list[Act] = [act for act in situation.acts if act.stage in stages and act.day]
    return acts[-1].day if acts else None
