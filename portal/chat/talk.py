"""What one conversation knows so far; it lives in the person's session and in their tab, nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any
from urllib.parse import urlencode

from pydantic import ValidationError

from assistant.answer import Answer, Entities, SituationReport
from knowledge.procedure.stage import Stage
from portal.api.requests import QUESTION_LIMIT, Known
from portal.situation.state import FACTS, State

UNTOLD = {Stage.INCONNU, Stage.BAIL_EN_COURS}
OF_THE_ACT = ("act_date", "hearing_date", "judgment")
CARD = "/ou-en-suis-je"


@dataclass(frozen=True, slots=True)
class Talk:
    """The facts told, the last question, the datum asked for, and where the questionnaire stands."""

    known: Mapping[str, str] = field(default_factory=dict)
    question: str = ""
    asking: str | None = None
    unknown: frozenset[str] = frozenset()
    guide: State | None = None

    def facts(self) -> dict[str, object]:
        """The facts as the assistant takes them."""
        return State(known=self.known).facts()

    def told(self, facts: Mapping[str, str]) -> "Talk":
        """The same with these facts."""
        return replace(self, known={**self.known, **facts})

    def heard(self, answer: Answer | SituationReport) -> "Talk":
        """The same with what that answer understood; a new act leaves the old one's dates behind."""
        said = _facts_of(answer.entities) if answer.entities else {}
        if answer.stage and answer.stage not in UNTOLD:
            said["act"] = str(answer.stage)
        kept = self.known
        if said.get("act", kept.get("act")) != kept.get("act"):
            kept = {name: value for name, value in kept.items() if name not in OF_THE_ACT}
        return replace(self, known={**kept, **said}, asking=answer.clarify.field if answer.clarify else None)

    def card(self) -> str | None:
        """The address of the result card, once an act is known."""
        return f"{CARD}?{urlencode(self.known)}" if self.known.get("act") else None


def resumed(told: Any) -> Talk | None:
    """What a tab kept, checked like anything that comes from outside; None when it is nothing or not ours."""
    known = told.get("known") if isinstance(told, dict) else None
    if not isinstance(known, dict):
        return None
    facts = {name: str(known[name])[:80] for name in FACTS if known.get(name)}
    question = str(told.get("question") or "")[:QUESTION_LIMIT]
    try:
        Known.model_validate(facts)
    except ValidationError:
        return None
    return Talk(facts, question) if facts or question else None


def _facts_of(entities: Entities) -> dict[str, str]:
    return {name: _written(value) for name in FACTS if (value := getattr(entities, name, None)) is not None}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.value if isinstance(value, Enum) else value)
