"""Security headers: a strict policy on the portal's pages, the tightest one Chainlit allows on the chat, framing for the widget alone."""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from portal.settings import portal_settings

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

PORTAL_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {frames}"
CHAT_POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
    " connect-src 'self'{sockets}; manifest-src 'self'; worker-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'"
)
COMMON = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
    b"cross-origin-opener-policy": b"same-origin",
}
UNFRAMED = {b"x-frame-options": b"DENY", b"cross-origin-resource-policy": b"same-origin"}
SHARED = {b"cross-origin-resource-policy": b"cross-origin"}
SECURED = {b"strict-transport-security": b"max-age=31536000; includeSubDomains"}
WIDGET = ("/widget", "/widget.js")
HOST = re.compile(r"^[\w.-]+(?::\d+)?$|^\[[0-9a-fA-F:]+\](?::\d+)?$")
chat_scripts: set[str] = set()  # the hashes of the inline scripts of Chainlit's page, told by the chat when it serves it


class SecurityHeaders:
    """ASGI middleware: adds the headers to every HTTP answer."""

    def __init__(self, app: Callable[[Scope, Receive, Send], Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with headers added to the answer's start."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *_headers(scope).items()]
            await send(message)

        await self._app(scope, receive, with_headers)


def _headers(scope: Scope) -> dict[bytes, bytes]:
    framing = SHARED if scope["path"] in WIDGET else UNFRAMED
    secured = SECURED if scope.get("scheme") == "https" else {}
    return {**COMMON, **framing, **secured, b"content-security-policy": _policy(scope).encode()}


def _policy(scope: Scope) -> str:
    if scope["path"].startswith("/chat"):
        return CHAT_POLICY.format(scripts=" ".join(sorted(chat_scripts)), sockets=_sockets(scope))
    frames = " ".join(portal_settings().widget_frames) if scope["path"] in WIDGET else ""
    return PORTAL_POLICY.format(frames=frames or "'none'")


def _sockets(scope: Scope) -> str:
    """Web sockets of this host: older browsers do not read them in 'self'."""
    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
    return f" ws://{host} wss://{host}" if HOST.match(host) else ""
