"""The fiche de liaison as a PDF: one page whatever is said, smaller rather than longer."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepInFrame, PageTemplate

from portal.exports.fiche import FicheDeLiaison
from portal.exports.paper import AUTHOR, LANGUAGE, MARGIN, PAGE, labelled, paragraph, titled
from portal.exports.words import say

SIZE = 9.6


def fiche_pdf(fiche: FicheDeLiaison) -> bytes:
    """The bytes of the page."""
    out, title = BytesIO(), say("fiche-title")
    width, height = PAGE[0] - 2 * MARGIN, PAGE[1] - 2 * MARGIN
    document = BaseDocTemplate(out, pagesize=PAGE, title=title, author=AUTHOR, subject=fiche.stage, lang=LANGUAGE)
    frame = Frame(MARGIN, MARGIN, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=titled)])
    document.build([KeepInFrame(width, height - 1, list(_parts(fiche)), mode="shrink")])
    return out.getvalue()


def _parts(fiche: FicheDeLiaison) -> Iterator[Flowable]:
    yield paragraph(say("fiche-title"), "title", SIZE)
    yield paragraph(fiche.made, "small", SIZE)
    yield paragraph(say("fiche-person"), "text", SIZE)
    yield paragraph(say("fiche-stage"), "heading", SIZE)
    yield paragraph(fiche.stage, "bold", SIZE)
    yield paragraph(say("fiche-acts"), "heading", SIZE)
    for label, value in fiche.told:
        yield labelled(label, value, "bullet", SIZE)
    if not fiche.told:
        yield paragraph(say("fiche-nothing-told"), "text", SIZE)
    yield from _dates(fiche)
    yield from _list("fiche-done", fiche.done, "fiche-nothing-done")
    if fiche.to_do:
        yield from _list("fiche-not-done", fiche.to_do, "fiche-nothing-done")
    yield from _list("fiche-questions", fiche.questions, "fiche-no-question")
    yield from _end(fiche)


def _dates(fiche: FicheDeLiaison) -> Iterator[Flowable]:
    yield paragraph(say("fiche-dates"), "heading", SIZE)
    for one in fiche.dates:
        yield labelled(one.day, one.label, "bullet", SIZE)
        if one.basis:
            yield paragraph(one.basis, "note", SIZE)
    if not fiche.dates:
        yield paragraph(say("fiche-no-date"), "text", SIZE)


def _list(title: str, items: Sequence[str], nothing: str) -> Iterator[Flowable]:
    yield paragraph(say(title), "heading", SIZE)
    for item in items:
        yield paragraph(item, "bullet", SIZE)
    if not items:
        yield paragraph(say(nothing), "text", SIZE)


def _end(fiche: FicheDeLiaison) -> Iterator[Flowable]:
    yield paragraph(say("fiche-call"), "heading", SIZE)
    for name, contact in fiche.call:
        yield labelled(name, contact, "bullet", SIZE)
    if fiche.sources:
        yield paragraph(say("fiche-sources"), "heading", SIZE)
        for source in fiche.sources:
            yield paragraph(source, "small", SIZE)
    yield paragraph(say("fiche-person-heard"), "text", SIZE)
    yield paragraph(fiche.informs, "small", SIZE)
