"""Paragraphs on A4, in an embedded free font: the only file that names reportlab's fonts and styles."""

import unicodedata
from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph
from starlette.exceptions import HTTPException

from portal.exports.words import say

PAGE, MARGIN, LANGUAGE, AUTHOR = A4, 18 * mm, "fr-FR", "Toit"
FONT, BOLD = "Vera", "VeraBd"
INK, SOFT, ACCENT = "#1c2b2a", "#465957", "#1b5e59"
_LIKE = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2010": "-", "\u2011": "-", "\u2212": "-", "→": ">", "\u200b": "", "\ufeff": ""})


@cache
def _glyphs() -> frozenset[int]:
    """Register the font, regular and bold; the characters it can write."""
    for name in (FONT, BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=FONT, boldItalic=BOLD)
    return frozenset(pdfmetrics.getFont(FONT).face.charToGlyph)


def writable(text: str) -> str:
    """The text in the characters of the font, accents dropped where it must be; 422 when a letter has no like."""
    text = unicodedata.normalize("NFC", text).translate(_LIKE)
    known, missing = _glyphs(), []
    written = []
    for character in text:
        plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
        like = character if ord(character) in known or character == "\n" else plain
        if all(ord(c) in known or c == "\n" for c in like):
            written.append(like)
        else:
            missing.append(character)
    if missing:
        raise HTTPException(422, say("unwritable-in-pdf", letters=" ".join(dict.fromkeys(missing[:12]))))
    return "".join(written)


@cache
def style(name: str, size: float = 10) -> ParagraphStyle:
    """text, bold, small, note, title, heading, block or bullet."""
    _glyphs()
    base = ParagraphStyle("text", fontName=FONT, fontSize=size, leading=size * 1.38, textColor=INK, spaceAfter=size * 0.3)
    kinds: dict[str, dict[str, object]] = {
        "text": {},
        "bold": {"fontName": BOLD},
        "small": {"fontSize": size * 0.82, "leading": size * 1.14, "textColor": SOFT},
        "title": {"fontName": BOLD, "fontSize": size * 1.7, "leading": size * 2.1, "textColor": ACCENT},
        "heading": {"fontName": BOLD, "fontSize": size * 1.08, "textColor": ACCENT, "spaceBefore": size * 0.7, "spaceAfter": size * 0.2, "keepWithNext": 1},
        "block": {"leftIndent": 88 * mm},
        "note": {"fontSize": size * 0.82, "leading": size * 1.14, "textColor": SOFT, "leftIndent": size * 1.2},
        "bullet": {"leftIndent": size * 1.2, "bulletIndent": size * 0.2, "spaceAfter": size * 0.15},
    }
    return ParagraphStyle(name, parent=base, **kinds[name])


def paragraph(text: str, kind: str = "text", size: float = 10) -> Flowable:
    """A paragraph; line ends stay line ends, and a `bullet` has its dot."""
    shown = "<br/>".join(escape(line) for line in writable(text).split("\n"))
    return Paragraph(shown, style(kind, size), bulletText="•" if kind == "bullet" else None)


def labelled(label: str, value: str, kind: str = "text", size: float = 10) -> Flowable:
    """« label : value », the label in bold."""
    return Paragraph(f"<b>{escape(writable(label))}</b> : {escape(writable(value))}", style(kind, size), bulletText="•" if kind == "bullet" else None)


def titled(canvas: Canvas, _: object) -> None:
    """Show the document's title in the window, not the file's name."""
    canvas.setViewerPreference("DisplayDocTitle", "true")
