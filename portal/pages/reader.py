"""The reader: a document with its table of contents, each passage at its own address."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from knowledge.corpus import Block, Kind, Section
from portal.deps import TheKnowledge
from portal.pages.inline import cell_html, inline_html
from portal.pages.rendering import render

router = APIRouter()


@router.get("/textes")
def documents(request: Request, knowledge: TheKnowledge) -> HTMLResponse:
    """The documents."""
    return render(request, "documents.html", title="Textes", documents=knowledge.documents.values())


@router.get("/textes/{document}")
def document(request: Request, document: str, knowledge: TheKnowledge) -> HTMLResponse:
    """One document, whole; `#section.n` brings a passage into view and marks it."""
    if document not in knowledge.documents:
        raise HTTPException(404, f"Le document « {document} » n'existe pas.")
    found = knowledge.documents[document]
    return render(request, "document.html", title=found.short_title, document=found, sections=[_section_view(s) for s in found.sections])


def _section_view(section: Section) -> dict[str, object]:
    return {"section": section, "groups": list(_groups(section))}


def _groups(section: Section) -> list[dict[str, object]]:
    """Blocks as the template shows them: list items and table rows together, each with its anchor."""
    groups: list[dict[str, object]] = []
    for number, block in enumerate(section.blocks, start=1):
        anchor = f"{section.anchor}.{number}"
        kind = block.kind.value
        if groups and groups[-1]["key"] == _key(block) and kind in {"item", "row"}:
            groups[-1]["blocks"].append(_block_view(block, anchor))  # type: ignore[attr-defined]
        else:
            groups.append({"kind": kind, "key": _key(block), "header": [inline_html(h) for h in block.header], "blocks": [_block_view(block, anchor)]})
    return groups


def _key(block: Block) -> tuple[Kind, int]:
    return block.kind, block.table


def _block_view(block: Block, anchor: str) -> dict[str, object]:
    cells = [cell_html(cell, f"{anchor}-{column}") for column, cell in enumerate(block.cells, start=1)]
    return {"anchor": anchor, "html": inline_html(block.text), "depth": block.depth, "number": block.number, "cells": cells}
