"""The dates that matter: each delay of the law that runs at a stage, with its start, its rule and its text."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.dated import Confidence, Parameter, Quantity, Selected, Selector, Several, Value, Version
from knowledge.procedure.counting import add, add_working_days, duration, extended
from knowledge.procedure.delays import Both as Both
from knowledge.procedure.delays import Calendar as Calendar
from knowledge.procedure.delays import CountingRule as CountingRule
from knowledge.procedure.delays import DeadlineRule as DeadlineRule
from knowledge.procedure.selecting import BEFORE_REFORM, LEASE
from knowledge.procedure.selecting import facts as facts
from knowledge.procedure.situation import Day, Situation
from knowledge.procedure.stage import Stage
from knowledge.procedure.starts import concerns, start_of
from knowledge.procedure.treve import next_eviction_day, next_treve, treve_of

EVICTION_DAY, TREVE_ENDS, TREVE_STARTS = "expulsion-horaires", "treve-hivernale-dates:fin", "treve-hivernale-dates:debut"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A dated event; `date` is None as long as its start is unknown, and `missing` then says which fact it lacks.

    `number` is 0 and `duration` None where the law gives days of the calendar, not a length.
    """

    id: str
    label: Both
    date: dt.date | None
    from_date: dt.date | None
    duration: str | None
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
    backward: bool = False


@dataclass(frozen=True, slots=True)
class _Household:
    """What every date is worked out from."""

    situation: Situation
    law: Mapping[str, Parameter]
    calendar: Calendar
    today: date


def deadlines(stage: Stage, situation: Situation, law: Mapping[str, Parameter], calendar: Calendar, today: date) -> tuple[Deadline, ...]:
    """Every delay that runs at *stage*, in the order of the table: what decides first."""
    household = _Household(situation, law, calendar, today)
    rules = [rule for rule in calendar.rules if stage in rule.stages and concerns(rule, situation)]
    return tuple(deadline for rule in rules for deadline in _dated(rule, household))


def started(situation: Situation, law: Mapping[str, Parameter], calendar: Calendar, today: date) -> tuple[tuple[DeadlineRule, Deadline], ...]:
    """Every delay whose start was told, at whatever stage, with its rule; only those that have a date."""
    household = _Household(situation, law, calendar, today)
    rules = [rule for rule in calendar.rules if concerns(rule, situation)]
    return tuple((rule, deadline) for rule in rules for deadline in _dated(rule, household) if deadline.date)


def _dated(rule: DeadlineRule, household: _Household) -> Iterator[Deadline]:
    """One deadline for each version of the law that may apply and says a length, or days of the calendar."""
    start = start_of(rule, household.situation)
    parameter = household.law[rule.parameter]
    versions = [version for version in _versions(parameter, start, rule, household) if version.shown]
    if rule.after:
        yield from _evictions(rule, versions, start, household)
        return
    lengths = [(version, found) for version in versions if (found := _quantity(version.value, rule.item)) and found.number and found.unit]
    disputed = parameter.selected_by is Selector.BAIL and len(lengths) > 1
    for version, quantity in lengths:
        yield _deadline(rule, version, quantity, start, household, disputed=disputed)


def _versions(parameter: Parameter, start: Day | None, rule: DeadlineRule, household: _Household) -> tuple[Version, ...]:
    """The versions for this household; the law of the day of the act that starts the delay, not of a later act."""
    known = facts(household.situation, household.today)
    if start and rule.starts == "act":
        known = replace(known, dates={**known.dates, Selector.ACTE: start.first})
    found = parameter.on(known)
    return found.versions if isinstance(found, Several) else (found.version,) if isinstance(found, Selected) else ()


def _quantity(value: Value | None, item: int | None) -> Quantity | None:
    """The length a version gives: one of its list, the longest of a range, or the only one."""
    if value is None or item is None:
        return value.max if value and value.max else value
    return value.list[item] if item < len(value.list) else None


def _deadline(rule: DeadlineRule, version: Version, quantity: Quantity, start: Day | None, household: _Household, *, disputed: bool) -> Deadline:
    """The deadline of a length of time; a disputed one gives each reading with its condition, to be checked."""
    number, unit = int(quantity.number or 0), quantity.unit or "jours"
    bare, calendar = _bare(rule, version, start, household.calendar), household.calendar
    return replace(
        bare,
        date=_count(start.first, number, unit, rule, calendar) if start else None,
        duration=duration(number, unit),
        number=number,
        unit=unit,
        condition=version.condition if disputed or version.requires else None,
        to_check=bare.to_check or disputed or _may_be_renewed(version, household.situation),
        backward=_is_backward(rule, calendar.counting.get(rule.parameter)),
    )


def _may_be_renewed(version: Version, situation: Situation) -> bool:
    """A lease from before the reform may have been tacitly renewed since, which courts read both ways, unless it is said not to."""
    return version.requires.get(LEASE) == BEFORE_REFORM and situation.lease_renewed is None


def _bare(rule: DeadlineRule, version: Version, start: Day | None, calendar: Calendar) -> Deadline:
    """A deadline's words and sources, without its date."""
    counting = calendar.counting.get(rule.parameter)
    return Deadline(
        id=rule.id,
        label=Both(rule.label, rule.label_en),
        date=None,
        from_date=start.first if start else None,
        duration=None,
        number=0,
        unit="jours",
        rule=Both(rule.rule, rule.rule_en),
        condition=None,
        legal_basis=version.legal_basis,
        source=next((source.url for source in version.sources if source.url), None),
        confidence=_weaker(version.confidence, counting.confidence if counting else Confidence.MOYENNE),
        to_check=counting is None,
        missing=None if start else calendar.missing[rule.starts],
        vague_from=start.first if start and not start.exact else None,
    )


def _is_backward(rule: DeadlineRule, counting: CountingRule | None) -> bool:
    return (rule.direction or (counting.direction if counting else "forward")) == "backward"


def _count(start: date, number: int, unit: str, rule: DeadlineRule, calendar: Calendar) -> date:
    """The date, as the dossier counts that parameter; one it does not list is not extended."""
    counting = calendar.counting.get(rule.parameter)
    signed = -1 if _is_backward(rule, counting) else 1
    if counting and counting.count == "jours-ouvres":
        return add_working_days(start, signed * number, calendar.holidays)
    if rule.parameter == "assignation-notification-prefet-calcul":
        number += 1  # the 42nd day before the eve of the hearing ends at its first hour (Cass., avis, 6 nov. 2025, n° 25-70.018)
    day = add(start, signed * number, unit)
    return extended(day, calendar.holidays) if counting and counting.extension_642 == "oui" else day


def _evictions(rule: DeadlineRule, versions: list[Version], start: Day | None, household: _Household) -> Iterator[Deadline]:
    """The first day an eviction may take place, or the trêve that moves it: from the end of the delay that comes before."""
    for version in versions:
        bare = _bare(rule, version, start, household.calendar)
        if start is None:
            yield from [bare] if rule.id == EVICTION_DAY else []
            continue
        earliest = max(household.today, start.first, _morrow(rule, household))
        treve = treve_of(earliest)
        if rule.id == EVICTION_DAY:
            yield replace(bare, date=next_eviction_day(earliest, household.calendar.holidays))
        elif rule.id == TREVE_ENDS and treve:
            yield replace(bare, date=treve.last, from_date=treve.first, vague_from=None)
        elif rule.id == TREVE_STARTS and not treve:
            first = next_treve(earliest).first
            yield replace(bare, date=first, from_date=first, vague_from=None)


def _morrow(rule: DeadlineRule, household: _Household) -> date:
    """The day after the delay that comes before has run; the first day of all where its start is unknown."""
    before = [other for other in household.calendar.rules if other.parameter == rule.after]
    ends = [deadline.date + timedelta(days=1) for other in before for deadline in _dated(other, household) if deadline.date]
    return max(ends, default=date.min)


def _weaker(one: Confidence, other: Confidence) -> Confidence:
    order = [Confidence.FAIBLE, Confidence.MOYENNE, Confidence.HAUTE]
    return min(one, other, key=order.index)
