"""Knowledge as the API shows it."""

from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.orienting import partner_cards
from knowledge.corpus import Document
from knowledge.dated import Facts, Parameter, Selected, Several, Version
from knowledge.edition import plain
from knowledge.loading import Knowledge
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from knowledge.sheet import StageSheet, Statement


class UnknownCommuneError(ValueError):
    """A commune that no official name, postcode or code is near to; its message says what to write."""


def summary_view(sheet: StageSheet) -> dict[str, Any]:
    """A stage in a line."""
    return {"id": sheet.id, "label": sheet.label.fr, "label_en": sheet.label.en, "plain": sheet.plain.fr}


def stage_view(stage: Stage, department: str | None, knowledge: Knowledge) -> dict[str, Any]:
    """A stage of the schema: national content, with a département's statements where we have them."""
    sheet = knowledge.sheets[stage]
    local = department if department in knowledge.departments else None
    statements = [s for s in knowledge.statements if stage in s.stages and (local is None or s.department in {"", local})]
    return {
        **summary_view(sheet),
        "department": local,
        "act": asdict(sheet.paper.name) if sheet.paper else None,
        "recognise": asdict(sheet.paper) if sheet.paper else None,
        "engagements": [_statement(s, knowledge) for s in statements if s.kind not in {"courrier", "alerte", "critere", "delai"}],
        "rights": [asdict(right) for right in sheet.rights],
        "delays": [parameter_view(knowledge.law[name], None) for name in sheet.parameters]
        + [_statement(s, knowledge) for s in statements if s.kind == "delai"],
        "letters": [_statement(s, knowledge) for s in statements if s.kind == "courrier"],
        "alerts": [_statement(s, knowledge) for s in statements if s.kind == "alerte"],
        "criteria": [_statement(s, knowledge) for s in statements if s.kind == "critere"],
        "actions": [asdict(todo) for todo in sheet.actions],
        "next": [asdict(follower) for follower in sheet.next],
    }


def _statement(statement: Statement, knowledge: Knowledge) -> dict[str, Any]:
    passage = knowledge.cited(statement.source) or knowledge.opening(statement.source)
    url = f"/textes/{passage.document}#{passage.anchor}" if passage else None
    return {**asdict(statement), "url": url}


def parameter_view(parameter: Parameter, day: date | None) -> dict[str, Any]:
    """A parameter with its versions; on a day, only those in force and those to come. A value not to be shown is left out."""
    versions: tuple[Version, ...] = parameter.versions
    if day:
        found = parameter.on(Facts(day))
        versions = found.versions if isinstance(found, Several) else (found.version,) if isinstance(found, Selected) else ()
    shared = {
        "id": parameter.id,
        "label": parameter.label,
        "stages": parameter.stages,
        "selected_by": parameter.selected_by,
        "verified_on": parameter.verified_on,
    }
    coming = [_version(v) for v in parameter.to_come(day)] if day else []
    return {**shared, "versions": [_version(v) for v in versions], "to_come": coming, "gaps": [asdict(gap) for gap in parameter.gaps]}


def _version(version: Version) -> dict[str, Any]:
    """A version as the contract shows it; a value nobody verified is not given, nor the note that discusses it."""
    shown = asdict(version)
    if not version.shown:
        shown |= {"value": None, "note": None}
    return {**shown, "in_force_from": version.start, "in_force_until": version.end}


def partners_view(knowledge: Knowledge, stage: Stage, role: str | None, commune: str | None, department: str | None) -> list[dict[str, Any]]:
    """The directory's cards; a commune places the local contacts. UnknownCommuneError where nobody knows it: they would be missing unseen."""
    found = knowledge.gazetteer.find(commune, department) if commune else ()
    if commune and not found:
        raise UnknownCommuneError(
            f"« commune » : « {commune} » n'est pas connu ; donnez le nom officiel, le code postal ou le code INSEE (voir /api/v1/communes)."
        )
    place = found[0] if len(found) == 1 else None
    situation = Situation(
        role=role,
        commune=place.name if place else None,
        department=place.department if place else department,
        arrondissement=place.arrondissement if place else None,
    )
    return [asdict(card) for card in partner_cards(stage, situation, knowledge, "fr")]


def document_view(document: Document, *, with_text: bool) -> dict[str, Any]:
    """A document with its sections; their text is the edition's, block by block."""
    sections = [
        {"section": s.anchor, "title": s.title, "level": s.level, **({"text": [plain(block.text) for block in s.blocks]} if with_text else {})}
        for s in document.sections
    ]
    return {
        "document": document.id,
        "title": document.title,
        "department": document.department,
        "date": document.date,
        "date_note": document.date_note,
        "url": f"/textes/{document.id}",
        "sections": sections,
    }
