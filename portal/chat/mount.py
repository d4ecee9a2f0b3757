"""Chainlit mounted at /chat: its files prepared, its page in French and without any outside request."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from assistant.bootstrap import Assistant
from portal.chat import shared
from portal.settings import portal_settings

FILES = Path(__file__).parent / "files"
PATH = "/chat"
OUTSIDE = re.compile(r"<(?:link|meta)[^>]*(?:https?:)?//(?:fonts\.|cdn\.|chainlit-cloud)[^>]*>", re.IGNORECASE)
WORDS: dict[str, Any] = {
    "chat": {
        "input": {"placeholder": "Écrivez ici ce qui vous arrive…"},
        "watermark": "J'informe, je ne remplace pas un juriste. SOS Loyers impayés : 0 805 160 075, gratuit.",
    }
}


def mount_chat(app: FastAPI, assistant: Assistant) -> None:
    """Prepare Chainlit's folder, then mount it; Chainlit reads its folder's name at import, hence the order."""
    root = portal_settings().chat_root.resolve()
    shutil.rmtree(root / ".files", ignore_errors=True)
    shutil.copytree(FILES, root, dirs_exist_ok=True)
    os.environ["CHAINLIT_APP_ROOT"] = str(root)
    shared.assistant = assistant
    from chainlit import server  # noqa: PLC0415 (after its folder is named)
    from chainlit.utils import mount_chainlit  # noqa: PLC0415

    _write_words(root)
    page = server.get_html_template
    server.get_html_template = lambda *args: _french(page(*args))
    mount_chainlit(app=app, target=str(Path(__file__).parent / "handlers.py"), path=PATH)


def _write_words(root: Path) -> None:
    """Chainlit's French words, with ours in place of a few."""
    import chainlit  # noqa: PLC0415 (after its folder is named)

    words = json.loads((Path(chainlit.__file__).parent / "translations" / "fr-FR.json").read_text("utf-8"))
    folder = root / ".chainlit" / "translations"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fr-FR.json").write_text(json.dumps(_merged(words, WORDS), ensure_ascii=False), "utf-8")


def _merged(words: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    return {**words, **{key: _merged(words.get(key, {}), value) if isinstance(value, dict) else value for key, value in ours.items()}}


def _french(html: str) -> str:
    """The page's language, a heading and a main landmark; no font, style sheet or picture from elsewhere."""
    html = html.replace('lang="en"', 'lang="fr"')
    return OUTSIDE.sub("", html)
