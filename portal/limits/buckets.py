"""A token bucket per client, in memory; clients are known by a keyed hash that dies with the process."""

import hashlib
import ipaddress
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from math import ceil

MOST_CLIENTS = 20_000
_KEY = secrets.token_bytes(32)


class Buckets:
    """`per_minute` tokens fall each minute into each client's bucket, which holds as many."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_second, self._most, self._clock = per_minute / 60, float(per_minute), clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str, cost: float = 1.0) -> int:
        """Take *cost* tokens: 0 when they were there, else the seconds until they will be; the longest unseen clients are forgotten."""
        now = self._clock()
        held, seen = self._held.pop(client, (self._most, now))
        held = min(self._most, held + max(0.0, now - seen) * self._per_second)
        lacking = cost - held
        self._held[client] = (held if lacking > 0 else held - cost, now)
        if len(self._held) > MOST_CLIENTS:
            self._held.popitem(last=False)
        return max(1, ceil(lacking / self._per_second)) if lacking > 0 else 0

    def give_back(self, client: str, cost: float) -> None:
        """Tokens that were taken for nothing return."""
        if client in self._held:
            held, seen = self._held[client]
            self._held[client] = (min(self._most, held + cost), seen)


def client_of(host: str | None) -> str:
    """A client's name without its address: an IPv6 client is its /64 network."""
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        network = host or ""
    else:
        network = str(address) if address.version == 4 else str(ipaddress.ip_network(f"{address}/64", strict=False))  # noqa: PLR2004 (IPv4)
    return hashlib.blake2b(network.encode(), key=_KEY, digest_size=16).hexdigest()


def is_local(host: str | None) -> bool:
    """Whether the client is this machine: a loopback address, or none at all (a Unix socket)."""
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return True
    mapped = getattr(address, "ipv4_mapped", None)
    return address.is_loopback or bool(mapped and mapped.is_loopback)
