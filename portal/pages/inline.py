"""The inline marks of an edition to HTML: bold, italics, exponents, note calls, parts of a cell."""

import re
from html import escape

from markupsafe import Markup

from knowledge.units import MERGED, UNKNOWN

_CALL = re.compile(r"\[\^(\w+)\]")


def inline_html(text: str) -> Markup:
    """One line of an edition; everything but our few marks is escaped."""
    html = escape(text, quote=False).replace("&lt;sup&gt;", "<sup>").replace("&lt;/sup&gt;", "</sup>").replace("&lt;br&gt;", "<br>")
    html = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html)
    html = re.sub(r"(?<!\w)\*(.+?)\*(?!\w)", r"<em>\1</em>", html)
    return Markup(_CALL.sub(r'<sup class="call"><a href="#note-\1">\1</a></sup>', html))  # noqa: S704 (escaped above)


def cell_html(cell: str, anchor: str) -> Markup:
    """A cell: its parts with their own anchors; a merged or lost cell says so."""
    if cell == MERGED:
        return Markup('<span class="merged">(même cellule que ci-dessus)</span>')
    if cell == UNKNOWN:
        return Markup('<span class="merged">(vide dans notre copie)</span>')
    pieces = [piece for piece in cell.split("<br>") if piece.strip()]
    shown = []
    for number, piece in enumerate(pieces, start=1):
        item = re.match(r"^--? (.*)$", piece)
        style = "in-item" if item else "in-text"
        shown.append(f'<span class="{style}" id="{anchor}-{number}">{inline_html(item[1] if item else piece)}</span>')
    return Markup("".join(shown))  # noqa: S704 (built from escaped parts)
