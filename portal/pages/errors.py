"""Errors as pages: outside the API, a problem is said in French, with a number to call and the way back."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from portal.pages.rendering import render

Handler = Callable[[Request, Any], Awaitable[Response]]
MACHINES = ("/api/", "/healthz", "/readyz")


def install(app: FastAPI) -> None:
    """Show the problems that *app* already handles as pages, where a person reads them."""
    for kind in (HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, _as_page(app.exception_handlers[kind]))


def _as_page(handler: Any) -> Handler:
    async def shown(request: Request, error: Exception) -> Response:
        problem: Response = await handler(request, error)
        if request.url.path.startswith(MACHINES):
            return problem
        return _page(request, problem)

    return shown


def _page(request: Request, problem: Response) -> Response:
    said = json.loads(bytes(problem.body))
    page = render(request, "error.html", problem.status_code, title=said["title"], detail=said["detail"], status=problem.status_code)
    page.headers.update({name: value for name, value in problem.headers.items() if name == "retry-after"})
    return page
