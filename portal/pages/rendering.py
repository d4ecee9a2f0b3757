"""Templates to pages."""

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.wording import written_date

FOLDER = Path(__file__).parent.parent / "templates"


@cache
def _templates() -> Jinja2Templates:
    templates = Jinja2Templates(directory=FOLDER)
    templates.env.filters["markdown"] = markdown
    templates.env.filters["day"] = lambda day: written_date(day, "fr")
    templates.env.trim_blocks = templates.env.lstrip_blocks = True
    return templates


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": True})


def markdown(text: str) -> Markup:
    """Our own Markdown to HTML; raw HTML in it stays text."""
    return Markup(_markdown().render(text))  # noqa: S704 (markdown-it escapes HTML)


def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page."""
    return _templates().TemplateResponse(request, template, values, status_code=status)
