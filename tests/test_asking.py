"""Every order of tests/cases/demandes: read as the question it stands for, or left as it is."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.asking import as_question
from assistant.steps.understand import understand
from assistant.turn import Turn

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "demandes" / "ordres.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["message"])
def test_an_order_is_read_as_its_question(case):
    assert as_question(case["message"]) == case.get("asked", case["message"])


def test_the_steps_after_understanding_read_the_question(assistant):
    turn = understand(Turn("Citez les critères d'examen", date(2026, 11, 27)), assistant.engine)
    assert turn.message == "Quels sont les critères d'examen ?"
    assert turn.text.startswith("quels sont")
