"""Who may enter: a known name and password, over TLS or from this machine; a form only from our own page."""

import base64
import binascii
import hmac
import secrets
from collections.abc import Callable, Coroutine
from hashlib import sha256
from typing import Any

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from portal.api.problems import problem
from portal.limits.buckets import Buckets, client_of, is_local
from portal.operators.passwords import is_right, read_operators
from portal.operators.words import words
from portal.settings import portal_settings

FAILURE_COST = 12  # five wrong passwords a minute, then one each twelve seconds
attempts = Buckets(60)
_KEY = secrets.token_bytes(32)


class Guarded(APIRoute):
    """A route that only operators reach; `request.state.operator` says who."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, behind the check."""
        handler = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            refused = await _refusal(request)
            return refused or await handler(request)

        return guarded


def token(operator: str) -> str:
    """What a form must send back; it dies with the process."""
    return hmac.new(_KEY, operator.encode(), sha256).hexdigest()


def check(request: Request, given: str) -> str:
    """The operator, when the form comes from our own page; 403 otherwise."""
    operator: str = request.state.operator
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin" or not hmac.compare_digest(token(operator), given):
        raise HTTPException(403, words()["foreign-form"])
    return operator


async def _refusal(request: Request) -> Response | None:
    operators, host = read_operators(portal_settings().operators), request.client.host if request.client else None
    if not operators:
        return problem(404, words()["closed"])
    if request.url.scheme != "https" and not is_local(host):
        return problem(403, words()["needs-tls"])
    name, password = _told(request.headers.get("authorization", ""))
    client = client_of(host)
    if wait := attempts.wait(client, FAILURE_COST):
        return problem(429, words()["slow"].format(wait=wait), {"Retry-After": str(wait)})
    right = bool(name) and await run_in_threadpool(is_right, operators, name, password)
    if right or not name:
        attempts.give_back(client, FAILURE_COST)
    if right:
        request.state.operator = name
        return None
    return problem(401, words()["who"], {"WWW-Authenticate": 'Basic realm="Toit", charset="UTF-8"'})


def _told(header: str) -> tuple[str, str]:
    kind, _, encoded = header.partition(" ")
    try:
        name, _, password = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return (name, password) if kind.lower() == "basic" else ("", "")
