"""Which question comes next: the one that what is known still lacks, six at most."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from assistant.answer import Place, SituationReport
from assistant.lacking import DATED_BY_THE_ACT
from knowledge.procedure.stage import Stage
from portal.situation.state import State

MOST = 6
UNPAID = {Stage.IMPAYE_NAISSANT, Stage.IMPAYE_CONSTITUE}


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers offered: the paper it is about, and the facts it tells."""

    __pydantic_config__ = {"extra": "forbid"}
    value: str
    sets: dict[str, str]
    paper: Stage | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question: how it is answered, and with which choices."""

    __pydantic_config__ = {"extra": "forbid"}
    kind: str
    options: tuple[Option, ...] = field(default=())


@cache
def questions() -> Mapping[str, Question]:
    """The questions, in the order in which they are asked."""
    data = yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text("utf-8"))
    return TypeAdapter(dict[str, Question]).validate_python(data)


def next_question(state: State, report: SituationReport) -> str | None:
    """The next question, or None when enough is known or enough was asked."""
    if len(state.asked) >= MOST or report.outcome in {Place.EMERGENCY, Place.OUT_OF_SCOPE}:
        return None
    return next((name for name in questions() if name not in state.asked and is_lacking(name, report)), None)


def is_lacking(name: str, report: SituationReport) -> bool:
    """Whether the answer to that question would still tell something."""
    asked_for = report.clarify.field if report.clarify else None
    return name == asked_for or (report.outcome is Place.LOCATED and _LACKING[name](report))


def _never(_: SituationReport) -> bool:
    return False


def _unpaid(report: SituationReport) -> bool:
    return report.stage in UNPAID


def _depends_on_the_lease(report: SituationReport) -> bool:
    """The same delay stands there twice: once for each side of the reform."""
    ids = [card.id for card in report.deadlines]
    return len(set(ids)) < len(ids)


_LACKING: Mapping[str, Callable[[SituationReport], bool]] = {
    "act": _never,
    "judgment": _never,
    "act_date": lambda report: report.stage in DATED_BY_THE_ACT and report.entities.act_date is None,
    "hearing_date": lambda report: report.stage == Stage.ASSIGNATION and report.entities.hearing_date is None,
    "months_unpaid": lambda report: _unpaid(report) and report.entities.months_unpaid is None and report.entities.debt_eur is None,
    "lease_date": lambda report: report.entities.lease_date is None and _depends_on_the_lease(report),
    "debt_eur": lambda report: report.stage != Stage.BAIL_EN_COURS and report.entities.debt_eur is None,
    "rent_eur": _never,
    "commune": lambda report: report.entities.commune is None,
    "housing_aid": lambda report: _unpaid(report) and report.entities.housing_aid is None,
}
