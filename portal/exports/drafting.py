"""A letter as it was sent back: every field and the text may have changed; a text untouched follows its fields."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from starlette.exceptions import HTTPException

from assistant.answer import SituationReport
from knowledge.loading import Knowledge
from portal.exports.filling import Draft, addressee_of, facts_of, filled, heading, texts_of
from portal.exports.letter import Letter
from portal.exports.words import say
from portal.situation.form import Fields, one
from portal.situation.words import fault

SLOT = "slot-"
FOLLOWING = ("addressee", "body")  # the parts that hold fields


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, the fields it was filled from, the marks of its untouched parts, and what the person should know."""

    draft: Draft
    values: Mapping[str, str]
    marks: Mapping[str, str]
    warning: str | None = None


def drafted(letter: Letter, fields: Fields, report: SituationReport, knowledge: Knowledge, today: date) -> Drafted:
    """The draft for these fields; the first time, the one for the situation."""
    values = _values(letter, fields) or facts_of(letter, report, knowledge)
    made = {
        "addressee": addressee_of(letter, report, values, knowledge, today),
        "body": filled(letter.body, letter, values, knowledge, today),
    }
    afresh = one(fields, "go") == "fill"
    kept = {name: _kept(name, text, fields) for name, text in made.items()} if not afresh else made
    warned = any(kept[name] != made[name] and _changed_since(name, made[name], fields) for name in FOLLOWING)
    draft = Draft(
        letter=letter,
        sender=_typed(fields, "sender", say("letter-sender")),
        addressee=kept["addressee"],
        heading=_typed(fields, "heading", heading(report.entities.commune or "", today)),
        subject=_typed(fields, "subject", letter.subject),
        body=kept["body"],
        attached=_typed(fields, "attached", "\n".join(letter.attach)),
        notice=filled(letter.notice, letter, values, knowledge, today),
        texts=texts_of(letter, knowledge, today),
    )
    return Drafted(draft, values, {name: mark(text) for name, text in made.items()}, _warning(draft, warned=warned))


def mark(text: str) -> str:
    """What tells an untouched text from a changed one."""
    return hashlib.sha256("\n".join(line.rstrip() for line in text.strip().splitlines()).encode()).hexdigest()[:16]


def _values(letter: Letter, fields: Fields) -> dict[str, str]:
    known = {slot.id for slot in letter.slots}
    typed = {name.removeprefix(SLOT): one(fields, name) for name in fields if name.startswith(SLOT)}
    for name in typed:
        if name not in known:
            raise HTTPException(422, fault("unknown-slot", name=name[:80]))
    return typed


def _kept(name: str, made: str, fields: Fields) -> str:
    """What was typed if it was changed, else what the fields now make."""
    typed = one(fields, name)
    untouched = name not in fields or mark(typed) == one(fields, f"mark-{name}")
    return made if untouched else typed


def _changed_since(name: str, made: str, fields: Fields) -> bool:
    return mark(made) != one(fields, f"mark-{name}")


def _typed(fields: Fields, name: str, otherwise: str) -> str:
    return one(fields, name) if name in fields else otherwise


def _warning(draft: Draft, *, warned: bool) -> str | None:
    if not draft.body:
        return say("letter-empty")
    return say("letter-changed") if warned else None
