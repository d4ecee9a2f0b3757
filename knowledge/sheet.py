"""The procedure schema: a sheet a stage, and the statements that rest on the documents."""

from dataclasses import dataclass, field

from knowledge.fiche import Cited
from knowledge.procedure.deadlines import Both
from knowledge.procedure.stage import Stage


@dataclass(frozen=True, slots=True)
class Paper:
    """The act that opens a stage, and how to recognise it."""

    __pydantic_config__ = {"extra": "forbid"}
    name: Both
    brought_by: Both
    title: str
    phrases: tuple[str, ...]
    beware: Both


@dataclass(frozen=True, slots=True)
class ToDo:
    """Something to do at a stage; `before` is a deadline's id; `roles` empty = everyone."""

    __pydantic_config__ = {"extra": "forbid"}
    label: Both
    why: Both
    partner: str | None = None
    before: str | None = None
    roles: tuple[str, ...] = ()
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What the person may ask for, from whom, and the parameter or passage that gives it."""

    __pydantic_config__ = {"extra": "forbid"}
    label: Both
    partner: str | None = None
    parameter: str | None = None
    source: Cited | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Follower:
    """A stage that may come next: on what condition, and which delay must have run (`after` is a deadline's id)."""

    __pydantic_config__ = {"extra": "forbid"}
    stage: Stage
    condition: Both
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a document says of a stage or of the commission, in a sentence that can be read alone.

    `kind`: engagement, droit, delai, courrier, alerte, critere, objectif, organisation, indicateur, information.
    """

    __pydantic_config__ = {"extra": "forbid"}
    id: str
    kind: str
    text: str
    source: Cited
    who: str | None = None
    partner: str | None = None
    to: str | None = None
    stages: tuple[Stage, ...] = ()
    parameters: tuple[str, ...] = ()
    department: str = ""
    text_en: str | None = None

    def said(self, language: str) -> str | None:
        """The sentence in `fr` or `en`; None where it is not translated."""
        return self.text_en if language == "en" else self.text


@dataclass(frozen=True, slots=True)
class StageSheet:
    """A stage of the procedure, national content; the départements add their statements."""

    __pydantic_config__ = {"extra": "forbid"}
    id: Stage
    label: Both
    plain: Both
    paper: Paper | None = None
    parameters: tuple[str, ...] = ()
    actions: tuple[ToDo, ...] = ()
    rights: tuple[Entitlement, ...] = ()
    next: tuple[Follower, ...] = ()
    passages: tuple[Cited, ...] = ()
    statements: tuple[Statement, ...] = field(default=())
