"""The only place that chooses implementations, and the only one that reads the clock."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from assistant.answer import Answer, SituationReport
from assistant.engine import Engine
from assistant.langchain_model import build_rephraser
from assistant.local_adil import with_local_adils
from assistant.pipeline import run
from assistant.reporting import report
from assistant.settings import assistant_settings
from assistant.turn import Turn
from knowledge.loading import load
from retrieval.bootstrap import build_search
from retrieval.settings import retrieval_settings
from retrieval.spelling import is_english
from retrieval.stems import fold
from retrieval.vectors import count_up
from retrieval.windows import Windows

PARIS = ZoneInfo("Europe/Paris")
WARMING = "Je dois 2 mois de loyer à Arras, que faire ?"  # reads places, amounts and stages, and searches


def current_day() -> date:
    """The day in Paris: where the day enters when a request gives none."""
    return datetime.now(PARIS).date()  # noqa: TID251 (the one clock)


@dataclass(frozen=True, slots=True)
class Assistant:
    """The questions and situations of everyone, over one engine."""

    engine: Engine

    def answer(
        self,
        question: str,
        today: date,
        *,
        department: str | None = None,
        role: str | None = None,
        language: str | None = None,
        known: Mapping[str, Any] | None = None,
        previous: str | None = None,
    ) -> Answer:
        """One grounded answer."""
        spoken = language or ("en" if is_english(fold(question)) else "fr")
        return run(Turn(question, today, spoken, department, role, known or {}, previous), self.engine)

    def situation(self, message: str, today: date, *, language: str | None = None, known: Mapping[str, Any] | None = None) -> SituationReport:
        """Where a person stands."""
        return report(message, today, self.engine, language, known)


def build_assistant() -> Assistant:
    """Load the knowledge, open or build the index, answer one question: what is read at the first one is read before anybody asks."""
    settings = assistant_settings()
    rephraser = build_rephraser(settings) if settings.model else None
    knowledge = with_local_adils(load(), settings.adil_numbers, current_day())
    search = build_search(knowledge, retrieval_settings(), count_up)
    engine = Engine(knowledge, search, Windows(knowledge.passages))
    Assistant(engine).answer(WARMING, current_day())
    return Assistant(replace(engine, rephraser=rephraser))
