"""What each file of `knowledge/data` holds at its top, where it is more than one value of a type."""

from dataclasses import dataclass, field

from knowledge.directory import Local, Orientation, Partner
from knowledge.emergency import Emergency
from knowledge.glossary import Term
from knowledge.procedure.deadlines import Both, CountingRule, DeadlineRule
from knowledge.sheet import Statement


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of an edition: the text's name, its département, its date and what is known of that date."""

    __pydantic_config__ = {"extra": "forbid"}
    id: str
    title: str
    short_title: str
    department: str
    date: str
    date_note: str
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DeadlineFile:
    """The delays that are dated, the facts they lack, and how an unsure date is said."""

    __pydantic_config__ = {"extra": "forbid"}
    deadlines: tuple[DeadlineRule, ...]
    missing: dict[str, Both]
    to_check: Both
    vague: Both


@dataclass(frozen=True, slots=True)
class CountingFile:
    """How each delay is counted."""

    __pydantic_config__ = {"extra": "forbid"}
    rules: tuple[CountingRule, ...]
    unlisted: str
    public_holidays: str


@dataclass(frozen=True, slots=True)
class PartnerFile:
    """The partners, national."""

    __pydantic_config__ = {"extra": "forbid"}
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class LocalFile:
    """The contacts of one département."""

    __pydantic_config__ = {"extra": "forbid"}
    local: tuple[Local, ...]


@dataclass(frozen=True, slots=True)
class OrientationFile:
    """Whom to call, by stage and role."""

    __pydantic_config__ = {"extra": "forbid"}
    orientation: tuple[Orientation, ...]


@dataclass(frozen=True, slots=True)
class StatementFile:
    """What a text of a département says, statement by statement."""

    __pydantic_config__ = {"extra": "forbid"}
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class EmergencyFile:
    """The emergency numbers."""

    __pydantic_config__ = {"extra": "forbid"}
    emergencies: tuple[Emergency, ...]


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """The terms."""

    __pydantic_config__ = {"extra": "forbid"}
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A section (`document#ancre`) or a parameter on which no fiche rests, and why that is right."""

    __pydantic_config__ = {"extra": "forbid"}
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class UncoveredFile:
    """What no fiche needs to answer."""

    __pydantic_config__ = {"extra": "forbid"}
    uncovered: tuple[Uncovered, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """A correction of the source text, five words at most."""

    __pydantic_config__ = {"extra": "forbid"}
    source: str
    edition: str
    reason: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A passage that the edition brought back to its place."""

    __pydantic_config__ = {"extra": "forbid"}
    passage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Errata:
    """What differs between a source file and its editions."""

    __pydantic_config__ = {"extra": "forbid"}
    documents: tuple[str, ...]
    glyphs: dict[str, str] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    moves: tuple[Move, ...] = ()


Asked = dict[str, tuple[str, ...]]
ErrataFile = dict[str, Errata]
