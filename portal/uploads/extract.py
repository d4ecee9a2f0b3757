"""A PDF on the standard input, its text on the standard output, or with `picture` the scan of its first page.

Run alone in a process whose memory and time are bounded: a hostile file may burn that process; it cannot reach the service. Exit codes: 3 unreadable, 4 locked, 5 too many pages.
"""

import io
import resource
import sys
from collections.abc import Sequence
from typing import Any

MEMORY, SECONDS = 1 << 30, 10
PAGES, CHARACTERS = 20, 60_000
UNREADABLE, LOCKED, TOO_MANY = 3, 4, 5


def main() -> int:
    """Bound this process, then read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        return _read(sys.stdin.buffer.read())
    except Exception:  # noqa: BLE001 (whatever a broken file raises, it is unreadable; MemoryError too)
        return UNREADABLE


def _read(content: bytes) -> int:
    from pypdf import PdfReader  # noqa: PLC0415 (after the bounds)

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return LOCKED
    if len(reader.pages) > PAGES:
        return TOO_MANY
    write = _picture if sys.argv[1:] == ["picture"] else _text
    write(reader.pages)
    return 0


def _text(pages: Sequence[Any]) -> None:
    left = CHARACTERS
    for page in pages:
        text = page.extract_text()[:left]
        left -= len(text)
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))


def _picture(pages: Sequence[Any]) -> None:
    """The first page's picture, when it is one: a scan has no other."""
    pictures = list(pages[0].images)
    sys.stdout.buffer.write(pictures[0].data if len(pictures) == 1 else b"")


if __name__ == "__main__":
    sys.exit(main())
