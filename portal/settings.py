"""What an operator may set for the portal; read once from the environment."""

from functools import cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class PortalSettings(BaseSettings):
    """Where it serves and what it shows."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    host: str = "0.0.0.0"  # noqa: S104 (a server serves; HOST=127.0.0.1 keeps it to this machine)
    port: int = 8000
    root_path: str = ""
    chat_root: Path = Path(".toit/chat")


@cache
def portal_settings() -> PortalSettings:
    """The settings of this process."""
    return PortalSettings()
