"""Every threshold of tests/cases/demandes: asked about with amounts, the core's comparison is the first thing said."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.answer import Outcome
from assistant.composing.thresholds import asked_threshold
from assistant.steps.understand import understand
from assistant.turn import Turn

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "demandes" / "seuils.yaml").read_text("utf-8"))
DAY = date(2026, 11, 27)


@pytest.mark.parametrize("case", [case for case in CASES if "says" in case], ids=lambda case: case["message"])
def test_what_the_core_says_of_the_amounts_comes_first(case, assistant):
    answer = assistant.answer(case["message"], DAY)
    first, *_ = answer.answer.splitlines()
    assert answer.outcome is Outcome.ANSWERED
    assert case["says"] in first.replace("\u00a0", " ")
    assert case.get("not", "\n") not in first
    assert any("CCH" in (note.legal_basis or "") or "art. 24" in (note.legal_basis or "") for note in answer.law_notes)


@pytest.mark.parametrize("case", [case for case in CASES if "silent" in case], ids=lambda case: case["message"])
def test_no_comparison_leads_that_was_not_asked_for(case, assistant):
    assert asked_threshold(understand(Turn(case["message"], DAY), assistant.engine), assistant.engine) is None


def test_what_is_said_of_a_year_to_come_carries_its_day_and_today_s_rule_stands_beside(assistant):
    first, *others = assistant.answer("je dois 500 euros et mon loyer fait 600, serai-je en impayé en janvier 2027 ?", DAY).answer.splitlines()
    assert "à partir du vendredi 1er janvier 2027" in first
    assert any(line.startswith("Le droit aujourd'hui : Jusqu'au 31 décembre 2026") for line in others)
    assert any(line.startswith("À partir du vendredi 1er janvier 2027 : ") for line in others)


def test_the_rule_is_said_once_and_the_one_to_come_is_not_called_today_s(assistant):
    answer = assistant.answer("je dois 900 euros, loyer 600 charges comprises, est-ce que l'impayé est constitué ?", DAY).answer
    assert "Le droit aujourd'hui : À partir du" not in answer
    assert answer.count("Jusqu'au 31 décembre 2026, l'impayé est constitué dès que") == 1
