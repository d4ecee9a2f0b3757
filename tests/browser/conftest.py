"""The shipped server in its own process, and Debian's Chromium in front of it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

READY_WITHIN = 240
PATIENCE = 45_000  # ms: what is awaited appears or not; how soon is measured by `make bench`, not by a machine of CI under load
expect.set_options(timeout=PATIENCE)
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log.txt"
    environment = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port), "CHAT_ROOT": str(tmp_path_factory.mktemp("chat"))}
    with log.open("w") as output:
        server = subprocess.Popen([sys.executable, "-m", "portal"], env=environment, stdout=output, stderr=output)
        try:
            _wait(f"http://127.0.0.1:{port}", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def _wait(base: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(READY_WITHIN * 5):
        if server.poll() is not None:
            pytest.fail(f"the server stopped:\n{log.read_text('utf-8')}")
        try:
            if httpx.get(f"{base}/readyz").status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    pytest.fail(f"the server is not ready after {READY_WITHIN} s:\n{log.read_text('utf-8')}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without its background requests."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-quic", "--no-first-run"],
        )


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a phone, then of a desk; every request to another host is a failure."""
    context = browser.new_context(viewport=request.param, locale="fr-FR")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    outside: list[str] = []
    page.on("request", lambda r: None if "127.0.0.1" in r.url or r.url.startswith(("data:", "blob:")) else outside.append(r.url))
    yield page
    context.close()
    assert not outside
