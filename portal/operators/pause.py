"""The kill switch: a file beside the chat's folder, seen at once by every process of this machine, kept over a restart."""

from pathlib import Path

from portal.settings import portal_settings


def is_paused() -> bool:
    """Whether answers are stopped."""
    return _file().exists()


def set_paused(*, on: bool) -> None:
    """Stop the answers, or let them go on."""
    if on:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().touch()
    else:
        _file().unlink(missing_ok=True)


def _file() -> Path:
    return portal_settings().chat_root.parent / "pause"
