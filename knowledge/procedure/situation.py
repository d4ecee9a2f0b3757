"""What a person told of their situation. None always means « not told », never « no »."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.procedure.stage import Stage


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was told: `first` and `last` differ where the words are vague (« début mars »)."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether the words name one day."""
        return self.first == self.last


class Judgment(StrEnum):
    """What the judge decided."""

    DELAIS = "delais"
    RESILIATION = "resiliation"
    UNKNOWN = "inconnu"


class Motive(StrEnum):
    """Why the landlord wants the tenant to leave."""

    IMPAYE = "impaye"
    TROUBLES = "troubles"
    CONGE = "conge"


class Scope(StrEnum):
    """Why a situation is none of ours."""

    PROPRIETAIRE = "proprietaire-occupant"
    BAIL_COMMERCIAL = "bail-commercial"
    SQUAT = "squat"
    VOISINAGE = "voisinage"
    HORS_SUJET = "hors-sujet"


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the procedure that is still alive: the stage it opens, its day, and whether that day is its service.

    `decided` is the day of a decision, where `day` is that of its service.
    """

    stage: Stage
    day: Day | None = None
    served: bool = True
    decided: Day | None = None

    @property
    def own_day(self) -> Day | None:
        """The day that the act bears."""
        return self.decided or self.day


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts of one household, under the contract's names where it has them."""

    acts: tuple[Act, ...] = ()
    unclear_act: str | None = None
    hearing: Day | None = None
    judgment: Judgment | None = None
    decision: str | None = None
    plan_respected: bool | None = None
    plan_done: bool | None = None
    lease: Day | None = None
    lease_renewed: bool | None = None
    debt_eur: float | None = None
    rent_eur: float | None = None
    months_unpaid: float | None = None
    debt_told: bool | None = None
    debt_lasting: bool | None = None
    debt_beginning: bool | None = None
    debt_unmeasured: bool | None = None
    lease_told: bool | None = None
    first_default: Day | None = None
    free_day: Day | None = None
    commune: str | None = None
    department: str | None = None
    arrondissement: str | None = None
    landlord_type: str | None = None
    housing_aid: bool | None = None
    role: str | None = None
    motive: Motive | None = None
    scope: Scope | None = None
    steps_taken: dict[str, Day | None] = field(default_factory=dict)
    vulnerable: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()

    @property
    def furthest(self) -> Act | None:
        """The living act that stands furthest in the procedure; of two of the same stage, the last one dated."""
        return max(self.acts, key=lambda act: (act.stage.rank, act.day.first if act.day else date.min), default=None)
