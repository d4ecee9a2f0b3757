"""Every case of tests/cases: a message and a day on the left, what the core must understand on the right."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES = [pytest.param(case, id=f"{file.stem}: {case['name']}") for file in FILES for case in yaml.safe_load(file.read_text("utf-8"))]
DEFAULT_DAY = date(2026, 11, 25)


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], assistant):
    """The expected keys, and only those, are compared."""
    report = assistant.situation(case["message"], case.get("today", DEFAULT_DAY))
    expected = case["expect"]
    seen: dict[str, Any] = {"stage": report.stage, "outcome": report.outcome, "clarify": report.clarify.field if report.clarify else None}
    entities = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(report.entities).items()}
    seen["entities"] = {name: entities[name] for name in expected.get("entities", {})}
    seen["dates"] = {name: [d.date for d in report.deadlines if d.id == name] for name in expected.get("dates", {})}
    seen["first_partner"] = report.partners[0].partner if report.partners else None
    assert {key: seen[key] for key in expected} == expected
