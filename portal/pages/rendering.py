"""Templates to pages."""

from collections.abc import Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from jinja2 import pass_context
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.wording import written_amount, written_count, written_date
from portal.pages.catalogue import catalogue_of
from portal.pages.terms import Terms
from portal.pages.typography import spaced
from portal.pages.words import word

FOLDER = Path(__file__).parent.parent / "templates"
_euros, _number = partial(written_amount, language="fr"), partial(written_count, language="fr")
Crumbs = Sequence[tuple[str, str]]


@cache
def _templates() -> Jinja2Templates:
    templates = Jinja2Templates(directory=FOLDER)
    templates.env.filters.update(
        markdown=markdown, day=_long_day, date=short_day, explained=_explained, site=site, tel=_tel, written=_written, euros=_euros, number=_number
    )
    templates.env.globals.update(word=word, address=address)
    templates.env.trim_blocks = templates.env.lstrip_blocks = True
    return templates


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": True})


def markdown(text: str) -> Markup:
    """Our own Markdown to HTML; raw HTML in it stays text."""
    return Markup(_markdown().render(text))  # noqa: S704 (markdown-it escapes HTML)


def short_day(day: date) -> str:
    """« 25 novembre 2026 »."""
    return written_date(day, "fr").partition(" ")[2]


def site(address: str) -> str:
    """The name of the site behind an address: « legifrance.gouv.fr »."""
    return urlsplit(address).netloc.removeprefix("www.") or address


def address(request: Request, **changes: object) -> str:
    """The page's own address with some of its choices changed; an empty one is dropped."""
    choices = {**dict(request.query_params), **{name: str(value) for name, value in changes.items()}}
    kept = urlencode({name: value for name, value in choices.items() if value})
    return f"{request.url.path}?{kept}" if kept else request.url.path


def render(request: Request, template: str, status: int = 200, /, *, crumbs: Crumbs = (), **values: Any) -> HTMLResponse:
    """A page; `crumbs` lead to it, as (address, name)."""
    catalogue = catalogue_of(request)
    terms = catalogue.terms if catalogue else Terms((), ())
    html = _templates().get_template(template).render({"request": request, "crumbs": crumbs, "explained": terms.page(), **values})
    return HTMLResponse(spaced(html), status)


def _long_day(day: date, language: str = "fr") -> str:
    return written_date(day, language)


def _tel(phone: str) -> str:
    return "".join(phone.split())


def _written(day: str | None) -> str:
    """« 21 novembre 2026 » for 2026-11-21; a year alone, or words, as they are."""
    try:
        return short_day(date.fromisoformat(day or ""))
    except ValueError:
        return day or ""


@pass_context
def _explained(context: Context, text: str, most: int = 2) -> Markup:
    """The text with its new terms linked to their meaning."""
    marked: Markup = context["explained"].mark(text, most)
    return marked
