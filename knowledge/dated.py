"""Values of the law, each with its dates, its text, and the fact whose date selects it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Confidence(StrEnum):
    """How sure the dossier is: haute (official text or two good sources), moyenne (one source), faible (unverified)."""

    HAUTE = "haute"
    MOYENNE = "moyenne"
    FAIBLE = "faible"


class Selector(StrEnum):
    """The fact whose date selects a version of a rule."""

    BAIL = "bail"
    ACTE = "acte"
    AUDIENCE = "audience"
    AUJOURD_HUI = "aujourd-hui"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a version was read: `consulted` is the date of the information, `via` says when the page was not read itself."""

    __pydantic_config__ = {"extra": "forbid"}
    url: str | None
    consulted: date | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An element of a value: a number with its unit (jours, semaines, mois, ans, eur, x-loyer), or words."""

    __pydantic_config__ = {"extra": "forbid"}
    number: float | None = None
    unit: str | None = None
    detail: str | None = None
    text: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Value(Quantity):
    """What a rule says: one quantity, a range, several, or words."""

    __pydantic_config__ = {"extra": "forbid"}
    min: Quantity | None = None
    max: Quantity | None = None
    list: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a rule, `start` and `end` included; None = unknown start, or still in force.

    `requires` names facts that must hold (`lease: since-2023-07-29`); `complements` marks an exception or an addition that
    stands beside the rule instead of replacing it.
    """

    __pydantic_config__ = {"extra": "forbid"}
    value: Value | None
    start: date | None
    end: date | None
    legal_basis: str | None
    condition: str | None
    plain: str
    plain_en: str
    sources: tuple[Source, ...]
    confidence: Confidence
    note: str | None = None
    requires: dict[str, str] = field(default_factory=dict)
    complements: bool = False

    def in_force(self, day: date) -> bool:
        """Whether *day* lies between its dates."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def allowed(self, traits: Mapping[str, str]) -> bool:
        """Whether nothing told rules it out; a trait that was not told rules nothing out."""
        return all(traits.get(trait, wanted) == wanted for trait, wanted in self.requires.items())

    @property
    def shown(self) -> bool:
        """Whether its figures may be shown: never at low confidence, nor without a value."""
        return self.value is not None and self.confidence is not Confidence.FAIBLE


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a source text and the law differ, with the text's own words."""

    __pydantic_config__ = {"extra": "forbid"}
    document: str
    quote: str
    law_today: str
    nature: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known to select a version: dates by selector, and traits (`lease`, `landlord`, `decision`…); absent = not told."""

    today: date
    dates: dict[Selector, date] = field(default_factory=dict)
    traits: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Selected:
    """The one version that applies."""

    version: Version


@dataclass(frozen=True, slots=True)
class Several:
    """The versions that may apply, each by its condition: a fact is missing, or the rule has several parts."""

    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No version is known for that day."""

    reason: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A rule of the law under the dossier's id, with every version known."""

    __pydantic_config__ = {"extra": "forbid"}
    id: str
    label: str
    topic: str
    stages: tuple[str, ...]
    selected_by: Selector
    verified_on: date
    versions: tuple[Version, ...]
    gaps: tuple[Gap, ...] = ()

    def on(self, facts: Facts) -> Selected | Several | Unknown:
        """The version for these facts, the several that may apply, or why none is known.

        Without the lease's date every version a lease may carry stays; without an act's or a hearing's, it is taken as recent.
        """
        day = facts.dates.get(self.selected_by)
        told = [v for v in self.versions if v.allowed(facts.traits)]
        if day is None and self.selected_by is Selector.BAIL:
            chosen = tuple(v for v in told if (v.start or date.min) <= facts.today)
        else:
            chosen = _latest(v for v in told if v.in_force(day or facts.today))
        if not chosen:
            return Unknown(f"{self.label} : aucune version connue au {day or facts.today:%d/%m/%Y}, à vérifier auprès de l'ADIL")
        return Selected(chosen[0]) if len(chosen) == 1 else Several(chosen)

    def to_come(self, today: date) -> tuple[Version, ...]:
        """The versions that start after *today*."""
        return tuple(v for v in self.versions if v.start and v.start > today)


def _latest(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Among versions in force, the last started of each condition; a complement stands beside them."""
    kept: dict[tuple[object, ...], Version] = {}
    for version in sorted(versions, key=lambda v: v.start or date.min):
        key = (version.condition,) if version.complements else tuple(sorted(version.requires.items()))
        kept[key] = version
    return tuple(kept.values())
