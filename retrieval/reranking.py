"""A second reading of what the search found, by a cross-encoder that an operator chose: slower, and none is shipped."""

from collections.abc import Sequence
from typing import Any, Protocol


class Reranker(Protocol):
    """Says how well each text answers a question."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """A number a text, the higher the better; only their order counts."""
        ...


class CrossEncoderReranker:
    """Any cross-encoder of sentence-transformers, by its name or its folder; it is loaded at the first use."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._model: Any = None

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """The question read beside each text."""
        if self._model is None:
            self._model = _load(self._name)
        return [float(score) for score in self._model.predict([(question, text) for text in texts], show_progress_bar=False)]


def _load(name: str) -> Any:
    from sentence_transformers import CrossEncoder  # noqa: PLC0415 (7 s and 400 MB: only who chose such a model pays)

    return CrossEncoder(name, device="cpu", max_length=512)
