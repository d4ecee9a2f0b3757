"""Ten thousand hostile messages to the API, each answered or refused in French."""

import json
import re

import pytest
from hostile import messages

MESSAGES = 10_000
RUNNABLE = re.compile(r"<\s*(?:script|img|svg|iframe)|\]\(\s*javascript:", re.IGNORECASE)


@pytest.mark.parametrize(("path", "field"), [("/api/v1/answers", "question"), ("/api/v1/situations", "message")])
def test_ten_thousand_messages(client, path, field):
    """Never a failure, never markup that a browser would run."""
    for text in messages(MESSAGES, seed=11):
        answer = client.post(path, content=json.dumps({field: text}).encode(), headers={"content-type": "application/json"})
        assert answer.status_code in {200, 413, 422}, (answer.status_code, text)
        said = answer.json()
        assert not RUNNABLE.search(str(said.get("answer") or said.get("reason") or said.get("detail"))), text
