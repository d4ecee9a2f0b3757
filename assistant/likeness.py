"""What a question resembles, by its vector: a linear score learnt from the phrases of tests/cases/refus (`python -m eval.likeness`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from assistant.patterns import data
from retrieval.embedding import Vectors

OURS, OFF = "ours", "off"
_NOTHING: Mapping[str, float] = {OURS: 1.0}


@dataclass(frozen=True, slots=True)
class _Learnt:
    names: tuple[str, ...]
    weights: Vectors
    bias: Vectors


def likeness(vector: Vectors | None) -> Mapping[str, float]:
    """The share of each kind, 1 in all; « ours » alone where there is no vector, or one of another model."""
    learnt = _learnt()
    if vector is None or learnt is None or vector.shape[-1] != learnt.weights.shape[1]:
        return _NOTHING
    scores = learnt.weights @ vector + learnt.bias
    shares = np.exp(scores - scores.max())
    return dict(zip(learnt.names, (shares / shares.sum()).tolist(), strict=True))


def clear_kind(shares: Mapping[str, float], nearest: float, *, is_told: bool = False) -> str | None:
    """The request that is refused, when its share passes its threshold and no way people ask, by its best cosine, is near; higher where a paper is told."""
    if nearest >= _limits()["same"]:
        return None
    least: Mapping[str, float] = data("likeness")["refused_told" if is_told else "refused"]
    return next((name for name, share in least.items() if shares.get(name, 0.0) >= share), None)


def is_certain(shares: Mapping[str, float], kind: str) -> bool:
    """Whether it resembles this request enough to say so to the person's face."""
    return shares[kind] >= _limits()["accused"]


def clear_danger(shares: Mapping[str, float], dangers: tuple[str, ...]) -> str | None:
    """The likeliest danger, when all dangers together pass their threshold and another subject's share."""
    together = sum(shares.get(name, 0.0) for name in dangers)
    is_clear = together >= max(_limits()["danger"], shares.get(OFF, 0.0))
    return max(dangers, key=lambda name: shares.get(name, 0.0)) if is_clear else None


def is_unlike_ours(shares: Mapping[str, float], nearest: float, *, near_subject: bool) -> bool:
    """Whether it resembles nothing of ours: neither the kinds of question nor, by its best cosine, any way people ask."""
    limits = _limits()
    if nearest >= limits["known"]:
        return False
    if near_subject:
        return shares.get(OFF, 0.0) >= limits["another"]
    return shares.get(OFF, 0.0) >= limits["other"] or (nearest < limits["far"] and shares[OURS] < limits["doubtful"])


def is_surely_ours(vector: Vectors | None) -> bool:
    """Whether it resembles our questions and nothing else; False where there is no vector to tell."""
    shares = likeness(vector)
    return shares is not _NOTHING and shares[OURS] >= _limits()["surely_ours"]


def _limits() -> Mapping[str, float]:
    limits: Mapping[str, float] = data("likeness")["limits"]
    return limits


@cache
def _learnt() -> _Learnt | None:
    path = files("assistant") / "likeness.npz"
    if not path.is_file():
        return None
    with as_file(path) as file, np.load(file, allow_pickle=False) as learnt:
        return _Learnt(tuple(learnt["names"].tolist()), learnt["weights"].astype(np.float32), learnt["bias"].astype(np.float32))
