"""A letter as a PDF: ready to print and sign."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Spacer

from portal.exports.fiche import lines
from portal.exports.filling import Draft, blocks
from portal.exports.paper import AUTHOR, LANGUAGE, MARGIN, PAGE, labelled, paragraph, titled
from portal.exports.words import say

SIZE = 10


def letter_pdf(draft: Draft) -> bytes:
    """The bytes of the document: the notice first where there is one, then the letter."""
    out = BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=PAGE,
        title=draft.letter.title.fr,
        author=AUTHOR,
        subject=draft.subject,
        lang=LANGUAGE,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
    )
    document.build([*_notice(draft), *_letter(draft)], onFirstPage=titled)
    return out.getvalue()


def _notice(draft: Draft) -> Iterator[Flowable]:
    if not draft.notice:
        return
    yield paragraph(draft.letter.title.fr, "title", SIZE * 0.85)
    yield from _body(draft.notice)
    yield from _listed(say("letter-attach"), draft.attached)
    yield paragraph(f"{say('letter-send')} : {draft.letter.send}", "text", SIZE)
    yield PageBreak()


def _letter(draft: Draft) -> Iterator[Flowable]:
    yield paragraph(draft.sender, "text", SIZE)
    yield Spacer(1, SIZE)
    yield paragraph(draft.addressee, "block", SIZE)
    yield Spacer(1, SIZE)
    yield paragraph(draft.heading, "block", SIZE)
    yield Spacer(1, SIZE)
    yield labelled(say("letter-subject"), draft.subject, "text", SIZE)
    yield Spacer(1, SIZE / 2)
    yield from _body(draft.body)
    yield Spacer(1, SIZE)
    yield paragraph(say("letter-signature"), "text", SIZE)
    yield Spacer(1, SIZE * 3)
    yield from _listed(say("letter-attached"), draft.attached)
    yield Spacer(1, SIZE / 2)
    for text in draft.texts:
        yield paragraph(f"{say('letter-texts')} : {text}", "small", SIZE)


def _body(text: str) -> Iterator[Flowable]:
    """Paragraphs parted by air, a line each; « - » opens an item of a list."""
    for block in blocks(text):
        for line in block:
            yield paragraph(line.removeprefix("- "), "bullet" if line.startswith("- ") else "text", SIZE)
        yield Spacer(1, SIZE * 0.6)


def _listed(title: str, text: str) -> Iterator[Flowable]:
    items = lines(text)
    if items:
        yield paragraph(title, "heading", SIZE)
    for item in items:
        yield paragraph(item, "bullet", SIZE)
