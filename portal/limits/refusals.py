"""A refusal as a page for a person, as a problem for a program."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from fastapi import Request
from fastapi.responses import Response

from portal.api.problems import TITLES, problem
from portal.pages.rendering import render

PROGRAMS = ("/api/", "/chat/", "/healthz", "/readyz")


@cache
def _words() -> Mapping[str, str]:
    words: Mapping[str, str] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
    return words


def said(name: str, **values: object) -> str:
    """The sentence of that name, filled."""
    return _words()[name].format(**values)


def too_soon(request: Request, status: int, wait: int) -> Response:
    """429 or 503, with when to try again."""
    return _refused(request, status, said(str(status), wait=wait), {"Retry-After": str(wait)})


def paused(request: Request) -> Response:
    """503 while an operator has stopped the answers."""
    return _refused(request, 503, said("paused"), {"Retry-After": "600"})


def too_long(request: Request, most: int, *, is_file: bool) -> Response:
    """413, with the most that is read."""
    size = f"{most >> 20} Mo" if most >= 1 << 20 else f"{most >> 10} ko"
    return _refused(request, 413, said("413-file" if is_file else "413", most=size), {"Connection": "close"})


def _refused(request: Request, status: int, detail: str, headers: dict[str, str]) -> Response:
    if request.url.path.startswith(PROGRAMS):
        return problem(status, detail, headers)
    page = render(request, "error.html", status, title=TITLES[status], detail=detail, status=status)
    page.headers.update(headers)
    return page
