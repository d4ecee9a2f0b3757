"""Terms and acronyms: what they mean in plain words, what people call them, what they were called."""

from dataclasses import dataclass

from knowledge.fiche import Cited


@dataclass(frozen=True, slots=True)
class Term:
    """One term; `people` are people's own words for it, `former` the names it had, `current` the one it has now if it changed."""

    __pydantic_config__ = {"extra": "forbid"}
    id: str
    term: str
    meaning: str
    meaning_en: str
    expansion: str | None = None
    people: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    current: str | None = None
    source: Cited | None = None
    parameter: str | None = None
    related: tuple[str, ...] = ()
