"""Every case of tests/cases/delais: facts and a day on the left, the dated events that the law gives on the right.

A jurist reads and writes them: `facts` are what is told (a day, or [first, last] where the words are vague), `expect` the events with
their date, several in a list, `null` for an event without a date; `left` the days left; `absent` the events that must not stand.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from told import situation_of

from knowledge.loading import Knowledge
from knowledge.procedure.counting import days_left
from knowledge.procedure.deadlines import Deadline, deadlines
from knowledge.procedure.stage import Stage

FILES = sorted((Path(__file__).parent / "cases" / "delais").glob("*.yaml"))
CASES = [pytest.param(case, id=f"{file.stem}: {case['name']}") for file in FILES for case in yaml.safe_load(file.read_text("utf-8"))]
FIELDS = {"name", "text", "today", "stage", "facts", "expect", "left", "absent", "to_check"}


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], knowledge: Knowledge):
    """The expected events, with their dates and the days left; a date has a start and a text, an undated event says what it lacks."""
    given = deadlines(Stage(case["stage"]), situation_of(case), knowledge.law, knowledge.calendar, case["today"])
    by_id = {name: [one for one in given if one.id == name] for name in {one.id for one in given}}
    expected = {name: _dates(dates) for name, dates in (case.get("expect") or {}).items()}
    assert {name: _sorted(by_id.get(name, [])) for name in expected} == expected
    for name, left in (case.get("left") or {}).items():
        assert [days_left(one.date, case["today"]) for one in by_id[name] if one.date] == [left]
    assert not set(case.get("absent") or ()) & set(by_id)
    for name, said in (case.get("to_check") or {}).items():
        assert {one.to_check for one in by_id[name]} == {said}
    for one in given:
        assert one.legal_basis
        assert one.to_check or one.id.split(":")[0] in knowledge.calendar.counting
        assert (one.date is None) is (one.missing is not None)
        assert one.date is None or one.from_date is not None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_names_each_case_once_and_gives_its_text(file: Path):
    """One short name a case, the text it rests on, and no field that the runner would pass over."""
    cases = yaml.safe_load(file.read_text("utf-8"))
    assert len({case["name"] for case in cases}) == len(cases)
    for case in cases:
        assert set(case) <= FIELDS
        assert case["text"]
        assert case.get("expect") or case.get("absent")


def test_there_are_at_least_250_cases():
    """Eve, day and morrow of each limit, for every delay."""
    assert len(CASES) >= 250


def _dates(value: date | list[date] | None) -> list[date | None]:
    return sorted(value, key=str) if isinstance(value, list) else [value]


def _sorted(given: list[Deadline]) -> list[date | None]:
    return sorted((one.date for one in given), key=str)
