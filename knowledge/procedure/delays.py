"""The delays of the law as the jurist writes them: which rule, at which stages, from which fact, counted how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from knowledge.dated import Confidence
from knowledge.procedure.stage import Stage


@dataclass(frozen=True, slots=True)
class Both:
    """A sentence in French and in English."""

    __pydantic_config__ = {"extra": "forbid"}
    fr: str
    en: str


@dataclass(frozen=True, slots=True)
class CountingRule:
    """How a parameter's delay is counted; `extension_642` is oui, non or incertaine (then it is not extended)."""

    __pydantic_config__ = {"extra": "forbid"}
    parameter: str
    starts: str
    direction: str
    count: str | dict[str, str]
    extension_642: str
    display: str
    confidence: Confidence
    duration: str | None = None
    examples: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Only:
    """Whom a delay concerns; what was not told rules nothing out, but for `told`: its start must be told."""

    __pydantic_config__ = {"extra": "forbid"}
    told: bool = False
    unpaid_rent: bool = False
    housing_aid: bool = False
    landlord_type: str | None = None
    decision: str | None = None
    departments: tuple[str, ...] = ()
    elsewhere_than: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A delay worth a date: which parameter, at which stages, from which fact; `after` is a delay whose end starts it.

    `asked` are the words of a question about it; `bounds` the act whose day it limits: at the latest where it is counted back, at the earliest otherwise.
    """

    __pydantic_config__ = {"extra": "forbid"}
    parameter: str
    stages: tuple[Stage, ...]
    starts: str
    label: str
    label_en: str
    rule: str
    rule_en: str
    only: Only = field(default_factory=Only)
    item: int | None = None
    suffix: str | None = None
    direction: str | None = None
    after: str | None = None
    asked: tuple[str, ...] = ()
    bounds: Stage | None = None

    @property
    def id(self) -> str:
        """The contract's id: the parameter, with the suffix of one of its several delays."""
        return f"{self.parameter}:{self.suffix}" if self.suffix else self.parameter


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dating needs beside the law: the table of delays, how each is counted, the public holidays."""

    rules: tuple[DeadlineRule, ...]
    counting: Mapping[str, CountingRule]
    missing: Mapping[str, Both]
    holidays: Callable[[date], bool] = field(repr=False)
