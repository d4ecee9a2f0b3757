"""Emergency and listening numbers, national, each with its source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A page, and its address where it is known."""

    __pydantic_config__ = {"extra": "forbid"}
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Emergency:
    """A number to call in danger; `hours` only where they were verified."""

    __pydantic_config__ = {"extra": "forbid"}
    id: str
    phone: str
    label: str
    label_en: str
    purpose: str
    purpose_en: str
    hours: str | None
    sources: tuple[NamedSource, ...]
