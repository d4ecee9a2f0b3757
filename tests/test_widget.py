"""The widget: a script for others' sites, a page that only the allowed ones may frame; nothing else may be framed."""

import pytest
from pydantic import ValidationError

from portal import headers
from portal.settings import PortalSettings


@pytest.fixture
def allowed(monkeypatch):
    """Two sites may show the widget."""
    settings = PortalSettings(widget_origins="https://www.pas-de-calais.fr, https://adil62.org")
    monkeypatch.setattr(headers, "portal_settings", lambda: settings)


def policy(answer):
    return answer.headers["content-security-policy"]


def test_nothing_is_framed_by_default(client):
    """Not even the widget."""
    for path in ("/", "/question", "/widget", "/chat/"):
        assert "frame-ancestors 'none'" in policy(client.get(path)), path
    assert client.get("/").headers["x-frame-options"] == "DENY"


@pytest.mark.usefixtures("allowed")
def test_the_widget_alone_is_framed_by_the_allowed_sites(client):
    """Its page, and no other."""
    page = client.get("/widget")
    assert policy(page).endswith("frame-ancestors https://www.pas-de-calais.fr https://adil62.org")
    assert "x-frame-options" not in page.headers
    for path in ("/", "/question", "/chat/", "/widgets"):
        assert "frame-ancestors 'none'" in policy(client.get(path)), path


@pytest.mark.parametrize("origins", ["javascript:alert(1)", "https://a.fr; script-src *", "*", "https://a.fr/path", "'self'"])
def test_a_wrong_origin_stops_the_start(origins):
    """No setting can widen the policy."""
    with pytest.raises(ValidationError):
        PortalSettings(widget_origins=origins)


def test_the_widget_answers_without_script(client):
    """A question, an answer with whom to call; the form stays in the frame, links leave it."""
    page = client.get("/widget", params={"q": "j'ai reçu un commandement de payer", "departement": "62"}).text
    assert "0 805 160 075" in page
    assert 'target="_self"' in page
    assert '<base target="_blank">' in page
    assert "<script" not in page


def test_the_script_reads_nothing_of_the_site_that_embeds_it(client):
    """No cookie, no storage, no request of its own."""
    script = client.get("/widget.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert script.headers["cross-origin-resource-policy"] == "cross-origin"
    for word in ("cookie", "Storage", "fetch", "innerHTML", "eval"):
        assert word not in script.text


def test_the_chat_runs_only_the_scripts_that_it_was_served_with(client):
    """Hashes instead of unsafe-inline; web sockets of this host alone."""
    said = policy(client.get("/chat/"))
    scripts = said.split("script-src")[1].split(";")[0]
    assert "unsafe-inline" not in scripts
    assert "'sha256-" in scripts
    assert "unsafe-eval" not in said
    assert "ws://testserver" in said
    assert "ws://evil" not in policy(client.get("/chat/", headers={"host": "evil; script-src *"}))


def test_a_secure_connection_is_remembered(client):
    """HSTS behind TLS, not before."""
    assert "strict-transport-security" not in client.get("/").headers
    assert "max-age" in client.get("https://testserver/").headers["strict-transport-security"]
