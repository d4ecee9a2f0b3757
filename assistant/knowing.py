"""What a request already knows, put beside what its message says; the message wins."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.understanding.reading import Understood
from knowledge.place import Gazetteer
from knowledge.procedure.situation import Act, Day, Judgment, Motive, Situation
from knowledge.procedure.stage import Stage

PLAIN = ("debt_eur", "rent_eur", "months_unpaid", "landlord_type", "housing_aid", "role", "department")
TOLD: Mapping[Stage, Mapping[str, Any]] = {
    Stage.BAIL_EN_COURS: {"debt_told": False},
    Stage.IMPAYE_NAISSANT: {"debt_told": True},
    Stage.IMPAYE_CONSTITUE: {"debt_told": True, "debt_lasting": True},
}
NO_ACT = {*TOLD, Stage.INCONNU}


def completed(understood: Understood, known: Mapping[str, Any], department: str | None, role: str | None, gazetteer: Gazetteer) -> Understood:
    """The same message with the known facts it does not contradict."""
    situation = understood.situation
    changes = {name: known[name] for name in PLAIN if known.get(name) is not None and getattr(situation, name) is None}
    changes |= {"department": situation.department or known.get("department") or department}
    changes |= {"role": situation.role or known.get("role") or role}
    situation = replace(situation, **changes)
    situation = _placed(_dated(_acted(situation, known), known), known, gazetteer)
    tells = understood.tells or bool(known.get("act")) or bool(situation.acts and known)
    return replace(understood, situation=situation, tells=tells)


def _acted(situation: Situation, known: Mapping[str, Any]) -> Situation:
    """The last act and the judgment's terms, as they were answered."""
    stage = Stage(known["act"]) if known.get("act") in set(Stage) else None
    if stage and stage not in NO_ACT and not situation.acts:
        day = _day(known.get("act_date")) or situation.free_day
        situation = replace(situation, acts=(Act(stage, day),), unclear_act=None, judgment=_judgment_of(stage))
    elif stage and stage in TOLD and not situation.acts:
        situation = replace(situation, unclear_act=None, **TOLD[stage])
    if known.get("judgment"):
        situation = replace(situation, judgment=Judgment(known["judgment"]))
    return situation


def _judgment_of(stage: Stage) -> Judgment | None:
    return {Stage.JUGEMENT_DELAIS: Judgment.DELAIS, Stage.JUGEMENT_RESILIATION: Judgment.RESILIATION}.get(stage)


def _dated(situation: Situation, known: Mapping[str, Any]) -> Situation:
    """Dates known before; an act told without a day takes the known one."""
    act_day = _day(known.get("act_date"))
    acts = tuple(replace(act, day=act.day or act_day) if act is situation.furthest else act for act in situation.acts)
    motive = situation.motive or (Motive(known["motive"]) if known.get("motive") else None)
    return replace(
        situation,
        acts=acts,
        lease=situation.lease or _day(known.get("lease_date")),
        hearing=situation.hearing or _day(known.get("hearing_date")),
        motive=motive,
    )


def _placed(situation: Situation, known: Mapping[str, Any], gazetteer: Gazetteer) -> Situation:
    if situation.commune or not known.get("commune"):
        return situation
    found = gazetteer.find(str(known["commune"]), situation.department)
    if len(found) != 1:
        return situation
    return replace(situation, commune=found[0].name, department=found[0].department, arrondissement=found[0].arrondissement)


def _day(value: object) -> Day | None:
    return Day(value, value) if isinstance(value, date) else None
