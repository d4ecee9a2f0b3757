"""`python -m eval.adapter`: learn the adapter from the ways of asking of knowledge/data, each drawn to the others that lead to the same answer.

Nothing of eval/datasets enters: the tuned questions choose the constants, the held ones only measure.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch.nn.functional import dropout, normalize

from knowledge.loading import load
from retrieval.adapter import SHIPPED as TARGET
from retrieval.bootstrap import build_embedder
from retrieval.entries import entries
from retrieval.entry import Entry
from retrieval.settings import OFFLINE_MODEL
from retrieval.vectors import SHIPPED, VectorStore, count_up

STEPS, ASKED, OTHERS = 400, 768, 4096  # a step compares so many questions with their answers and so many other texts
RATE, TEMPERATURE, SMALL, HIDDEN = 1e-3, 0.05, 1e-3, 0.1
SAME = 0.999  # the cosine of one text with itself, under two targets
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class _Texts:
    """Every text of the index: its vector, its target's number, and who asks."""

    vectors: torch.Tensor
    targets: torch.Tensor
    asked: torch.Tensor
    by_target: dict[int, list[int]]


def main() -> None:
    """Write `retrieval/data/adapter.npz`, the same at every run."""
    found = entries(load())
    embedder = build_embedder(OFFLINE_MODEL)
    texts = _texts(found, VectorStore(SHIPPED).embed(found, embedder, count_up))
    torch.manual_seed(0)
    weights, bias = _learnt(texts)
    np.savez_compressed(TARGET, model=np.array(OFFLINE_MODEL), weights=weights, bias=bias)
    print(f"{len(texts.asked)} façons de demander, {len(texts.by_target)} réponses, {TARGET.stat().st_size // 1000} ko")  # noqa: T201 (run by hand)


def _texts(found: list[Entry], vectors: npt.NDArray[np.float32]) -> _Texts:
    number = {target: at for at, target in enumerate(dict.fromkeys(entry.target for entry in found))}
    targets = [number[entry.target] for entry in found]
    by_target: dict[int, list[int]] = {}
    for at, target in enumerate(targets):
        by_target.setdefault(target, []).append(at)
    asked = torch.tensor([at for at, entry in enumerate(found) if entry.asked])
    return _Texts(normalize(torch.from_numpy(vectors.astype(np.float32)), dim=1), torch.tensor(targets), asked, by_target)


def _learnt(texts: _Texts) -> tuple[npt.NDArray[np.float16], npt.NDArray[np.float16]]:
    size = texts.vectors.shape[1]
    weights, bias = torch.zeros(size, size, requires_grad=True), torch.zeros(size, requires_grad=True)
    optimizer = torch.optim.Adam([weights, bias], lr=RATE)
    for _ in range(STEPS):
        loss = _loss(texts, weights, bias) + SMALL * (weights**2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return weights.detach().numpy().astype(np.float16), bias.detach().numpy().astype(np.float16)


def _loss(texts: _Texts, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """How little of a question's likeness goes to what answers it; a text is never compared with itself."""
    chosen = texts.asked[torch.randint(len(texts.asked), (ASKED,))]
    answers = [at for target in texts.targets[chosen].tolist() for at in texts.by_target[target]]
    beside = torch.unique(torch.cat([torch.tensor(answers), torch.randint(len(texts.targets), (OTHERS,))]))
    asked, others = texts.vectors[chosen], texts.vectors[beside]
    itself = asked @ others.T > SAME
    right = (texts.targets[chosen][:, None] == texts.targets[beside][None, :]) & ~itself
    likeness = (_moved(dropout(asked, HIDDEN), weights, bias) @ _moved(others, weights, bias).T / TEMPERATURE).masked_fill(itself, NEVER)
    told = right.any(1)
    to_right = torch.logsumexp(likeness.masked_fill(~right, NEVER), 1)
    return (torch.logsumexp(likeness, 1) - to_right)[told].mean()


def _moved(vectors: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """What `retrieval.adapter` does, differentiable."""
    return normalize(vectors + vectors @ weights - bias, dim=1)


if __name__ == "__main__":
    main()
