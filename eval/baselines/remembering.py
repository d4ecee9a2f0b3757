"""An embedder that computes the vector of a question once, for systems that are asked the same questions."""

from collections.abc import Sequence

from retrieval.embedding import Embedder, Vectors


class RememberingEmbedder(Embedder):
    """The vectors of questions, kept in memory for one run."""

    def __init__(self, embedder: Embedder) -> None:
        self.name = embedder.name
        self._embedder = embedder
        self._known: dict[str, Vectors] = {}

    def query(self, text: str) -> Vectors:
        """One question."""
        if text not in self._known:
            self._known[text] = self._embedder.query(text)
        return self._known[text]

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Several."""
        return self._embedder.queries(texts)

    def documents(self, texts: Sequence[str]) -> Vectors:
        """Passages; these are computed once anyway."""
        return self._embedder.documents(texts)
