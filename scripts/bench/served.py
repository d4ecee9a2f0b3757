"""The product as it is served: `python -m portal` in its own process, asked over HTTP."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

PATIENCE = 600.0  # seconds; a first start may compute vectors
KILOBYTES = 1024


@dataclass(frozen=True, slots=True)
class Served:
    """A server that is ready: where it listens, its process, and the seconds it took."""

    address: str
    pid: int
    seconds: float

    def memory(self) -> tuple[float, float]:
        """Resident megabytes: now, and at the most."""
        lines = Path(f"/proc/{self.pid}/status").read_text("utf-8").splitlines()
        known = {name: value for name, _, value in (line.partition(":") for line in lines)}
        return int(known["VmRSS"].split()[0]) / KILOBYTES, int(known["VmHWM"].split()[0]) / KILOBYTES


@contextmanager
def served(folder: Path, index: Path, python: str = sys.executable, **more: str) -> Iterator[Served]:
    """Start it, wait until it is ready, and stop it on the way out; *folder* holds what it writes besides the index, *more* is its environment."""
    port, said = free_port(), folder / "serveur.txt"
    own = {"HOST": "127.0.0.1", "PORT": str(port), "INDEX_DIR": str(index), "CHAT_ROOT": str(folder / "chat"), "RATE_LIMIT_LOOPBACK": "off"}
    start = time.monotonic()
    with said.open("w", encoding="utf-8") as file:
        process = subprocess.Popen([python, "-m", "portal"], env={**os.environ, **own, **more}, stdout=file, stderr=file)  # noqa: S603 (our own module)
    try:
        yield Served(f"http://127.0.0.1:{port}", process.pid, _until_ready(process, port, start, said))
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _until_ready(process: subprocess.Popen[bytes], port: int, start: float, said: Path) -> float:
    while time.monotonic() - start < PATIENCE and process.poll() is None:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=5).is_success:
                return time.monotonic() - start
        except httpx.HTTPError:
            time.sleep(0.05)
    raise RuntimeError(f"le serveur ne démarre pas :\n{said.read_text('utf-8')[-2000:]}")
