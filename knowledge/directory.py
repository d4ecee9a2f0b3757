"""Partners: who they are, how to reach them, and whom to call at a stage."""

from dataclasses import dataclass, field

from knowledge.fiche import Cited
from knowledge.procedure.deadlines import Both
from knowledge.procedure.stage import Stage


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach someone, with its source, its date and its confidence; an old one is shown « à confirmer »."""

    __pydantic_config__ = {"extra": "forbid"}
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    url: str | None = None
    source: str | None = None
    as_of: str | None = None
    confidence: str = "haute"


@dataclass(frozen=True, slots=True)
class Partner:
    """Someone who can help, under the contract's id."""

    __pydantic_config__ = {"extra": "forbid"}
    id: str
    name: Both
    role: Both
    contact: Contact = field(default_factory=Contact)
    source: Cited | None = None
    parameter: str | None = None


@dataclass(frozen=True, slots=True)
class Local:
    """A partner's contact in one territory: an arrondissement, a commune, or, when neither is named, the whole département.

    `department` comes from the file's name.
    """

    __pydantic_config__ = {"extra": "forbid"}
    partner: str
    name: Both
    contact: Contact
    arrondissements: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    source: Cited | None = None
    department: str = ""


@dataclass(frozen=True, slots=True)
class Pointer:
    """One partner in the order of a stage: why to call, what to bring, and for whom it counts.

    `when` names facts that must hold: housing_aid: true/false, landlord_type: social/prive, department: "62".
    """

    __pydantic_config__ = {"extra": "forbid"}
    partner: str
    why: Both
    bring: Both | None = None
    when: dict[str, str | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Orientation:
    """Whom to call at a stage, for a role, most useful first."""

    __pydantic_config__ = {"extra": "forbid"}
    stage: Stage
    role: str
    partners: tuple[Pointer, ...]
