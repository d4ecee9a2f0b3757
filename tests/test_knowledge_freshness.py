"""A value nobody has re-read for a year is told aloud, on any day one asks about."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.__main__ import freshness
from knowledge.freshness import overdue
from knowledge.loading import Knowledge

READ = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("today", "late"),
    [
        (date(2027, 11, 20), False),  # the eve of a year
        (date(2027, 11, 21), True),  # a year
        (date(2027, 11, 22), True),
    ],
)
def test_a_value_is_overdue_a_year_after_its_reading(knowledge: Knowledge, today, late):
    """The year is counted to the day."""
    one = replace(knowledge.law["appel-delai"], verified_on=READ)
    assert bool(overdue([one], today)) is late


def test_the_oldest_reading_comes_first(knowledge: Knowledge):
    """Who re-reads starts at the top."""
    one, other = knowledge.law["appel-delai"], knowledge.law["fsl-maintien"]
    rules = [replace(one, verified_on=READ), replace(other, verified_on=date(2025, 1, 1))]
    assert [rule.id for rule in overdue(rules, date(2028, 1, 1))] == ["fsl-maintien", "appel-delai"]


def test_the_command_lists_every_value_on_a_far_day_and_fails(knowledge: Knowledge, capsys):
    """`python -m knowledge freshness --today 2040-01-01` exits with 1."""
    assert freshness(knowledge, ["--today", "2040-01-01"]) == 1
    said = capsys.readouterr().out
    assert all(f"{rule} : relue le" in said for rule in knowledge.law)


def test_the_command_is_content_on_the_day_of_the_last_reading(knowledge: Knowledge, capsys):
    """Nothing is a year old on the day the newest value was read, so nothing was let go before it."""
    day = max(rule.verified_on for rule in knowledge.law.values())
    assert freshness(knowledge, ["--today", day.isoformat()]) == 0
    assert capsys.readouterr().out.startswith("0 règles")
