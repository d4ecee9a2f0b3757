"""`make screenshots`: serve the portal, and photograph each page of tests/pages.yaml on a phone and on a desk, into docs/captures."""

import io
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import yaml
from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

OUT = Path("docs/captures")
SCREENS: dict[str, ViewportSize] = {"telephone": {"width": 390, "height": 844}, "bureau": {"width": 1280, "height": 900}}
LONGEST, READY_WITHIN, COLOURS = 1600, 120, 64


def main() -> None:
    """All the pages, or those named on the command line; BASE=http://… photographs a server that already runs."""
    pages = yaml.safe_load(Path("tests/pages.yaml").read_text("utf-8"))
    wanted = {name: path for name, path in pages.items() if not sys.argv[1:] or name in sys.argv[1:]}
    OUT.mkdir(parents=True, exist_ok=True)
    base = os.environ.get("BASE")
    server = None if base else _serve()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"])
            _photograph(browser, base or f"http://127.0.0.1:{PORT}", wanted)
    finally:
        if server:
            server.terminate()


def _photograph(browser: Browser, base: str, pages: dict[str, str]) -> None:
    for screen, size in SCREENS.items():
        page = browser.new_context(viewport=size, locale="fr-FR").new_page()
        for name, path in pages.items():
            page.goto(base + path)
            tall = max(size["height"], min(page.evaluate("document.documentElement.scrollHeight"), LONGEST))
            page.set_viewport_size({"width": size["width"], "height": tall})
            taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            taken.quantize(COLOURS).save(OUT / f"{name}-{screen}.png", optimize=True)
            page.set_viewport_size(size)
    print(f"{len(pages) * len(SCREENS)} captures dans {OUT}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


PORT = _free_port()


def _serve() -> subprocess.Popen[bytes]:
    """The server in its own process, once it is ready."""
    server = subprocess.Popen([sys.executable, "-m", "portal"], env={**os.environ, "HOST": "127.0.0.1", "PORT": str(PORT)})
    for _ in range(READY_WITHIN):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/readyz")
        except urllib.error.URLError:
            time.sleep(1)
        else:
            return server
    server.terminate()
    sys.exit("Le portail n'a pas démarré : lancez `make run` pour voir pourquoi.")


if __name__ == "__main__":
    main()
