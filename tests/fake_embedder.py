"""An embedder for tests: no model, and texts that share words are near each other."""

import hashlib
from collections.abc import Sequence

import numpy as np

from retrieval.embedding import Vectors
from retrieval.stems import stems


class FakeEmbedder:
    """A vector per text, drawn from its stems: texts that share words are near each other."""

    name = "fake"

    def query(self, text: str) -> Vectors:
        """One text."""
        vector = np.zeros(64, dtype=np.float32)
        for stem in stems(text) or ["-"]:
            seed = int.from_bytes(hashlib.sha256(stem.encode()).digest()[:4], "big")
            vector += np.random.default_rng(seed).standard_normal(64).astype(np.float32)
        return vector / np.linalg.norm(vector)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Several questions."""
        return self.documents(texts)

    def documents(self, texts: Sequence[str]) -> Vectors:
        """Several."""
        return np.stack([self.query(text) for text in texts])
