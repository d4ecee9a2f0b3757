"""What an operator may tell the assistant; read once from the environment."""

from functools import cache

from pydantic_settings import BaseSettings, SettingsConfigDict


class AssistantSettings(BaseSettings):
    """`ADIL_NUMBERS`: verified numbers of local ADILs, « 62=NUMÉRO le 2026-11-25 », several behind « ; » (see `assistant.local_adil`)."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    adil_numbers: str = ""


@cache
def assistant_settings() -> AssistantSettings:
    """The settings of this process."""
    return AssistantSettings()
