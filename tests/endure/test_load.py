"""Everyone at once, against one served process: enough answers, no error, and back to normal afterwards."""

import asyncio
import csv
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from scripts.bench.served import Served, served

VISITORS, SECONDS = 200, 120
PER_SECOND, P95_MILLISECONDS = 38.0, 2000.0  # two hundred people who think five seconds ask for 40 a second at the very most
FLOOD, FLOOD_SECONDS, RECOVERY_SECONDS = 300, 15, 10


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("charge")
    with served(folder, folder / "index") as one:
        yield one


def test_two_hundred_people_are_answered(server: Served, tmp_path):
    """They arrive within a minute and go on for another."""
    command = [sys.executable, "-m", "locust", "-f", Path(__file__).with_name("locustfile.py"), "--headless", "--only-summary"]
    shape = ["-u", VISITORS, "-r", VISITORS / 60, "-t", f"{SECONDS}s", "--host", server.address, "--csv", tmp_path / "charge"]
    done = subprocess.run([*map(str, command), *map(str, shape)], capture_output=True, text=True, check=False)
    print(done.stderr[-6000:], server.memory())
    rows = {row["Name"]: row for row in csv.DictReader((tmp_path / "charge_stats.csv").open(encoding="utf-8"))}
    last = list(csv.DictReader((tmp_path / "charge_stats_history.csv").open(encoding="utf-8")))[-20:]
    settled = sum(float(row["Requests/s"]) for row in last) / len(last)
    print(f"{settled:.1f} requests a second once everyone is there")
    assert int(rows["Aggregated"]["Failure Count"]) == 0, done.stderr
    assert float(rows["Aggregated"]["95%"]) < P95_MILLISECONDS
    assert settled >= PER_SECOND


def test_a_flood_is_refused_clearly_and_leaves_no_trace(server: Served):
    """Everyone at once without a pause: an answer or a refusal that says when; within ten seconds of the end, as fast as before."""
    statuses = asyncio.run(flood(server.address))
    assert set(statuses) <= {200, 429, 503}, statuses
    print(statuses)
    end = time.monotonic()
    while time.monotonic() - end < RECOVERY_SECONDS:
        start = time.monotonic()
        if httpx.post(f"{server.address}/api/v1/answers", json={"question": "qui appeler ?"}, timeout=30).status_code == 200 and time.monotonic() - start < 1:
            return
    pytest.fail("still slow ten seconds after the flood")


async def flood(address: str) -> dict[int, int]:
    statuses: dict[int, int] = {}
    end = time.monotonic() + FLOOD_SECONDS

    async def one(web: httpx.AsyncClient) -> None:
        while time.monotonic() < end:
            answer = await web.post("/api/v1/answers", json={"question": "j'ai reçu un commandement de payer, que faire ?"})
            assert answer.status_code == 200 or "retry-after" in answer.headers
            statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1

    async with httpx.AsyncClient(base_url=address, timeout=60, limits=httpx.Limits(max_connections=FLOOD)) as web:
        await asyncio.gather(*(one(web) for _ in range(FLOOD)))
    return statuses
