"""A letter filled from what was said: facts into fields, dated rules into the text, a blank where nothing is known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.answer import LawNote, SituationReport
from assistant.cards import law_notes
from assistant.orienting import named_cards
from assistant.wording import written_amount, written_date
from knowledge.dated import Facts
from knowledge.loading import Knowledge
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from portal.exports.letter import Letter, Slot
from portal.situation.figures import span

BLANK = "……………………"
_PLACE = re.compile(r"\{(?:(law|basis):)?([\w-]+)\}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter ready to be read, changed and written out."""

    letter: Letter
    sender: str
    addressee: str
    heading: str
    subject: str
    body: str
    attached: str
    notice: str
    texts: tuple[str, ...]


def facts_of(letter: Letter, report: SituationReport, knowledge: Knowledge) -> dict[str, str]:
    """What is known for each field; empty where nothing is."""
    return {slot.id: _fact(slot, report, knowledge) for slot in letter.slots}


def _fact(slot: Slot, report: SituationReport, knowledge: Knowledge) -> str:
    if slot.source is None or (slot.only and report.stage not in slot.only):
        return ""
    if slot.source == "stage":
        return "" if report.stage == Stage.INCONNU else knowledge.sheets[Stage(report.stage)].label.fr
    value = getattr(report.entities, slot.source)
    if value is None:
        return ""
    if isinstance(value, date):
        return span(value, getattr(report.entities, f"{slot.source}_range"), "fr")
    if slot.source == "department":
        return str(knowledge.department_names.get(value, value))
    return written_amount(value, "fr") if isinstance(value, float) else str(value)


def filled(text: str, letter: Letter, values: Mapping[str, str], knowledge: Knowledge, today: date) -> str:
    """The text with its fields and rules in their places."""
    slots = {slot.id: slot for slot in letter.slots}

    def place(found: re.Match[str]) -> str:
        kind, name = found[1], found[2]
        if kind:
            return " ".join(note.text if kind == "law" else note.legal_basis or "" for note in rules(name, knowledge, today))
        return _written(slots[name], values.get(name, ""))

    lines = (_PLACE.sub(place, line).rstrip() for line in text.strip().splitlines())
    return "\n".join(lines)


def _written(slot: Slot, value: str) -> str:
    if value:
        return f"{slot.before}{value}{slot.after}"
    return "" if slot.optional else BLANK


def rules(name: str, knowledge: Knowledge, today: date) -> list[LawNote]:
    """What a rule says today."""
    notes = law_notes(knowledge.law[name], Facts(today), "fr")
    return [note for note in notes if note.in_force_from is None or note.in_force_from <= today]


def addressee_of(letter: Letter, report: SituationReport, values: Mapping[str, str], knowledge: Knowledge, today: date) -> str:
    """Who the letter goes to where the home is: the local contact when one is known, « à confirmer » when it is old."""
    told = report.entities
    here = Situation(role=told.role, commune=told.commune, department=told.department, arrondissement=told.arrondissement)
    card = next(iter(named_cards([letter.partner], here, knowledge, "fr")), None)
    if card is None or not (card.email or card.address):
        return filled(letter.addressee, letter, values, knowledge, today)
    return "\n".join(filter(None, (card.name, card.address, card.email)))


def texts_of(letter: Letter, knowledge: Knowledge, today: date) -> tuple[str, ...]:
    """The texts a letter rests on."""
    return tuple(dict.fromkeys(note.legal_basis for name in letter.basis for note in rules(name, knowledge, today) if note.legal_basis))


def blocks(text: str) -> list[list[str]]:
    """The paragraphs of a text, each its lines: an empty line parts them."""
    return [found for block in re.split(r"\n\s*\n", text) if (found := [line.strip() for line in block.splitlines() if line.strip()])]


def heading(place: str, today: date) -> str:
    """« À Lens, le 25 novembre 2026 »; the place is a blank when it is not known."""
    return f"À {place or BLANK}, le {written_date(today, 'fr').partition(' ')[2]}"
