"""Every date of tests/cases/demandes: asked for and worked out, it is the first thing said."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.answer import Outcome
from assistant.composing.dates import asked_dates
from assistant.steps.understand import understand
from assistant.turn import Turn

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "demandes" / "dates.yaml").read_text("utf-8"))
DAY = date(2026, 11, 27)


@pytest.mark.parametrize("case", [case for case in CASES if "says" in case], ids=lambda case: case["message"])
def test_the_date_that_is_asked_for_comes_first(case, assistant):
    answer = assistant.answer(case["message"], DAY)
    first, *after = answer.answer.splitlines()
    assert answer.outcome is Outcome.ANSWERED
    assert case["says"] in first
    assert case.get("then", "") in " ".join(after[:1])
    assert answer.deadlines


@pytest.mark.parametrize("case", [case for case in CASES if "silent" in case], ids=lambda case: case["message"])
def test_no_date_leads_that_was_not_asked_for_or_cannot_be_counted(case, assistant):
    assert asked_dates(understand(Turn(case["message"], DAY), assistant.engine), assistant.engine) == ()
