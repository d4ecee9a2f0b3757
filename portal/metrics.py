"""How the service is doing, for Prometheus: how many answers, how fast, how much memory. Counts only: nothing of anyone."""

import ipaddress
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
MOUNTED = ("/chat", "/static")
UNSEEN = ("/static", "/healthz", "/readyz", "/metrics")  # counted, not logged
API = "/api/v1"
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
router = APIRouter()
log = structlog.stdlib.get_logger(__name__)


class Metrics:
    """What one process served since it started."""

    def __init__(self) -> None:
        self.in_flight = 0
        self._started = time.monotonic()
        self._answers: Counter[tuple[str, str, int]] = Counter()
        self._within: Counter[tuple[str, float]] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._times: Counter[str] = Counter()

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """One more answer."""
        self._answers[method, route, status] += 1
        self._times[route] += 1
        self._seconds[route] += seconds
        for bound in BOUNDS:
            self._within[route, bound] += seconds <= bound

    def exposition(self, *, ready: bool) -> str:
        """Prometheus' text format."""
        return "\n".join([*self._process(ready=ready), *self._requests(), *self._durations(), ""])

    def _process(self, *, ready: bool) -> Iterator[str]:
        pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
        usage = resource.getrusage(resource.RUSAGE_SELF)
        yield from _one("toit_ready", "gauge", int(ready))
        yield from _one("toit_requests_in_flight", "gauge", self.in_flight)
        yield from _one("toit_uptime_seconds", "gauge", round(time.monotonic() - self._started, 1))
        yield from _one("process_resident_memory_bytes", "gauge", pages * resource.getpagesize())
        yield from _one("process_cpu_seconds_total", "counter", round(usage.ru_utime + usage.ru_stime, 2))

    def _requests(self) -> Iterator[str]:
        yield "# TYPE toit_requests_total counter"
        for (method, route, status), count in sorted(self._answers.items()):
            yield f'toit_requests_total{{method="{method}",route="{route}",status="{status}"}} {count}'

    def _durations(self) -> Iterator[str]:
        yield "# TYPE toit_request_seconds histogram"
        for route, count in sorted(self._times.items()):
            for bound in BOUNDS:
                yield f'toit_request_seconds_bucket{{route="{route}",le="{bound}"}} {self._within[route, bound]}'
            yield f'toit_request_seconds_bucket{{route="{route}",le="+Inf"}} {count}'
            yield f'toit_request_seconds_sum{{route="{route}"}} {self._seconds[route]:.6f}'
            yield f'toit_request_seconds_count{{route="{route}"}} {count}'


class Measured:
    """ASGI middleware: counts and times every answer, and logs it by its route, never by what was asked."""

    def __init__(self, app: App, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with an eye on the status and the clock."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, statuses = time.perf_counter(), [500]

        async def seen(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])
            await send(message)

        self._metrics.in_flight += 1
        try:
            await self._app(scope, receive, seen)
        finally:
            self._metrics.in_flight -= 1
            self._note(scope, statuses[-1], time.perf_counter() - start)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route, method = _route(scope), scope["method"] if scope["method"] in METHODS else "autre"
        self._metrics.count(method, route, status, seconds)
        if not route.startswith(UNSEEN):
            log.info("request", method=method, route=route, status=status, milliseconds=round(seconds * 1000, 1))


@router.get("/metrics")
def exposed(request: Request) -> PlainTextResponse:
    """For the machine itself and its private network; elsewhere this address does not exist."""
    if not _is_private(request.client.host if request.client else ""):
        raise HTTPException(404)
    metrics: Metrics = request.app.state.metrics
    return PlainTextResponse(metrics.exposition(ready=getattr(request.app.state, "ready", False)), media_type=CONTENT_TYPE)


def _is_private(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return True  # a Unix socket has no address


def _route(scope: Scope) -> str:
    """The route's pattern, so that no address holds what a person wrote."""
    mounted = next((prefix for prefix in MOUNTED if scope["path"].startswith(prefix)), None)
    pattern = str(mounted or getattr(scope.get("route"), "path", "inconnue"))
    return f"{API}{pattern}" if scope["path"].startswith(API) and not pattern.startswith(API) else pattern


def _one(name: str, kind: str, value: float) -> Iterator[str]:
    yield f"# TYPE {name} {kind}"
    yield f"{name} {value}"
