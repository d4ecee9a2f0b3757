"""Whatever is sent, the answer is the contract's: never a failure of ours, never markup that a browser would run."""

import json
import re
import time
from contextlib import suppress

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hostile import messages
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS

MESSAGES, EXAMPLES, LINE = 300, 25, 2000
SECONDS = 15.0  # no message may hold a process, whatever its form; the machine may be busy, or ten times slower than ours
RUNNABLE = re.compile(r"<\s*(?:script|img|svg|iframe)|\]\(\s*javascript:", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:the|error|body|input|should|field|invalid|must|not)\b", re.IGNORECASE)


@pytest.fixture(scope="session")
def openapi(client: TestClient):
    """Our OpenAPI document, around the application itself."""
    return schemathesis.openapi.from_asgi("/api/openapi.json", client.app)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["bonnes", "mauvaises"])
def test_every_answer_is_as_openapi_says(openapi, mode):
    """Any request, right or wrong: a status, a media type and a body that the document announces."""
    positive_data_acceptance = CHECKS.get_one("positive_data_acceptance")  # JSON Schema cannot say which days are taken
    for operation in openapi.get_all_operations():

        @given(case=operation.ok().as_strategy(generation_mode=mode))
        @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
        def conforms(case):
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        with suppress(Unsatisfiable):  # nothing can be wrong where nothing is asked
            conforms()


def sent(client: TestClient, path: str, field: str, text: str):
    """The text as JSON, lone surrogates included."""
    start = time.monotonic()
    answer = client.post(path, content=json.dumps({field: text}).encode(), headers={"content-type": "application/json"})
    assert time.monotonic() - start < SECONDS, text[:200]
    return answer


@pytest.mark.parametrize(("path", "field", "said"), [("/api/v1/answers", "question", "answer"), ("/api/v1/situations", "message", "reason")])
def test_a_hostile_message_gets_a_plain_answer(client, path, field, said):
    """An answer without runnable markup, or a refusal in French; never a failure."""
    for text in messages(MESSAGES, seed=7):
        answer = sent(client, path, field, text)
        assert answer.status_code in {200, 413, 422}, (answer.status_code, text[:200])
        if answer.status_code == 200:
            assert not RUNNABLE.search(str(answer.json()[said])), text[:200]
        else:
            assert answer.headers["content-type"] == "application/problem+json"
            assert not ENGLISH.search(answer.json()["detail"]), answer.text


def test_a_hostile_message_is_escaped_on_the_page(client):
    """The pages show the question as text."""
    for text in messages(MESSAGES // 3, seed=8):
        page = client.get("/question", params={"q": text.encode("utf-8", "replace").decode()[:LINE]})
        assert page.status_code in {200, 422}, (page.status_code, text[:200])
        assert "<script>alert" not in page.text
        assert "onerror=alert(1)>" not in page.text
        assert 'href="javascript:' not in page.text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"null", "application/json"),
        (b"[]", "application/json"),
        (b'"question"', "application/json"),
        (b'{"question": 1e999}', "application/json"),
        (b'{"question": NaN}', "application/json"),
        (b"\xff\xfe\x00", "application/json"),
        (b'{"question": "\xe9"}', "application/json"),
        (b"[" * 30_000, "application/json"),
        (b'{"question": "a", "today": 1e400}', "application/json"),
        (b'{"question": "a", "today": "0001-01-01"}', "application/json"),
        (b'{"question": "a", "today": "9999-12-31"}', "application/json"),
        (b'{"question": "a", "context": {"known": {"debt_eur": 1e308, "act_date": "9999-12-31"}}}', "application/json"),
        (b'{"question": "a", "context": {"known": {"act": "rien", "commune": "\\u0000"}}}', "application/json"),
        (b"question=a", "application/x-www-form-urlencoded"),
        (b"<a/>", "application/xml"),
        (b"\0" * 60_000, "application/octet-stream"),
    ],
)
def test_a_broken_body_is_refused_in_french(client, body, kind):
    """Never a failure, never a Python or Pydantic sentence."""
    answer = client.post("/api/v1/answers", content=body, headers={"content-type": kind})
    assert answer.status_code in {200, 400, 413, 415, 422}, answer.text
    if answer.status_code != 200:
        assert not ENGLISH.search(answer.json()["detail"]), answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/textes/../../etc/passwd",
        "/textes/%2e%2e%2fetc",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/api/docs/../../../etc/passwd",
        "/textes/\u202e",
        "/etapes/%00",
    ],
)
def test_no_path_leaves_the_folder(client, path):
    answer = client.get(path)
    assert answer.status_code in {404, 422}
    assert "root:" not in answer.text
    assert "import " not in answer.text
