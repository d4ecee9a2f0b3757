"""The operators' pages: closed by default, a password, our own forms only, every action written down."""

import base64
import re
import subprocess
import sys

import pytest

from portal.limits.buckets import Buckets
from portal.operators import guard, pause
from portal.operators.passwords import hashed, is_right, read_operators
from portal.settings import PortalSettings

PASSWORD = "un mot de passe assez long"  # noqa: S105 (of this test alone)
NAME = "exploitante"


@pytest.fixture
def opened(client, monkeypatch, tmp_path):
    """The pages open to one operator; the pause beside this test."""
    settings = PortalSettings(operators=hashed(NAME, PASSWORD), chat_root=tmp_path / "chat")
    monkeypatch.setattr(guard, "attempts", Buckets(60))
    for module in (guard, pause):
        monkeypatch.setattr(module, "portal_settings", lambda: settings)
    return client


def basic(password=PASSWORD, name=NAME):
    return {"Authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


def the_token(client):
    return re.search(r'name="token" value="(\w+)"', client.get("/operateurs", headers=basic()).text)[1]


def test_a_password_is_kept_as_a_hash():
    """Right for its operator alone."""
    operators = read_operators(hashed(NAME, PASSWORD))
    assert PASSWORD not in hashed(NAME, PASSWORD)
    assert is_right(operators, NAME, PASSWORD)
    assert not is_right(operators, NAME, "autre")
    assert not is_right(operators, "personne", PASSWORD)


def test_the_command_line_makes_the_line():
    """`python -m portal.operators NOM`."""
    made = subprocess.run([sys.executable, "-m", "portal.operators", NAME], input=PASSWORD, capture_output=True, text=True, check=True).stdout  # noqa: S603 (our own program)
    PortalSettings(operators=made.strip().removeprefix("OPERATORS="))


def test_without_operators_the_pages_do_not_exist(client):
    """Closed by default."""
    assert client.get("/operateurs", headers=basic()).status_code == 404
    assert client.post("/operateurs/pause", data={"on": "true", "token": "x"}).status_code == 404


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic ???"}, {"Authorization": "Bearer x"}, "wrong"])
def test_a_stranger_is_asked_who_they_are(opened, headers):
    """401, and nothing of the page."""
    answer = opened.get("/operateurs", headers=basic("faux") if headers == "wrong" else headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Basic")
    assert "Journal" not in answer.text


def test_an_operator_sees_reviews_and_deletes_one(opened):
    """Seen, deleted, written down."""
    kept = opened.post("/avis", data={"good": "false", "outcome": "answered", "comment": "à revoir"}, follow_redirects=False).headers["location"]
    assert "à revoir" in opened.get("/operateurs", headers=basic()).text
    answer = kept.removeprefix("/avis/")
    page = opened.post(f"/operateurs/effacer/{answer}", data={"token": the_token(opened)}, headers=basic())
    assert opened.get(kept).status_code == 404
    assert f"{NAME} · effacement {answer}" in page.text


def test_a_form_from_elsewhere_is_refused(opened):
    """Without our token, or from another site."""
    assert opened.post("/operateurs/pause", data={"on": "true", "token": "x"}, headers=basic()).status_code == 403
    foreign = {**basic(), "Sec-Fetch-Site": "cross-site"}
    assert opened.post("/operateurs/pause", data={"on": "true", "token": the_token(opened)}, headers=foreign).status_code == 403
    assert not pause.is_paused()


def test_the_pause_stops_the_answers_and_leaves_the_rest(opened):
    """503 in French on every door to an answer; texts stay; then all goes on."""
    token = the_token(opened)
    opened.post("/operateurs/pause", data={"on": "true", "token": token}, headers=basic())
    stopped = opened.post("/api/v1/answers", json={"question": "bonjour"})
    assert stopped.status_code == 503
    assert stopped.headers["retry-after"] == "600"
    assert "0 805 160 075" in stopped.json()["detail"]
    assert opened.get("/question", params={"q": "bonjour"}).status_code == 503
    assert opened.get("/textes").status_code == 200
    page = opened.post("/operateurs/pause", data={"on": "false", "token": token}, headers=basic())
    assert f"{NAME} · reprise" in page.text
    assert opened.post("/api/v1/answers", json={"question": "bonjour"}).status_code == 200


def test_guessing_is_slowed(opened):
    """A few wrong passwords, then 429 for that client, even with the right one."""
    codes = [opened.get("/operateurs", headers=basic("faux")).status_code for _ in range(6)]
    codes.append(opened.get("/operateurs", headers=basic()).status_code)
    assert codes[:5] == [401] * 5
    assert codes[-1] == 429
