"""A second reading of what the search found, by a cross-encoder that an operator chose: slower, and none is shipped."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Protocol

from retrieval.embedding import load_cross_encoder


class Reranker(Protocol):
    """Says how well each text answers a question."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """A number a text, the higher the better; only their order counts."""
        ...


class CrossEncoderReranker:
    """Any cross-encoder of sentence-transformers, by its name or its folder; it is loaded at the first use."""

    def __init__(self, name: str) -> None:
        self._name = name

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """The question read beside each text."""
        return [float(score) for score in self._model.predict([(question, text) for text in texts], show_progress_bar=False)]

    @cached_property
    def _model(self) -> Any:
        return load_cross_encoder(self._name)
