"""The steps of a long run, each named when it starts, with its seconds when it ends."""

import sys
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Steps:
    """Runs steps and keeps how long each took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def run(self, name: str, call: Callable[[], T]) -> T:
        """What *call* gives, announced on the terminal."""
        sys.stderr.write(f"{name}… ")
        sys.stderr.flush()
        start = time.perf_counter()
        result = call()
        self.seconds[name] = round(time.perf_counter() - start, 1)
        sys.stderr.write(f"{self.seconds[name]} s\n")
        return result
