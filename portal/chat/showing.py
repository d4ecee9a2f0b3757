"""An answer as the chat shows it: plain text first, then dates, people to call, quotes with a link to their place."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.answer import Answer, Citation, DeadlineCard, LawNote, PartnerCard
from assistant.wording import written_date

PARTNERS, NOTES = 4, 3


@cache
def words() -> dict[str, Any]:
    """What the chat says of itself."""
    data: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
    return data


def shown(answer: Answer) -> str:
    """The whole answer as Markdown."""
    parts = [
        answer.answer,
        _part("dates", [_deadline(card, answer.language) for card in answer.deadlines if card.date]),
        _part("partners", [_partner(card) for card in answer.partners[:PARTNERS]]),
        _part("sources", [_citation(citation) for citation in answer.citations]),
        _part("law", [_note(note) for note in answer.law_notes[:NOTES]]),
    ]
    return "\n\n".join(part for part in parts if part)


def _part(title: str, lines: list[str]) -> str:
    return "\n\n".join((str(words()[title]), "\n".join(lines))) if lines else ""


def _deadline(card: DeadlineCard, language: str) -> str:
    condition = f" ({card.condition})" if card.condition else ""
    return f"- **{written_date(card.date, language) if card.date else ''}** — {card.label}{condition}"


def _partner(card: PartnerCard) -> str:
    phone = f" : [{card.phone}](tel:{card.phone.replace(' ', '')})" if card.phone else ""
    reach = " · ".join(filter(None, (card.email, card.address)))
    return f"- **{card.name}**{phone} — {card.why}" + (f" {reach}" if reach else "")


def _citation(citation: Citation) -> str:
    return f"- [{citation.n}] « {citation.quote} » — [{citation.title}]({citation.url})"


def _note(note: LawNote) -> str:
    return f"- {note.text}" + (f" *({note.legal_basis})*" if note.legal_basis else "")
