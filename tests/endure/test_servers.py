"""One setting moves the index to a Chroma server, another the reviews to PostgreSQL: both against the real servers."""

import asyncio
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from test_faults import ENTRIES, Drawn, answers

from portal.feedback.records import Mark, Review
from portal.feedback.store import FeedbackStore
from retrieval import dense
from retrieval.indexing import ready_index
from scripts.bench.served import free_port

DEPLOY = Path(__file__).parents[2] / "deploy"
BINARIES = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
MARK = Mark("a" * 32, "answered", "assignation", None, "62")


@pytest.fixture
def chroma(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Chroma server of one's own, and its process; every group of vectors is large enough to be asked of it."""
    monkeypatch.setattr(dense, "SMALL", 0)
    port = free_port()
    command = [Path(sys.executable).with_name("chroma"), "run", "--path", tmp_path / "chroma", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            httpx.get(f"{url}/api/v2/heartbeat", timeout=5).raise_for_status()
            break
        except httpx.HTTPError:
            time.sleep(0.1)
    yield url, process
    process.kill()
    process.wait()


def test_the_index_lives_on_a_chroma_server(chroma, tmp_path):
    """Built once, whoever starts; a second process opens it; the answers are the embedded index's."""
    url, _ = chroma
    with ThreadPoolExecutor(2) as both:
        found = list(both.map(lambda name: ready_index(ENTRIES, Drawn(), tmp_path / name, server=url), ("un", "deux")))
    assert all(answers(index) for index in found)
    here = ready_index(ENTRIES, Drawn(), tmp_path / "embarqué")
    vector = Drawn().query("un texte que personne n'a écrit")
    assert [at for at, _ in found[0].search(vector, 20)][:10] == [at for at, _ in here.search(vector, 20)][:10]


def test_a_chroma_server_that_goes_away_costs_its_vectors_only(chroma, tmp_path, caplog):
    """Killed while in use: the search finds nothing by meaning and says so; at the next start the index is held in memory."""
    url, process = chroma
    index = ready_index(ENTRIES, Drawn(), tmp_path, server=url)
    process.kill()
    process.wait()
    assert index.search(Drawn().query("texte 3"), 5) == []
    assert "sans les façons de demander" in caplog.text
    assert answers(ready_index(ENTRIES, Drawn(), tmp_path, server=url))
    assert "CHROMA_URL" in caplog.text


@dataclass(frozen=True)
class PostgreSQL:
    """A server of one's own, from Debian; it never runs as root."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        """As DATABASE_URL."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def run(self, name: str, *options: object) -> None:
        """One of its commands, as its own user."""
        command = ["runuser", "-u", "postgres", "--", BINARIES / name, "-D", self.folder, *map(str, options)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

    def start(self) -> None:
        """Ready when it returns."""
        self.run("pg_ctl", "-w", "-l", self.folder / "log", "-o", f"-p {self.port} -h 127.0.0.1 -k {self.folder}", "start")

    def kill(self) -> None:
        """PostgreSQL's own SIGKILL: nothing is flushed."""
        self.run("pg_ctl", "-m", "immediate", "stop")


@pytest.fixture
def postgresql() -> Iterator[PostgreSQL]:
    if BINARIES is None or os.getuid() != 0:
        pytest.skip("PostgreSQL from Debian and root are needed (apt-get install postgresql)")
    server = PostgreSQL(Path(f"/tmp/toit-pg-{uuid4().hex}"), free_port())  # noqa: S108 (its owner must reach it; removed below)
    server.run("initdb", "-A", "trust", "-E", "UTF8")
    server.start()
    yield server
    server.kill()
    shutil.rmtree(server.folder)


def run(url: str, *verbs):
    """Each verb on a store of its own loop."""

    async def all_of_them():
        store = FeedbackStore(url)
        await store.prepare()
        results = [await verb(store) for verb in verbs]
        await store.close()
        return results

    return asyncio.run(all_of_them())


def test_reviews_live_in_postgresql_and_come_back_from_a_backup(postgresql, tmp_path):
    """Kept, read, purged; backed up, lost, restored, with the shipped commands."""
    review = Review(MARK, True, date(2026, 11, 25), "merci, tel 06 12 34 56 78")
    found = run(postgresql.url, lambda s: s.keep(review), lambda s: s.find(MARK.answer), lambda s: s.purge(date(2026, 11, 26), 180))
    assert found[1].comment == "merci, tel [téléphone]"
    assert found[2] == 0
    environment = {**os.environ, "DATABASE_URL": postgresql.url}
    saved = subprocess.run([DEPLOY / "backup.sh", tmp_path], env=environment, capture_output=True, text=True, check=True).stdout.strip()
    run(postgresql.url, lambda s: s.forget(MARK.answer))
    subprocess.run([DEPLOY / "restore.sh", saved], env=environment, check=True)
    assert run(postgresql.url, lambda s: s.find(MARK.answer))[0].comment == "merci, tel [téléphone]"


def test_an_acknowledged_review_survives_a_killed_postgresql(postgresql):
    """What was acknowledged is in its journal."""
    run(postgresql.url, lambda s: s.keep(Review(MARK, False, date(2026, 11, 25))))
    postgresql.kill()
    postgresql.start()
    assert run(postgresql.url, lambda s: s.find(MARK.answer))[0].good is False
