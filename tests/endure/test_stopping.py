"""A stop finishes the answers in flight; a kill loses no review that was acknowledged."""

import os
import re
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from scripts.bench.served import served

ASKED = 12
FORM = {"good": "true", "outcome": "answered", "stage": "assignation", "comment": "clair"}
GRACE = 12.0


def is_running(pid: int) -> bool:
    """A process that ended but was not waited for is a zombie."""
    return Path(f"/proc/{pid}/stat").exists() and Path(f"/proc/{pid}/stat").read_text("utf-8").split()[2] != "Z"


def test_a_stop_finishes_the_answers_in_flight(tmp_path):
    """SIGTERM while a dozen are being computed: each is given, then the process ends."""
    with served(tmp_path, tmp_path / "index") as server, ThreadPoolExecutor(ASKED) as people:
        url = f"{server.address}/api/v1/answers"
        asked = [people.submit(httpx.post, url, json={"question": f"commandement de payer, {at} mois de dette"}, timeout=60) for at in range(ASKED)]
        metrics = f"{server.address}/metrics"
        while not all(one.done() for one in asked) and "in_flight 1\n" in httpx.get(metrics, timeout=30).text:
            time.sleep(0.005)
        os.kill(server.pid, signal.SIGTERM)
        start = time.monotonic()
        assert [one.result().status_code for one in asked] == [200] * ASKED
        while is_running(server.pid):
            assert time.monotonic() - start < GRACE
            time.sleep(0.1)


def test_a_kill_loses_no_acknowledged_review(tmp_path):
    """SIGKILL right after the answer « kept »: after the next start, each is there."""
    kept: list[str] = []
    for _ in range(3):
        with served(tmp_path, tmp_path / "index") as server:
            for _ in range(5):
                answer = httpx.post(f"{server.address}/avis", data=FORM, timeout=60)
                assert answer.status_code == 303
                kept.append(re.sub(r"^https?://[^/]+", "", answer.headers["location"]))
            os.kill(server.pid, signal.SIGKILL)
    with served(tmp_path, tmp_path / "index") as server:
        assert [httpx.get(f"{server.address}{path}", timeout=60).status_code for path in kept] == [200] * len(kept)
