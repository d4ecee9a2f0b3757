"""Chainlit mounted at /chat: its files prepared, its page in French and without any outside request."""

import json
import os
import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from fastapi import FastAPI

from assistant.bootstrap import Assistant
from portal.chat.shared import share
from portal.headers import chat_scripts
from portal.settings import portal_settings

FILES = Path(__file__).parent / "files"
PATH = "/chat"
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
OUTSIDE = re.compile(r"<(?:link|meta)[^>]*(?:https?:)?//(?:fonts\.|cdn\.|chainlit-cloud)[^>]*>", re.IGNORECASE)


def mount_chat(app: FastAPI, assistant: Assistant) -> None:
    """Prepare Chainlit's folder, then mount it; Chainlit reads its folder's name at import, hence the order."""
    root = portal_settings().chat_root.resolve()
    shutil.rmtree(root / ".files", ignore_errors=True)
    shutil.copytree(FILES, root, dirs_exist_ok=True)
    os.environ["CHAINLIT_APP_ROOT"] = str(root)
    share(app, assistant)
    from chainlit import server  # noqa: PLC0415 (after its folder is named)
    from chainlit.utils import mount_chainlit  # noqa: PLC0415

    _write_words(root)
    _write_about(root)
    page = server.get_html_template
    server.get_html_template = lambda *args: _french(page(*args))
    mount_chainlit(app=app, target=str(Path(__file__).parent / "handlers.py"), path=PATH)


def _write_words(root: Path) -> None:
    """Chainlit's French words, with ours in place of a few."""
    import chainlit  # noqa: PLC0415 (after its folder is named)

    words = json.loads((Path(chainlit.__file__).parent / "translations" / "fr-FR.json").read_text("utf-8"))
    ours = yaml.safe_load((Path(__file__).parent / "interface.yaml").read_text("utf-8"))
    folder = root / ".chainlit" / "translations"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fr-FR.json").write_text(json.dumps(_merged(words, ours), ensure_ascii=False), "utf-8")


def _write_about(root: Path) -> None:
    """What is kept, with the days for which this service keeps it."""
    for name in ("chainlit.md", "chainlit_fr-FR.md"):
        (root / name).write_text((FILES / name).read_text("utf-8").format(days=portal_settings().retention_days), "utf-8")


def _merged(words: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    return {**words, **{key: _merged(words.get(key, {}), value) if isinstance(value, dict) else value for key, value in ours.items()}}


def _french(html: str) -> str:
    """The page's language, our frame with its heading and its main landmark; no font, style sheet or picture from elsewhere.

    The hashes of its inline scripts go to the policy, so that no other runs.
    """
    html = html.replace('lang="en"', 'lang="fr"').replace('<div id="root"></div>', (FILES / "frame.html").read_text("utf-8"))
    html = OUTSIDE.sub("", html)
    chat_scripts.update(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in INLINE.findall(html))
    return html
