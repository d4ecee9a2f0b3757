"""What the API accepts; unknown enumerated values are refused with the list of the accepted ones."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

QUESTION_LIMIT, MESSAGE_LIMIT = 2000, 4000
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2200, 12, 31))]
Department = Annotated[str, StringConstraints(pattern=r"^(\d{2,3}|2[AB])$")]


class Role(StrEnum):
    """Who asks."""

    LOCATAIRE = "locataire"
    BAILLEUR = "bailleur"
    TRAVAILLEUR_SOCIAL = "travailleur-social"
    JURISTE = "juriste"


class Language(StrEnum):
    """The language of the answer."""

    FR = "fr"
    EN = "en"


class LandlordType(StrEnum):
    """Who lets."""

    SOCIAL = "social"
    PRIVE = "prive"


class MotiveIn(StrEnum):
    """Why the landlord wants the tenant to leave."""

    IMPAYE = "impaye"
    TROUBLES = "troubles"
    CONGE = "conge"


class JudgmentIn(StrEnum):
    """What the judge decided."""

    DELAIS = "delais"
    RESILIATION = "resiliation"
    INCONNU = "inconnu"


class Known(BaseModel):
    """What is already known: the contract's entities, the last act (a stage id) and the judgment's terms."""

    model_config = ConfigDict(extra="ignore")

    act: str | None = None
    judgment: JudgmentIn | None = None
    act_date: Day | None = None
    hearing_date: Day | None = None
    lease_date: Day | None = None
    debt_eur: Annotated[float, Field(ge=0, le=10_000_000)] | None = None
    rent_eur: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    months_unpaid: Annotated[float, Field(ge=0, le=1200)] | None = None
    commune: Annotated[str, StringConstraints(max_length=80)] | None = None
    department: Department | None = None
    landlord_type: LandlordType | None = None
    housing_aid: bool | None = None
    role: Role | None = None
    motive: MotiveIn | None = None


class Context(BaseModel):
    """What went before in a conversation."""

    model_config = ConfigDict(extra="ignore")

    known: Known | None = None
    previous_question: Annotated[str, StringConstraints(max_length=QUESTION_LIMIT)] | None = None


class QuestionIn(BaseModel):
    """A question."""

    question: Annotated[str, StringConstraints(min_length=1, max_length=QUESTION_LIMIT)]
    department: Department | None = None
    role: Role | None = None
    today: Day | None = None
    language: Language | None = None
    context: Context | None = None


class SituationIn(BaseModel):
    """A message that tells a situation."""

    message: Annotated[str, StringConstraints(min_length=1, max_length=MESSAGE_LIMIT)]
    today: Day | None = None
    language: Language | None = None
    known: Known | None = None
