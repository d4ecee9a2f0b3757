"""The same promises over a real PostgreSQL server, started by the test; skipped where the server or its driver is not installed."""

# ruff: noqa: S603 (PostgreSQL's own programs, with fixed arguments)
import asyncio
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from portal.feedback.records import Mark, Review, Unanswered
from portal.feedback.store import FeedbackStore, StoreError

pytest.importorskip("asyncpg")
PROGRAMS = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
pytestmark = pytest.mark.skipif(PROGRAMS is None, reason="PostgreSQL is not installed")
MARK = Mark("b" * 32, "declined", None, None, "62", passages=("charte-62#art-1", "ri-86#art-2"))
DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """The URL of an empty database, as an operator writes it."""
    owner = {"user": "postgres"} if os.geteuid() == 0 else {}
    folder = Path("/tmp") / f"toit-postgresql-{os.getpid()}"  # noqa: S108 (pytest's folders are closed to the server's user)
    folder.mkdir(mode=0o700)
    if owner:
        shutil.chown(folder, "postgres", "postgres")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    subprocess.run(
        [PROGRAMS / "initdb", "-D", folder / "data", "-U", "toit", "-A", "trust", "-E", "UTF8", "--no-sync"], check=True, capture_output=True, **owner
    )
    server = subprocess.Popen(
        [PROGRAMS / "postgres", "-D", folder / "data", "-p", str(port), "-k", folder, "-h", "127.0.0.1"], stderr=subprocess.DEVNULL, **owner
    )
    try:
        _wait(port)
        yield f"postgresql://toit@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(port: int) -> None:
    for _ in range(100):
        if not subprocess.run([PROGRAMS / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)], check=False).returncode:
            return
        time.sleep(0.1)
    pytest.fail("PostgreSQL does not start")


def run(url, *verbs):
    """Each verb on one store."""

    async def all_of_them():
        store = FeedbackStore(url)
        await store.prepare()
        results = [await verb(store) for verb in verbs]
        await store.close()
        return results

    return asyncio.run(all_of_them())


def test_a_review_lives_and_dies_in_postgresql(database):
    """Kept, read, replaced, purged."""
    review = Review(MARK, False, DAY, "je m'appelle Karim", "au 3 rue du Bac, que faire ?")
    found = run(database, lambda s: s.keep(Review(MARK, True, DAY)), lambda s: s.keep(review), lambda s: s.find(MARK.answer))[2]
    assert found == Review(MARK, False, DAY, "je m'appelle [nom]", "au [adresse], que faire ?")
    assert run(database, lambda s: s.note(Unanswered(MARK, DAY)), lambda s: s.purge(date(2027, 5, 25), 180))[1] == 2


def test_many_writers_are_all_kept(database):
    """Two hundred at once."""

    async def together(store):
        await asyncio.gather(*(store.keep(Review(Mark(f"{n:032x}", "answered"), True, DAY)) for n in range(200)))

    assert run(database, together, lambda s: s.purge(date(2030, 1, 1), 1))[1] == 200


def test_a_server_that_is_gone_is_said(database):
    """The message hides the password."""
    wrong = database.replace("toit@", "toit:secret@").rsplit(":", 1)[0] + ":1/postgres"
    with pytest.raises(StoreError) as caught:
        run(wrong)
    assert "secret" not in str(caught.value)
