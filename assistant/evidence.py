"""Whether what was found is good enough to answer with: a score learnt on the tuned questions (`python -m eval calibrate`)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.patterns import data
from assistant.signs import is_on_subject
from retrieval.search import Found, Search
from retrieval.stems import stems

FLOOR = 0.2  # the cosine of unrelated texts


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic score: weights in the order of `features`, and where it answers or answers in part.

    `first` are the weights of a sentence's signs; `sure`, `close` and `clear` the scores from which an oui or a non is read on it, from
    which it is said at all, and without a reserve, however few words are known (`assistant.choosing`); `marked` and `apart` how near,
    and how much nearer than the contrary one, a marked way of asking speaks, `alone` how near where no contrary one is marked
    (`assistant.polarity`).
    """

    weights: tuple[float, ...]
    bias: float
    answered: float
    partial: float
    fiche: float
    first: tuple[float, ...]
    sure: float
    close: float
    clear: float
    marked: float
    apart: float
    alone: float


@cache
def model() -> Model:
    """The weights that `python -m eval calibrate` wrote."""
    learnt = data("evidence")
    limits = {name: value for name, value in learnt.items() if name not in {"weights", "first"}}
    return Model(tuple(learnt["weights"].values()), first=tuple(learnt["first"].values()), **limits)


def features(text: str, found: Sequence[Found], search: Search) -> tuple[float, ...]:
    """Best cosine of a fiche and of a passage, best BM25, share of known words, whether a word of the subject stands there."""
    words = [word for word in stems(text) if not word.isdigit()]  # a sum, an age or a year is nobody's word
    return (
        max((one.cosine for one in found if one.target.kind == "fiche"), default=FLOOR),
        max((one.cosine for one in found if one.target.kind == "passage"), default=FLOOR),
        max((one.bm25 for one in found), default=0.0),
        sum(search.knows(word) for word in words) / max(1, len(words)),
        float(is_on_subject(text)),
    )


def confidence(text: str, found: Sequence[Found], search: Search) -> float:
    """From 0 (nothing here answers) to 1."""
    learnt = model()
    return 1 / (1 + math.exp(-learnt.bias - sum(w * x for w, x in zip(learnt.weights, features(text, found, search), strict=True))))


def best_passages(found: Sequence[Found]) -> list[Found]:
    """The passages, best first."""
    return [one for one in found if one.target.kind == "passage"]
