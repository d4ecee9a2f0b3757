"""What comes back for a question or a situation: the fields of the public contract."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How far the documents, the law and the contacts answer a question."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    DECLINED = "declined"
    CLARIFY = "clarify"
    EMERGENCY = "emergency"


class Place(StrEnum):
    """How a situation came out."""

    LOCATED = "located"
    MISSING = "missing"
    OUT_OF_SCOPE = "out_of_scope"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote (700 characters at most) of a document's section; `url` opens the reader with it in view."""

    n: int
    document: str
    section: str
    quote: str
    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class LawNote:
    """Where the law differs from the documents, or says what they do not."""

    parameter: str
    text: str
    in_force_from: dt.date | None
    legal_basis: str | None
    source_url: str | None
    confidence: str


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """Whom to call, and why; a contact that is not known is None, an old one is dated and « à confirmer »."""

    partner: str
    name: str
    why: str
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    url: str | None = None
    source: str | None = None
    as_of: str | None = None
    bring: str | None = None


@dataclass(frozen=True, slots=True)
class DeadlineCard:
    """A date that matters, with its rule and its text."""

    id: str
    label: str
    date: dt.date | None
    from_date: dt.date | None
    duration: str | None
    rule: str
    condition: str | None
    legal_basis: str | None
    source: str | None
    confidence: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers offered."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Clarify:
    """The one datum asked for, in one plain question."""

    field: str
    question: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do now, most urgent first; `before` is a date."""

    label: str
    why: str
    partner: str | None
    before: dt.date | None


@dataclass(frozen=True, slots=True)
class Right:
    """What the person may ask for, with the text that gives it."""

    label: str
    source: str
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class NextStage:
    """What may follow, at the earliest when, and on what condition."""

    stage: str
    earliest: dt.date | None
    condition: str


@dataclass(frozen=True, slots=True)
class Entities:
    """What was understood of a situation; None = not said."""

    act_date: dt.date | None = None
    act_date_range: tuple[dt.date, dt.date] | None = None
    lease_date: dt.date | None = None
    lease_date_range: tuple[dt.date, dt.date] | None = None
    hearing_date: dt.date | None = None
    hearing_date_range: tuple[dt.date, dt.date] | None = None
    debt_eur: float | None = None
    rent_eur: float | None = None
    months_unpaid: float | None = None
    commune: str | None = None
    commune_candidates: tuple[str, ...] = ()
    department: str | None = None
    arrondissement: str | None = None
    landlord_type: str | None = None
    housing_aid: bool | None = None
    role: str | None = None
    motive: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One grounded answer."""

    outcome: Outcome
    answer: str
    citations: tuple[Citation, ...] = ()
    law_notes: tuple[LawNote, ...] = ()
    partners: tuple[PartnerCard, ...] = ()
    deadlines: tuple[DeadlineCard, ...] = ()
    entities: Entities | None = None
    clarify: Clarify | None = None
    stage: str | None = None
    language: str = "fr"
    engine: str = "extractive"
    fiche: str | None = None


@dataclass(frozen=True, slots=True)
class SituationReport:
    """Where a person stands, the dates that matter, what to do and whom to call."""

    outcome: Place
    reason: str
    stage: str
    entities: Entities
    deadlines: tuple[DeadlineCard, ...] = ()
    actions: tuple[Action, ...] = ()
    rights: tuple[Right, ...] = ()
    next_stage: NextStage | None = None
    needs_clarification: bool = False
    clarify: Clarify | None = None
    partners: tuple[PartnerCard, ...] = ()
    citations: tuple[Citation, ...] = ()
    law_notes: tuple[LawNote, ...] = ()
    language: str = "fr"
