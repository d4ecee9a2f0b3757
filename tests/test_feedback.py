"""Reviews: stored once acknowledged, without who wrote them, for a set time."""

import asyncio
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI, Request

from portal.feedback import keeping
from portal.feedback.counting import counted
from portal.feedback.records import Mark, Review, Unanswered
from portal.feedback.store import FeedbackStore, StoreError
from portal.settings import PortalSettings

DAY = date(2026, 11, 25)
MARK = Mark("a" * 32, "answered", "commandement-de-payer", "fiche", "62", passages=("charte-62#art-1",))
FORM = {"good": "false", "outcome": "answered", "stage": "assignation", "comment": "je m'appelle Karim, tel 06 12 34 56 78"}


def run(path: Path, *verbs):
    """Each verb on a store of its own loop."""

    async def all_of_them():
        store = FeedbackStore(f"sqlite:///{path}")
        await store.prepare()
        results = [await verb(store) for verb in verbs]
        await store.close()
        return results

    return asyncio.run(all_of_them())


def test_a_review_is_kept_with_its_category_and_masked(tmp_path):
    """The category, the ids and the day; never the writer's name."""
    review = Review(MARK, False, DAY, "je m'appelle Karim Benali, la date est fausse", "mon tel est 06 12 34 56 78")
    found = run(tmp_path / "a.sqlite", lambda s: s.keep(review), lambda s: s.find(MARK.answer))[1]
    assert found.mark == MARK
    assert found.day == DAY
    assert found.comment == "je m'appelle [nom], la date est fausse"
    assert found.question == "mon tel est [téléphone]"


def test_a_second_review_replaces_the_first(tmp_path):
    """One answer, one review."""
    first, second = Review(MARK, True, DAY), Review(MARK, False, DAY, "en fait non")
    found = run(tmp_path / "a.sqlite", lambda s: s.keep(first), lambda s: s.keep(second), lambda s: s.find(MARK.answer))[2]
    assert found.good is False
    assert len(sqlite3.connect(tmp_path / "a.sqlite").execute("select * from reviews").fetchall()) == 1


def test_what_is_old_is_purged_on_the_given_day(tmp_path):
    """The eve of the last day it stays, the day after it goes."""
    kept = [lambda s: s.keep(Review(MARK, True, DAY)), lambda s: s.note(Unanswered(MARK, DAY, "texte"))]
    gone = run(tmp_path / "a.sqlite", *kept, lambda s: s.purge(date(2027, 5, 24), 180), lambda s: s.purge(date(2027, 5, 25), 180))
    assert gone[2:] == [0, 2]


def test_an_acknowledged_review_survives_a_kill(tmp_path):
    """Another connection reads it while the writer has closed nothing."""

    async def kill():
        store = FeedbackStore(f"sqlite:///{tmp_path / 'a.sqlite'}")
        await store.prepare()
        await store.keep(Review(MARK, True, DAY))
        rows = sqlite3.connect(tmp_path / "a.sqlite").execute("select answer from reviews").fetchall()
        await store.close()
        return rows

    assert asyncio.run(kill()) == [(MARK.answer,)]


def test_many_reviews_at_once_are_all_kept(tmp_path):
    """Fifty writers, fifty rows."""

    async def together(store):
        await asyncio.gather(*(store.keep(Review(Mark(f"{n:032x}", "answered"), True, DAY)) for n in range(50)))

    run(tmp_path / "a.sqlite", together)
    assert sqlite3.connect(tmp_path / "a.sqlite").execute("select count(*) from reviews").fetchone() == (50,)


@pytest.mark.parametrize("content", [b"this is no database at all, but a text that is long enough" * 20])
def test_a_corrupt_store_says_so(tmp_path, content):
    """An error that names the database, never silence."""
    (tmp_path / "a.sqlite").write_bytes(content)
    with pytest.raises(StoreError, match=r"a\.sqlite"):
        run(tmp_path / "a.sqlite")


def test_a_form_without_consent_keeps_no_question(client):
    """The comment masked, the question not kept, the page says so."""
    page = client.post("/avis", data={**FORM, "question": "mon cas secret"})
    assert page.status_code == 200
    assert "Karim" not in page.text
    assert "06 12" not in page.text
    assert "secret" not in page.text
    assert "Elle n'est pas gardée" in page.text or "Elle n&#39;est pas gardée" in page.text


def test_a_form_with_consent_keeps_the_masked_question(client):
    """Word for word, but for who wrote it."""
    page = client.post("/avis", data={**FORM, "consent": "true", "question": "j'habite 3 rue du Bac, que faire ?"})
    assert "j&#39;habite [adresse], que faire" in page.text


def test_a_review_is_deleted_by_whoever_holds_its_address(client):
    """After deletion the address is unknown."""
    kept = client.post("/avis", data=FORM, follow_redirects=False).headers["location"]
    assert client.get(kept).status_code == 200
    assert client.post(f"{kept}/effacer").status_code == 200
    assert client.get(kept).status_code == 404


@pytest.mark.parametrize("wrong", [{"good": "peut-être"}, {"outcome": "parfait"}, {"comment": "x" * 5000}, {"language": "de"}])
def test_a_wrong_form_is_explained(client, wrong):
    """422, nothing kept."""
    assert client.post("/avis", data={**FORM, **wrong}).status_code == 422


def test_without_a_store_a_review_is_refused_and_said(client):
    """Nothing is acknowledged that is not kept."""
    store, client.app.state.feedback = client.app.state.feedback, None
    try:
        answer = client.post("/avis", data=FORM)
    finally:
        client.app.state.feedback = store
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "60"
    assert "pas pu être gardé" in answer.text


WRITER = """
import asyncio, sys
from datetime import date
from portal.feedback.records import Mark, Review
from portal.feedback.store import FeedbackStore
async def write():
    store = FeedbackStore(sys.argv[1])
    await store.prepare()
    for n in range(100_000):
        await store.keep(Review(Mark(f"{n:032x}", "answered"), True, date(2026, 11, 25), "x" * 500))
        print(n, flush=True)
asyncio.run(write())
"""


def test_a_kill_in_the_middle_loses_nothing_acknowledged(tmp_path):
    """SIGKILL while writing: every review that was acknowledged is there, and the store opens again."""
    path = tmp_path / "a.sqlite"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, f"sqlite:///{path}"], stdout=subprocess.PIPE, text=True)  # noqa: S603 (our own program)
    acknowledged = [writer.stdout.readline() for _ in range(40)]
    writer.kill()
    acknowledged += writer.stdout.readlines()
    last = int(acknowledged[-1])
    assert run(path, lambda s: s.find(f"{last:032x}"))[0].good
    assert sqlite3.connect(path).execute("select count(*) from reviews").fetchone()[0] >= last + 1


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path):
    """The write that does not fit is refused; those before it are there."""
    path = tmp_path / "a.sqlite"
    program = f"import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n{WRITER}"
    done = subprocess.run([sys.executable, "-c", program, f"sqlite:///{path}"], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 (our own program)
    assert "StoreError" in done.stderr
    last = int(done.stdout.splitlines()[-1])
    assert run(path, lambda s: s.find(f"{last:032x}"))[0].good


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="ne s'ouvre pas"):
        FeedbackStore(f"sqlite:///{tmp_path / 'file' / 'a.sqlite'}")


def test_the_service_starts_without_its_store_and_says_why(tmp_path, monkeypatch, caplog):
    """A corrupt database stops reviews, not answers."""
    (tmp_path / "a.sqlite").write_bytes(b"no database" * 500)
    monkeypatch.setattr(keeping, "portal_settings", lambda: PortalSettings(database_url=f"sqlite:///{tmp_path / 'a.sqlite'}"))

    async def start():
        app = FastAPI()
        async with keeping.feedback_kept(app):
            return app.state.feedback

    assert asyncio.run(start()) is None
    assert "Vérifiez DATABASE_URL" in caplog.text


def test_the_start_purges_what_is_old(tmp_path, monkeypatch):
    """What retention has passed is gone as soon as the service runs."""
    run(tmp_path / "a.sqlite", lambda s: s.keep(Review(MARK, True, date(2020, 1, 1))))
    monkeypatch.setattr(keeping, "portal_settings", lambda: PortalSettings(database_url=f"sqlite:///{tmp_path / 'a.sqlite'}"))

    async def start():
        app = FastAPI()
        async with keeping.feedback_kept(app):
            for _ in range(200):
                if await app.state.feedback.find(MARK.answer) is None:
                    return True
                await asyncio.sleep(0.01)
        return False

    assert asyncio.run(start())


def test_an_unanswered_question_is_counted_without_its_text(client, assistant):
    """Its category alone."""
    answer = assistant.answer("quelle est la recette des crêpes de Karim ?", DAY)
    store = client.app.state.feedback
    request = Request({"type": "http", "app": client.app, "headers": []})
    client.portal.call(counted, request, answer)
    database = str(store._engine.url.database)  # noqa: SLF001 (to look behind the store)
    rows = sqlite3.connect(database).execute("select * from unanswered").fetchall()
    assert rows
    assert all(row[0] and row[1] == "declined" and row[-1] is None for row in rows)
