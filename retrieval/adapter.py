"""A matrix that brings the ways people ask nearer to what answers them, learnt from our own ways of asking (`python -m eval.adapter`)."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.embedding import Vectors
from retrieval.entry import digest

SHIPPED = Path(__file__).parent / "data" / "adapter.npz"


@dataclass(frozen=True, slots=True)
class Adapter:
    """Unit vectors to the unit vectors that are compared: `v + v·weights − bias`; `mark` tells one adapter from another."""

    weights: Vectors
    bias: Vectors
    mark: str

    def __call__(self, vectors: Vectors) -> Vectors:
        """Shape (d,) or (n, d), the same as given."""
        moved = vectors + vectors @ self.weights - self.bias
        adapted: Vectors = moved / np.linalg.norm(moved, axis=-1, keepdims=True)
        return adapted


def shipped_adapter(model: str, path: Path = SHIPPED) -> Adapter | None:
    """The adapter learnt for *model*; None for any other model, whose own vectors are compared."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as learnt:
        if str(learnt["model"]) != model:
            return None
        weights, bias = learnt["weights"].astype(np.float32), learnt["bias"].astype(np.float32)
    return Adapter(weights, bias, digest(weights.tobytes().hex()))
