"""What an operator sees: metrics without anyone in them, logs without a word of what was said."""

import io
import json
import logging
import re

import pytest
import structlog

from portal.logging import configure

NAME = "Karim-Bénali-Dupont"
LINE = re.compile(r'(?:# TYPE \w+ (?:counter|gauge|histogram)|\w+(?:\{(?:\w+="[^"\n]*",?)+\})? [0-9.e+-]+)$')


@pytest.fixture
def logged():
    """What the process writes in its log."""
    stream, root = io.StringIO(), logging.getLogger()
    before, level = root.handlers, root.level
    configure(stream, as_json=True)
    yield stream
    root.handlers, root.level = before, level
    structlog.reset_defaults()


def test_metrics_are_prometheus_text(client):
    """Every line parses; what was just asked is counted under its route, and nothing of it is quoted."""
    client.post("/api/v1/answers", json={"question": f"je m'appelle {NAME}"})
    client.get(f"/textes/{NAME}")
    client.get(f"/nulle-part/{NAME}")
    text = client.get("/metrics").text
    assert all(LINE.match(line) for line in text.splitlines()), text
    assert 'toit_requests_total{method="POST",route="/api/v1/answers",status="200"}' in text
    assert 'route="inconnue",status="404"' in text
    assert "process_resident_memory_bytes" in text
    assert NAME not in text


def test_metrics_do_not_exist_for_the_outside(client):
    """A public address gets a 404, as for any page that is not there."""
    from fastapi.testclient import TestClient  # noqa: PLC0415

    outside = TestClient(client.app, client=("8.8.8.8", 1))
    assert outside.get("/metrics").status_code == 404


def test_logs_hold_neither_names_nor_addresses(client, logged):
    """A question, a search, a wrong page, a refused body: JSON lines with a route and a status, nothing of what was sent."""
    client.post("/api/v1/answers", json={"question": f"je m'appelle {NAME}, 06 12 34 56 78"})
    client.get("/question", params={"q": NAME})
    client.get(f"/nulle-part/{NAME}?q={NAME}")
    client.post("/api/v1/answers", json={"question": NAME, "role": NAME})
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    asked = [line for line in lines if line["event"] == "request"]
    assert [line["route"] for line in asked] == ["/api/v1/answers", "/question", "inconnue", "/api/v1/answers"]
    assert {"method", "route", "status", "milliseconds", "timestamp", "level"} <= set(asked[0])
    assert NAME not in logged.getvalue()
    assert "testclient" not in logged.getvalue()
    assert "06 12" not in logged.getvalue()


def test_a_failure_is_logged_by_its_place_not_its_words(logged):
    """An exception's message may quote a person; its kind and its lines are enough to find the fault."""

    def fail() -> None:
        raise ValueError(f"could not read « {NAME} »")

    try:
        fail()
    except ValueError:
        logging.getLogger("portal.api.problems").exception("unhandled error")
        structlog.stdlib.get_logger("portal").exception("unhandled error")
    first, second = (json.loads(line) for line in logged.getvalue().splitlines())
    assert NAME not in logged.getvalue()
    assert first["error"] == second["error"] == "ValueError"
    assert first["at"][-1].startswith("test_operating.py:")
    assert first["level"] == "error"
