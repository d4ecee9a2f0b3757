"""What was understood, as a form that can be corrected: the facts then stand alone, the first text is forgotten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.answer import Entities, SituationReport
from assistant.wording import pick
from knowledge.loading import Knowledge
from knowledge.place import Commune
from knowledge.procedure.stage import Stage
from portal.pages.choices import Option as Choice
from portal.pages.entry import Entry, read_amount, read_day
from portal.situation.answering import MOST_EUROS, OLDEST, YEARS_AHEAD, place_facts
from portal.situation.asking import UNPAID, Option, questions
from portal.situation.card import DAYS
from portal.situation.form import Fields, one
from portal.situation.state import State, read_state
from portal.situation.words import words

SUMS = {"debt_eur": MOST_EUROS, "rent_eur": MOST_EUROS, "months_unpaid": 600.0}
JUDGMENTS = {Stage.JUGEMENT_DELAIS: "delais", Stage.JUGEMENT_RESILIATION: "resiliation"}
KEPT = ("landlord_type", "role", "motive")


@dataclass(frozen=True, slots=True)
class Correction:
    """The fields of the form; `faults` says whether one must be corrected first."""

    paper: str
    judgment: str
    days: Mapping[str, Entry[date]]
    sums: Mapping[str, Entry[float]]
    commune: Entry[Commune]
    housing_aid: str
    role: str

    @property
    def faults(self) -> bool:
        """Whether something typed cannot be read."""
        entries: tuple[Entry[Any], ...] = (*self.days.values(), *self.sums.values(), self.commune)
        return any(entry.fault for entry in entries)


def correction_of(report: SituationReport) -> Correction:
    """The form, filled with what was understood."""
    told = report.entities
    aid = {True: "oui", False: "non"}
    return Correction(
        paper=_paper_of(Stage(report.stage), told),
        judgment=JUDGMENTS.get(Stage(report.stage), ""),
        days={name: _filled(getattr(told, name)) for name in DAYS},
        sums={name: _number(getattr(told, name)) for name in SUMS},
        commune=Entry(told.commune or ""),
        housing_aid=aid.get(told.housing_aid, "") if told.housing_aid is not None else "",
        role=told.role or "",
    )


def read_correction(fields: Fields, knowledge: Knowledge, today: date) -> Correction:
    """The form as it was sent, each entry read or refused."""
    place = one(fields, "commune")
    found = knowledge.gazetteer.find(place) if place else ()
    fault = words(read_state({"lang": (one(fields, "lang"),)}).language)["not-understood-place" if not found else "several-places"]
    return Correction(
        paper=one(fields, "paper"),
        judgment=one(fields, "judgment"),
        days={name: read_day(one(fields, name), OLDEST, today + YEARS_AHEAD if name == "hearing_date" else today) for name in DAYS},
        sums={name: read_amount(one(fields, name), most) for name, most in SUMS.items()},
        commune=Entry(place, found[0]) if len(found) == 1 else Entry(place, fault=fault if place else None),
        housing_aid=one(fields, "housing_aid"),
        role=one(fields, "role"),
    )


def corrected(correction: Correction, fields: Fields) -> State:
    """A state that knows these answers only."""
    kept = {name: (one(fields, name),) for name in (*KEPT, "lang")}
    facts: dict[str, str] = {}
    facts |= {name: entry.value.isoformat() for name, entry in correction.days.items() if entry.value}
    facts |= {name: str(entry.value) for name, entry in correction.sums.items() if entry.value is not None}
    facts |= _option("act", correction.paper) | _option("judgment", correction.judgment) | _option("housing_aid", correction.housing_aid)
    if correction.commune.value:
        facts |= place_facts(correction.commune.value)
    return replace(read_state(kept).learned(facts), asked=tuple(questions()))


def papers(knowledge: Knowledge, language: str) -> Sequence[Choice]:
    """The papers to choose from."""
    return [Choice(option.value, paper_title(option, knowledge, language)) for option in questions()["act"].options]


def paper_title(option: Option, knowledge: Knowledge, language: str) -> str:
    """What stands at the top of a paper; or the sentence of an answer that is no paper."""
    if option.title:
        return words(language)[option.title]
    paper = knowledge.sheets[option.paper].paper if option.paper else None
    if paper is None:
        return words(language)[f"option-act-{option.value}"]
    return paper.title if language == "fr" else f"{paper.title} – {pick(paper.name, language)}"


def _option(question: str, value: str) -> dict[str, str]:
    return next((option.sets for option in questions()[question].options if option.value == value), {})


def _paper_of(stage: Stage, told: Entities) -> str:
    """The answer of the questionnaire that leads to that stage."""
    if stage in JUDGMENTS:
        return "jugement"
    if stage in UNPAID:
        return "retard"
    if stage is Stage.BAIL_EN_COURS and told.debt_eur == 0:
        return "a-jour"
    return next((option.value for option in questions()["act"].options if option.sets.get("act") == stage), "")


def _filled(day: date | None) -> Entry[date]:
    return Entry(day.isoformat() if day else "", day)


def _number(value: Any) -> Entry[float]:
    return Entry("" if value is None else f"{value:g}".replace(".", ","), value)
