"""What an operator may set for the portal; read once from the environment."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pydantic_settings import BaseSettings, SettingsConfigDict

Count = Annotated[int, Field(ge=1)]


class PortalSettings(BaseSettings):
    """Where it serves, what it shows, what it keeps and what it bounds."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    host: str = "0.0.0.0"  # noqa: S104 (a server serves; HOST=127.0.0.1 keeps it to this machine)
    port: int = 8000
    root_path: str = ""
    chat_root: Path = Path(".toit/chat")
    database_url: str = ""
    retention_days: Count = 180
    rate_per_minute: Count = 120
    rate_limit_loopback: Literal["on", "off"] = "off"
    max_in_flight: Count = 48
    body_kb: Count = 64
    upload_mb: Count = 5
    widget_origins: Annotated[str, StringConstraints(pattern=r"^(\s*https?://[\w.-]+(:\d+)?\s*(,|\s|$))*$")] = ""
    operators: Annotated[str, StringConstraints(pattern=r"^([\w.-]{2,40}:[0-9a-f]{32}:[0-9a-f]{64}[\s,]*)*$")] = ""

    @property
    def feedback_url(self) -> str:
        """DATABASE_URL, or a SQLite file beside the chat's folder."""
        return self.database_url or f"sqlite:///{self.chat_root.parent.resolve() / 'avis.sqlite'}"

    @property
    def widget_frames(self) -> tuple[str, ...]:
        """The sites that may show the widget; WIDGET_ORIGINS holds them with commas or spaces between."""
        return tuple(self.widget_origins.replace(",", " ").split())


@cache
def portal_settings() -> PortalSettings:
    """The settings of this process."""
    return PortalSettings()
