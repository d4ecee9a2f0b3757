"""Counting delays: the dossier's own examples, then the eve, the day and the morrow of each limit."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.holidays import is_holiday
from knowledge.loading import load
from knowledge.procedure.counting import add, add_months, add_working_days, duration, extended
from knowledge.procedure.deadlines import deadlines
from knowledge.procedure.situation import Act, Day, Situation
from knowledge.procedure.stage import Stage
from knowledge.procedure.treve import first_possible_eviction, next_treve, treve_of

KNOWLEDGE = load()
TODAY = date(2026, 11, 25)
UNITS = {"W": "semaines", "M": "mois", "D": "jours", "Y": "ans"}


def day(text: str) -> date:
    return date.fromisoformat(text)


def told(text: str) -> Day:
    return Day(day(text), day(text))


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.parameter} {example.get('acte', example.get('audience'))}")
    for rule in KNOWLEDGE.calendar.counting.values()
    for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_dossiers_examples_hold(rule, example):
    """Every example of the dossier gives the dossier's date."""
    if "audience" in example:
        situation = Situation(acts=(Act(Stage.ASSIGNATION),), hearing=told(example["audience"]))
        found = dates(Stage.ASSIGNATION, situation)
        assert found["assignation-notification-prefet-calcul"] == {day(example["dernier_jour_utile"])}
        return
    number, unit = int(example["delai"][1:-1]), UNITS[example["delai"][-1]]
    counted = add(day(example["acte"]), number, unit)
    assert (extended(counted, is_holiday) if rule.extension_642 == "oui" else counted) == day(example["dernier_jour"])


def dates(stage: Stage, situation: Situation) -> dict[str, set[date | None]]:
    found: dict[str, set[date | None]] = {}
    for deadline in deadlines(stage, situation, KNOWLEDGE.law, KNOWLEDGE.calendar, TODAY):
        found.setdefault(deadline.id, set()).add(deadline.date)
    return found


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2027-02-28", 1, "2027-03-28"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-03-15", 12, "2027-03-15"),
        ("2028-02-29", 12, "2029-02-28"),
    ],
)
def test_months_go_from_day_to_same_day_or_the_last_one(start, months, end):
    """Article 641, second paragraph: without such a day, the month's last one."""
    assert add_months(day(start), months) == day(end)


@pytest.mark.parametrize(
    ("lease", "expected"),
    [
        ("1989-07-08", {"2026-12-20"}),
        ("2023-07-28", {"2026-12-20"}),
        ("2023-07-29", {"2026-12-01"}),
        ("2024-01-01", {"2026-12-01"}),
        (None, {"2026-12-01", "2026-12-20"}),
    ],
)
def test_the_lease_decides_the_delay_of_the_commandement(lease, expected):
    """Before the reform the lease's two months, since then six weeks, both when the lease is not told."""
    situation = Situation(acts=(Act(Stage.COMMANDEMENT_DE_PAYER, told("2026-10-20")),), lease=told(lease) if lease else None)
    assert dates(Stage.COMMANDEMENT_DE_PAYER, situation)["commandement-de-payer-delai"] == {day(one) for one in expected}


def test_a_renewed_lease_gets_both_dates():
    """A lease renewed since the reform is disputed: both readings, never one alone."""
    situation = Situation(acts=(Act(Stage.COMMANDEMENT_DE_PAYER, told("2026-10-20")),), lease=told("2020-01-01"), lease_renewed=True)
    assert len(dates(Stage.COMMANDEMENT_DE_PAYER, situation)["commandement-de-payer-delai"]) == 2


@pytest.mark.parametrize(("served", "end"), [("2026-10-30", "2026-11-16"), ("2026-10-29", "2026-11-13"), ("2026-11-10", "2026-11-25")])
def test_an_appeal_against_a_refere_is_extended_to_a_working_day(served, end):
    """Fifteen days, moved from a Saturday to the Monday (article 642)."""
    situation = Situation(acts=(Act(Stage.JUGEMENT_RESILIATION, told(served)),), decision="refere")
    assert dates(Stage.JUGEMENT_RESILIATION, situation) == {"appel-delai:refere": {day(end)}}


def test_a_judgment_that_was_not_served_starts_no_delay():
    """Without the signification, the appeal has no date and says what is missing."""
    situation = Situation(acts=(Act(Stage.JUGEMENT_RESILIATION, told("2026-10-30"), served=False),))
    for deadline in deadlines(Stage.JUGEMENT_RESILIATION, situation, KNOWLEDGE.law, KNOWLEDGE.calendar, TODAY):
        assert deadline.date is None
        assert deadline.missing is not None


def test_no_start_gives_no_date():
    """A delay whose start was not told never has a date, at any stage."""
    for stage in Stage:
        acts = (Act(stage),) if stage.rank >= Stage.COMMANDEMENT_DE_PAYER.rank else ()
        assert all(d.date is None for d in deadlines(stage, Situation(acts=acts), KNOWLEDGE.law, KNOWLEDGE.calendar, TODAY))


@pytest.mark.parametrize(
    ("on", "inside"),
    [("2026-10-31", False), ("2026-11-01", True), ("2027-02-28", True), ("2027-03-31", True), ("2027-04-01", False)],
)
def test_the_treve_covers_november_to_march(on, inside):
    """First day 1 November, last day 31 March."""
    assert (treve_of(day(on)) is not None) is inside


def test_an_eviction_waits_for_the_end_of_the_treve():
    """The first possible day after the trêve is 1 April."""
    assert first_possible_eviction(day("2027-01-15")) == day("2027-04-01")
    assert first_possible_eviction(day("2027-04-02")) == day("2027-04-02")
    assert next_treve(day("2027-06-01")).first == day("2027-11-01")


def test_working_days_skip_weekends_and_holidays():
    """Five working days before Monday 4 January 2027 skip Christmas and New Year's Day."""
    assert add_working_days(day("2027-01-04"), -5, is_holiday) == day("2026-12-24")
    assert add_working_days(day("2026-12-24"), 1, is_holiday) == day("2026-12-28")


def test_durations_are_iso():
    """P6W, P2M, P42D."""
    assert [duration(6, "semaines"), duration(2, "mois"), duration(42, "jours")] == ["P6W", "P2M", "P42D"]


def test_no_file_of_the_core_reads_a_clock():
    """The day is an input of the core."""
    for path in Path("knowledge/procedure").glob("*.py"):
        assert ".today()" not in path.read_text("utf-8")
        assert "datetime.now" not in path.read_text("utf-8")
