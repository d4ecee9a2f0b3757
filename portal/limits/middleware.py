"""ASGI middleware: refuses before anything is read."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from fastapi import Request

from portal.limits.buckets import Buckets, client_of, is_local
from portal.limits.refusals import paused, too_long, too_soon
from portal.operators.pause import is_paused
from portal.settings import PortalSettings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

FREE = ("/static/", "/chat/assets/", "/chat/public/", "/chat/logo", "/chat/favicon", "/chat/avatars/", "/healthz", "/readyz", "/widget.js")
COSTLY = (
    "/api/v1/answers",
    "/api/v1/situations",
    "/api/v1/search",
    "/question",
    "/document-recu",
    "/avis",
    "/ou-en-suis-je",
    "/recherche",
    "/widget",
    "/chat/project/file",
)
ANSWERS = ("/api/v1/answers", "/api/v1/situations", "/question", "/ou-en-suis-je", "/document-recu", "/widget")
FILES = ("/document-recu", "/chat/project/file")
PAGE_COST, SOON, MULTIPART = 0.25, 2, 64 << 10


class Limits:
    """Tokens per client, a bound on what is computed at once, a bound on every body."""

    def __init__(self, app: App, settings: PortalSettings, buckets: Buckets) -> None:
        self._app, self._settings, self._buckets = app, settings, buckets
        self._in_flight = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what fits; answer 413, 429 or 503 to the rest."""
        if scope["type"] != "http" or scope["path"].startswith(FREE):
            await self._app(scope, receive, send)
        elif scope["path"].startswith(ANSWERS) and is_paused():
            await paused(Request(scope))(scope, receive, send)
        elif wait := self._wait(scope):
            await too_soon(Request(scope), 429, wait)(scope, receive, send)
        else:
            await self._bounded(scope, receive, send)

    def _wait(self, scope: Scope) -> int:
        host = scope["client"][0] if scope.get("client") else None
        if self._settings.rate_limit_loopback == "off" and is_local(host):
            return 0
        return self._buckets.wait(client_of(host), 1.0 if scope["path"].startswith(COSTLY) else PAGE_COST)

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_file = scope["path"].startswith(FILES)
        most = self._settings.upload_mb << 20 if is_file else self._settings.body_kb << 10
        body = await _body(scope, receive, most + (MULTIPART if is_file else 0))
        if body is None:
            await too_long(Request(scope), most, is_file=is_file)(scope, receive, send)
        elif not scope["path"].startswith(COSTLY):
            await self._app(scope, body, send)
        elif self._in_flight >= self._settings.max_in_flight:
            await too_soon(Request(scope), 503, SOON)(scope, receive, send)
        else:
            await self._counted(scope, body, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._in_flight += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._in_flight -= 1


async def _body(scope: Scope, receive: Receive, most: int) -> Receive | None:
    """What the application reads its body from; None when it is too long. A body without a length is read here, up to *most*."""
    headers = dict(scope["headers"])
    if b"transfer-encoding" not in headers:
        return receive if int(headers.get(b"content-length", b"0") or 0) <= most else None
    read = bytearray()
    while True:
        message = await receive()
        read += message.get("body", b"")
        if len(read) > most:
            return None
        if not message.get("more_body"):
            break
    return _replay(bytes(read), receive)


def _replay(body: bytes, receive: Receive) -> Receive:
    """The body once, then what comes after it."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again
