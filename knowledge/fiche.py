"""Fiches: one everyday question each, answered from the texts and the dated law."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Cited:
    """A verbatim span of a document's section."""

    __pydantic_config__ = {"extra": "forbid"}
    document: str
    section: str
    quote: str


@dataclass(frozen=True, slots=True)
class Wording:
    """An answer's wording from a day on: the law changes it (`since`)."""

    __pydantic_config__ = {"extra": "forbid"}
    since: date
    short: str
    short_en: str
    expert: str | None = None


@dataclass(frozen=True, slots=True)
class Fiche:
    """One question with its short answer, its steps, and what both rest on.

    `departments` empty = everywhere; `yes_no` is set where the question is one; `asked` holds the ways people ask it.
    """

    __pydantic_config__ = {"extra": "forbid"}
    id: str
    question: str
    question_en: str
    roles: tuple[str, ...]
    stages: tuple[str, ...]
    short: str
    short_en: str
    asked: tuple[str, ...]
    steps: tuple[str, ...] = ()
    expert: str | None = None
    departments: tuple[str, ...] = ()
    yes_no: str | None = None
    dated: tuple[Wording, ...] = ()
    passages: tuple[Cited, ...] = ()
    parameters: tuple[str, ...] = ()
    differences: dict[str, str] = field(default_factory=dict)
    partners: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    def on(self, day: date) -> tuple[str, str, str]:
        """The short answer, its English and its technical wording, as they stand on *day*."""
        for wording in sorted(self.dated, key=lambda w: w.since, reverse=True):
            if wording.since <= day:
                return wording.short, wording.short_en, wording.expert or self.expert or wording.short
        return self.short, self.short_en, self.expert or self.short
