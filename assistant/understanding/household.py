"""Who writes, who lets, why, and what helps or weakens the household."""

import re
from dataclasses import dataclass

from assistant.understanding.expressions import Patterns, expressions
from assistant.understanding.roles import read_role
from knowledge.procedure.situation import Motive, Scope
from retrieval.spelling import Message


@dataclass(frozen=True, slots=True)
class Household:
    """What a message says of the people and the tenancy; None = not told."""

    role: str | None
    landlord_type: str | None
    housing_aid: bool | None
    motive: Motive | None
    scope: Scope | None
    status: str | None
    vulnerable: tuple[str, ...]
    steps: tuple[str, ...]
    mentions: tuple[str, ...]


def read_household(message: Message) -> Household:
    """The role of who writes, the landlord, the aid, the motive, and what is out of scope."""
    said, text = expressions("household"), message.text
    role = read_role(message)
    motive, scope = _first(said["motives"], text), read_scope(text)
    return Household(
        role=role,
        landlord_type=None if scope in {Scope.BAIL_COMMERCIAL, Scope.SQUAT} else _landlord_type(message, role),
        housing_aid=_housing_aid(text),
        motive=Motive(motive) if motive else None,
        scope=scope,
        status=_first(said["status"], text),
        vulnerable=_all(said["vulnerable"], text),
        steps=_all(said["steps"], text),
        mentions=_all(said["mentions"], text),
    )


def read_scope(text: str) -> Scope | None:
    """Why a situation is none of ours, unless a tenant's own words contradict it."""
    said = expressions("household")
    scope = _first(said["scopes"], text)
    return Scope(scope) if scope and not said["in-scope"][scope].search(text) else None


def _landlord_type(message: Message, role: str | None) -> str | None:
    """Social by its name or its kind; private for a person, an agency, a family company, or a landlord who writes."""
    said = expressions("household")
    if said["social"].search(message.text):
        return "social"
    private = said["private"].search(message.text) or said["private-sigle"].search(message.raw)
    return "prive" if role == "bailleur" or private else None


def _housing_aid(text: str) -> bool | None:
    """Whether the aid is paid: restored, cut, never had, or simply theirs; a fear of losing it means that it is there."""
    said = expressions("household")
    if said["aid-back"].search(text):
        return True
    for name in ("aid-cut", "aid-none"):
        for found in said[name].finditer(text):
            return bool(said["aid-feared"].search(re.split(r"[.;!?]", text[: found.start()])[-1]))
    return True if said["aid"].search(text) and not said["aid-asked"].search(text) else None


def _first(patterns: Patterns, text: str) -> str | None:
    return next((name for name, pattern in patterns.items() if pattern.search(text)), None)


def _all(patterns: Patterns, text: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in patterns.items() if pattern.search(text))
