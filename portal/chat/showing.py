"""An answer as the chat shows it: plain text first, then dates, people to call, quotes with a link to their place."""

from datetime import date

from assistant.answer import Answer, Citation, DeadlineCard, LawNote, Outcome, PartnerCard
from assistant.wording import written_date
from portal.chat.words import words
from portal.pages.catalogue import Catalogue

PARTNERS, NOTES, QUOTE, MARKS = 4, 3, 260, 3
READER = "/textes/"


def shown(answer: Answer, catalogue: Catalogue) -> str:
    """The whole answer as Markdown; marks after its first paragraph lead to the first passages."""
    lead, _, rest = answer.answer.partition("\n\n")
    most = 1 if answer.clarify else PARTNERS  # a question keeps its choices in view
    calls = _part("partners", [_partner(card, answer.language) for card in answer.partners[:most]], answer)
    urgent = answer.outcome is Outcome.EMERGENCY
    parts = [
        calls if urgent else "",
        _joined(lead, *(f"[[{citation.n}]]({citation.url})" for citation in answer.citations[:MARKS])),
        rest,
        _part("dates", [_deadline(day, card, answer.language) for day, card in _dated(answer)], answer),
        "" if urgent else calls,
        _part("sources", [_citation(citation, answer.language, catalogue) for citation in answer.citations], answer),
        _part("law", [_note(note) for note in answer.law_notes[:NOTES]], answer),
    ]
    return "\n\n".join(part for part in parts if part)


def _said(name: str, language: str, **values: object) -> str:
    return str(words()[name][language]).format(**values)


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _part(title: str, lines: list[str], answer: Answer) -> str:
    return "\n\n".join((_said(title, answer.language), "\n".join(lines))) if lines else ""


def _dated(answer: Answer) -> list[tuple[date, DeadlineCard]]:
    """The deadlines that have a day, the first one first."""
    return sorted(((card.date, card) for card in answer.deadlines if card.date), key=lambda one: one[0])


def _deadline(day: date, card: DeadlineCard, language: str) -> str:
    """The day, what it ends, on what condition, and its rule a click away."""
    rule = f"[{_said('rule', language)}](/droit/{card.id.partition(':')[0]})"
    return _joined(f"- **{written_date(day, language)}** — {card.label}", f"({card.condition})" if card.condition else None, f"— {rule}")


def _partner(card: PartnerCard, language: str) -> str:
    phone = f" : [{card.phone}](tel:{card.phone.replace(' ', '')})" if card.phone else ""
    bring = _said("bring", language, what=card.bring) if card.bring else None
    return _joined(f"- **{card.name}**{phone} — {card.why}", card.email, card.address, bring)


def _citation(citation: Citation, language: str, catalogue: Catalogue) -> str:
    """The quote and its place; what the law no longer says is told beside it."""
    rules = ", ".join(f"[{rule.label}](/droit/{rule.id})" for rule, _ in catalogue.changed(citation.url.removeprefix(READER)))
    changed = f"⚠ {_said('changed', language, rules=rules)}" if rules else None
    return _joined(f"{citation.n}. « {_cut(citation.quote)} » — [{citation.title}]({citation.url})", changed)


def _cut(quote: str) -> str:
    """A long quote ends at a word; the reader has the rest."""
    return quote if len(quote) <= QUOTE else f"{quote[:QUOTE].rsplit(' ', 1)[0]} […]"


def _note(note: LawNote) -> str:
    return f"- [{note.text}](/droit/{note.parameter})" if not note.legal_basis else f"- {note.text} *([{note.legal_basis}](/droit/{note.parameter}))*"
