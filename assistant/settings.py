"""What an operator may tell the assistant; read once from the environment."""

from functools import cache
from typing import Annotated

from pydantic import Field, SecretStr, StringConstraints
from pydantic_settings import BaseSettings, SettingsConfigDict


class AssistantSettings(BaseSettings):
    """`ADIL_NUMBERS`: verified numbers of local ADILs, « 62=NUMÉRO le 2026-11-25 », several behind « ; » (see `assistant.local_adil`).

    `MODEL`: « openai:albert-large », a language model that rephrases; none by default. `MODEL_URL`, `MODEL_KEY`: its server; `MODEL_TIMEOUT`: seconds.
    """

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    adil_numbers: str = ""
    model: Annotated[str, StringConstraints(pattern=r"^([a-z_]+:[\w./:@-]+)?$")] = ""
    model_url: Annotated[str, StringConstraints(pattern=r"^(https?://[\w.-]+(:\d+)?(/[\w./-]*)?)?$")] = ""
    model_key: SecretStr = SecretStr("")
    model_timeout: Annotated[float, Field(gt=0, le=60)] = 8


@cache
def assistant_settings() -> AssistantSettings:
    """The settings of this process."""
    return AssistantSettings()
