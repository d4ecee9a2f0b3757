"""The fiche de liaison: what a social worker or the ADIL needs, on one page, in the person's own account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.wording import written_date
from knowledge.loading import Knowledge
from knowledge.procedure.stage import Stage
from portal.exports.words import say
from portal.pages.choices import STAGES
from portal.situation.card import Card, DateLine
from portal.situation.words import words

SHOWN_DATES, SHOWN_ACTIONS, SHOWN_PARTNERS, SHOWN_SOURCES = 5, 7, 3, 4


@dataclass(frozen=True, slots=True)
class FicheDate:
    """A date, what it is, and the text that gives it."""

    day: str
    label: str
    basis: str


@dataclass(frozen=True, slots=True)
class FicheDeLiaison:
    """The whole page, part by part; an empty part says so when it is written."""

    made: str
    stage: str
    told: Sequence[tuple[str, str]]
    dates: Sequence[FicheDate]
    done: Sequence[str]
    to_do: Sequence[str]
    questions: Sequence[str]
    call: Sequence[tuple[str, str]]
    sources: Sequence[str]
    informs: str


def fiche_of(card: Card, done: frozenset[int], did: str, questions: str, knowledge: Knowledge, today: date) -> FicheDeLiaison:
    """The fiche of a card in French, with what the person ticked (by rank of action), did besides, and wants to ask."""
    actions = [action.label for action in (*card.now, *card.later)][:SHOWN_ACTIONS]
    report = card.report
    return FicheDeLiaison(
        made=say("fiche-made", day=_day(today)),
        stage=_stage(card),
        told=[(say("fiche-role") if label == words("fr")["told-role"] else label, value) for label, value in card.told],
        dates=[_date(line) for line in (*card.dates, *card.past)][:SHOWN_DATES],
        done=[label for rank, label in enumerate(actions) if rank in done] + lines(did),
        to_do=[label for rank, label in enumerate(actions) if rank not in done],
        questions=lines(questions),
        call=[(one.name, one.phone or one.email or "") for one in report.partners if one.phone or one.email][:SHOWN_PARTNERS],
        sources=list(dict.fromkeys(citation.title for citation in report.citations))[:SHOWN_SOURCES],
        informs=say("fiche-informs", phone=knowledge.partners["adil"].contact.phone),
    )


def lines(text: str) -> list[str]:
    """The lines that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _stage(card: Card) -> str:
    if card.report.stage == Stage.INCONNU:
        return say("fiche-stage-unknown")
    rank = Stage(card.report.stage).rank + 1
    return say("fiche-stage-line", label=card.label, n=rank, most=len(STAGES))


def _date(line: DateLine) -> FicheDate:
    condition = f" ({say('fiche-if', condition=line.card.condition)})" if line.card.condition else ""
    return FicheDate(say("fiche-date", day=_day(line.day), left=line.left), line.card.label + condition, line.card.legal_basis or "")


def _day(day: date) -> str:
    return written_date(day, "fr").partition(" ")[2]
