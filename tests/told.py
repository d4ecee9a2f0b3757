"""The facts of a case, as a jurist writes them, to a `Situation`; an unknown one is refused by name."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from knowledge.procedure.situation import Act, Day, Motive, Scope, Situation
from knowledge.procedure.stage import Stage

OF_AN_ACT = {"act", "acts", "served"}
DAYS = ("hearing", "lease", "first_default")


def situation_of(case: Mapping[str, Any]) -> Situation:
    """The acts, days and steps of `facts`; every other key is a field of `Situation`."""
    facts = dict(case.get("facts") or {})
    rest = {name: value for name, value in facts.items() if name not in OF_AN_ACT | {"steps", "motive", "scope", "vulnerable", *DAYS}}
    return Situation(
        acts=_acts(Stage(case.get("stage", "inconnu")), facts),
        steps_taken={step: _day(day) for step, day in facts.get("steps", {}).items()},
        motive=Motive(facts["motive"]) if "motive" in facts else None,
        scope=Scope(facts["scope"]) if "scope" in facts else None,
        vulnerable=tuple(facts.get("vulnerable", ())),
        **{name: _day(facts[name]) for name in DAYS if name in facts},
        **rest,
    )


def _acts(stage: Stage, facts: Mapping[str, Any]) -> tuple[Act, ...]:
    """The acts told, or the one that opens the stage."""
    if "acts" in facts:
        return tuple(Act(Stage(name), _day(day)) for name, day in facts["acts"])
    return (Act(stage, _day(facts.get("act")), served=facts.get("served", True)),) if stage.rank >= Stage.COMMANDEMENT_DE_PAYER.rank else ()


def _day(value: date | list[date] | None) -> Day | None:
    """A day, or [first, last] where the words are vague."""
    if isinstance(value, list):
        return Day(value[0], value[1])
    return Day(value, value) if value else None
