"""BM25 over French stems."""

from collections.abc import Sequence

import bm25s
import numpy as np
import numpy.typing as npt

from retrieval.stems import stems


class Lexical:
    """The texts of the index by their words; built in memory at the start (a second for ten thousand)."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._index = bm25s.BM25(backend="numpy")
        self._index.index([stems(text) or ["-"] for text in texts], show_progress=False)

    def knows(self, word: str) -> bool:
        """Whether a stem stands in any text."""
        return word in self._index.vocab_dict

    def scores(self, words: Sequence[str]) -> npt.NDArray[np.float32]:
        """The BM25 score of every text for stemmed *words*, in the order of the texts."""
        known = [word for word in words if word in self._index.vocab_dict]
        if not known:
            return np.zeros(self._index.scores["num_docs"], dtype=np.float32)
        return np.asarray(self._index.get_scores(known))
