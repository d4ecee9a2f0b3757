"""A letter as a Word document, every part a plain paragraph that can be changed."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from portal.exports.filling import Draft, blocks
from portal.exports.words import say

FONT, SIZE, MARGIN, ADDRESSEE_AT = "Arial", 11, 2.2, 9.0


def letter_docx(draft: Draft) -> bytes:
    """The bytes of the document."""
    document = Document()
    _set_up(document, draft)
    if draft.notice:
        _notice(document, draft)
    _lines(document, draft.sender)
    _lines(document, draft.addressee, indent=Cm(ADDRESSEE_AT), before=Pt(SIZE))
    _lines(document, draft.heading, indent=Cm(ADDRESSEE_AT), before=Pt(SIZE))
    subject = document.add_paragraph()
    subject.add_run(f"{say('letter-subject')} : {draft.subject}").bold = True
    subject.paragraph_format.space_before = Pt(SIZE)
    _body(document, draft.body)
    _lines(document, say("letter-signature"), before=Pt(SIZE), after=Pt(3 * SIZE))
    _listed(document, say("letter-attached"), draft.attached)
    for text in draft.texts:
        document.add_paragraph().add_run(f"{say('letter-texts')} : {text}").font.size = Pt(SIZE - 2)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any, draft: Draft) -> None:
    """The title, the language, one font, margins of A4."""
    document.core_properties.title = draft.letter.title.fr
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.language = "fr-FR"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.paragraph_format.space_after = Pt(SIZE * 0.6)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "fr-FR")
    normal.element.get_or_add_rPr().append(spoken)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(MARGIN)


def _notice(document: Any, draft: Draft) -> None:
    """The notice on a page of its own, before the letter."""
    document.add_heading(draft.letter.title.fr, level=1)
    _body(document, draft.notice)
    _listed(document, say("letter-attach"), draft.attached)
    document.add_paragraph(f"{say('letter-send')} : {draft.letter.send}").add_run().add_break(WD_BREAK.PAGE)


def _lines(document: Any, text: str, indent: Any = None, before: Any = None, after: Any = None) -> None:
    """Lines in one paragraph."""
    paragraph = document.add_paragraph()
    for rank, line in enumerate(text.splitlines()):
        run = paragraph.add_run(line)
        if rank < len(text.splitlines()) - 1:
            run.add_break()
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.space_before = indent, before
    if after is not None:
        paragraph.paragraph_format.space_after = after


def _body(document: Any, text: str) -> None:
    """Paragraphs parted by air, a line each; « - » opens an item of a list."""
    for block in blocks(text):
        for rank, line in enumerate(block, start=1):
            is_item = line.startswith("- ")
            paragraph = document.add_paragraph(line.removeprefix("- "), style="List Bullet" if is_item else None)
            paragraph.paragraph_format.space_after = Pt(SIZE * 0.75 if rank == len(block) else SIZE * 0.2)


def _listed(document: Any, title: str, text: str) -> None:
    items = [line.strip() for line in text.splitlines() if line.strip()]
    if items:
        document.add_paragraph().add_run(f"{title} :").bold = True
    for item in items:
        document.add_paragraph(item, style="List Bullet")
