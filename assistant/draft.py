"""An answer before it is verified: sentences, and the sources they rest on."""

from dataclasses import dataclass

from assistant.answer import Clarify, DeadlineCard, LawNote, Outcome, PartnerCard
from knowledge.corpus import Passage


@dataclass(frozen=True, slots=True)
class Draft:
    """`lead` is the direct answer; `more` are further paragraphs, dropped from the end when there is no room."""

    outcome: Outcome
    lead: str
    more: tuple[str, ...] = ()
    passages: tuple[tuple[Passage, str | None], ...] = ()
    law_notes: tuple[LawNote, ...] = ()
    partners: tuple[PartnerCard, ...] = ()
    deadlines: tuple[DeadlineCard, ...] = ()
    clarify: Clarify | None = None
    stage: str | None = None
    fiche: str | None = None
