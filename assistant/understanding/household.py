"""Who writes, who lets, why, and what helps or weakens the household."""

from dataclasses import dataclass

from assistant.understanding.expressions import Patterns, expressions
from knowledge.procedure.situation import Motive, Scope


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


def read_household(text: str) -> Household:
    """The role of who writes, the landlord, the aid, the motive, and what is out of scope."""
    said = expressions("household")
    role = _role(text)
    motive, scope = _first(said["motives"], text), _first(said["scopes"], text)
    return Household(
        role=role,
        landlord_type=_landlord_type(text, role),
        housing_aid=False if said["aid-cut"].search(text) else True if said["aid"].search(text) else None,
        motive=Motive(motive) if motive else None,
        scope=Scope(scope) if scope else None,
        status=_first(said["status"], text),
        vulnerable=_all(said["vulnerable"], text),
        steps=_all(said["steps"], text),
        mentions=_all(said["mentions"], text),
    )


def _role(text: str) -> str | None:
    """A social worker or a landlord says so; a relative who writes for a tenant is one."""
    said = expressions("household")
    if said["social-worker"].search(text):
        return "travailleur-social"
    if said["landlord"].search(text):
        return "bailleur"
    return "locataire" if said["tenant"].search(text) or (said["first-person"].search(text) and said["tenancy"].search(text)) else None


def _landlord_type(text: str, role: str | None) -> str | None:
    """Social by its name or its kind; private for a person, an agency, a family company, or a landlord who writes."""
    said = expressions("household")
    if said["social"].search(text):
        return "social"
    return "prive" if role == "bailleur" or said["private"].search(text) else None


def _first(patterns: Patterns, text: str) -> str | None:
    return next((name for name, pattern in patterns.items() if pattern.search(text)), None)


def _all(patterns: Patterns, text: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in patterns.items() if pattern.search(text))
