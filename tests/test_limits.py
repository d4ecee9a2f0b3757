"""Nobody takes the place of the others: requests per client, requests at once, length of a body."""

import asyncio

import httpx
import pytest
from fastapi import FastAPI, Request

from portal.limits.buckets import Buckets, client_of, is_local
from portal.limits.middleware import Limits
from portal.settings import PortalSettings


class Clock:
    """A clock that is told the time."""

    now = 0.0

    def __call__(self):
        """Now."""
        return self.now


def limited(**settings) -> FastAPI:
    """A small application behind the limits."""
    app = FastAPI()
    options = PortalSettings(**settings)

    @app.post("/api/v1/answers")
    async def answers(request: Request):
        await asyncio.sleep(0.02)
        return {"read": len(await request.body())}

    app.add_middleware(Limits, settings=options, buckets=Buckets(options.rate_per_minute))
    return app


def post(app, *bodies, host="203.0.113.7", path="/api/v1/answers", together=False):
    """The answers to these bodies, from that client."""

    async def ask():
        transport = httpx.ASGITransport(app, client=(host, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://toit") as client:
            if together:
                return await asyncio.gather(*(client.post(path, content=body) for body in bodies))
            return [await client.post(path, content=body) for body in bodies]

    return asyncio.run(ask())


def test_a_bucket_empties_and_fills():
    """Sixty at once, then one a second."""
    clock = Clock()
    buckets = Buckets(60, clock)
    assert [buckets.wait("a") for _ in range(60)] == [0] * 60
    assert buckets.wait("a") == 1
    assert buckets.wait("b") == 0
    clock.now = 1
    assert buckets.wait("a") == 0
    assert buckets.wait("a") == 1


def test_a_clock_that_jumps_back_gives_and_takes_nothing():
    """Tokens are never negative nor free."""
    clock = Clock()
    buckets = Buckets(60, clock)
    buckets.wait("a")
    clock.now = -1000
    assert buckets.wait("a") == 0


def test_a_client_is_a_hash_and_an_ipv6_one_its_network():
    """No address is held; a /64 counts as one."""
    assert "203.0.113" not in client_of("203.0.113.7")
    assert client_of("2001:db8::1") == client_of("2001:db8::2")
    assert client_of("2001:db8::1") != client_of("2001:db8:0:1::1")


@pytest.mark.parametrize(("host", "local"), [("127.0.0.1", True), ("::1", True), ("::ffff:127.0.0.1", True), (None, True), ("10.0.0.1", False)])
def test_only_this_machine_is_local(host, local):
    """A private network is not this machine."""
    assert is_local(host) is local


def test_the_one_too_many_is_told_when_to_come_back():
    """429, Retry-After, a problem in French."""
    *good, last = post(limited(rate_per_minute=3), b"", b"", b"", b"")
    assert [answer.status_code for answer in good] == [200, 200, 200]
    assert last.status_code == 429
    assert int(last.headers["retry-after"]) >= 1
    assert last.headers["content-type"] == "application/problem+json"
    assert "Attendez" in last.json()["detail"]


@pytest.mark.parametrize(("setting", "last"), [("off", 200), ("on", 429)])
def test_loopback_is_exempt_by_setting(setting, last):
    """Evaluators ask as much as they like, unless the operator says no."""
    assert post(limited(rate_per_minute=1, rate_limit_loopback=setting), b"", b"", host="127.0.0.1")[1].status_code == last


def test_too_many_at_once_are_told_to_come_back():
    """503 with Retry-After; what is being answered is answered."""
    answers = post(limited(max_in_flight=2, rate_per_minute=100), *[b""] * 6, together=True)
    assert sorted(answer.status_code for answer in answers) == [200, 200, 503, 503, 503, 503]
    assert all(answer.headers["retry-after"] for answer in answers if answer.status_code == 503)


async def stream(chunks):
    """A body without a length."""
    for chunk in chunks:
        yield chunk


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"x" * 1024, 200), (b"x" * 1025, 413), (lambda: stream([b"x" * 512] * 2), 200), (lambda: stream([b"x" * 512] * 3), 413)],
)
def test_a_body_is_bounded_with_or_without_a_length(body, status):
    """At the bound it passes, one byte more is refused."""
    answer = post(limited(body_kb=1), body() if callable(body) else body)[0]
    assert answer.status_code == status
    if status == 200:
        assert answer.json() == {"read": 1024}


def test_a_body_that_is_too_long_is_refused_before_it_is_read():
    """Nothing is received of a body whose length says too much."""
    received = []

    async def ask():
        async def receive():
            received.append(1)
            return {"type": "http.request", "body": b"", "more_body": False}

        sent = []

        async def send(message):
            sent.append(message)

        headers = [(b"content-length", b"300000000"), (b"host", b"toit")]
        scope = {"type": "http", "method": "POST", "path": "/api/v1/answers", "raw_path": b"/api/v1/answers", "query_string": b"", "headers": headers}
        await limited()({**scope, "client": ("203.0.113.7", 1), "scheme": "http", "server": ("toit", 80), "http_version": "1.1"}, receive, send)
        return sent[0]["status"]

    assert asyncio.run(ask()) == 413
    assert received == []


def test_a_person_reads_a_page(client):
    """Outside the API a refusal is a page with a number to call."""
    page = client.post("/avis", content=b"x" * 70_000, headers={"content-type": "application/x-www-form-urlencoded"})
    assert page.status_code == 413
    assert "trop long" in page.text
    assert "0805160075" in page.text
    assert "content-security-policy" in page.headers
