"""`python -m eval.likeness`: learn what a danger, a refused request and another subject resemble, from the phrases of tests/cases/refus."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from assistant.signs import dangers
from assistant.steps.protect import find_danger, heard
from eval.files import datasets
from knowledge.loading import load
from retrieval.bootstrap import build_embedder
from retrieval.embedding import Embedder
from retrieval.entries import entries
from retrieval.entry import Entry, Target
from retrieval.settings import OFFLINE_MODEL
from retrieval.spelling import read
from retrieval.stems import fold
from retrieval.vectors import SHIPPED, VectorStore, count_up

CASES = Path(__file__).parent.parent / "tests" / "cases" / "refus"
TARGET = Path(__file__).parent.parent / "assistant" / "likeness.npz"
OURS = {"calm", "answered", "confirmed", "told", "partial"}
REFUSED = {"hors-sujet": "off", "injection": "injection", "triche": "triche", "strategie": "strategie"}
TUNED = {"hors-domaine": "off", "triche-illegal": "triche", "injection": "injection"}
CAREFUL = 3.0  # a look-alike that must be answered weighs as three phrases
SOFTNESS = 30.0  # inverse of the regularisation; kinds keep their true sizes, so that a rare one must be clear
# How a message is typed in haste: each case is learnt twice.
HASTE = (
    ("qu'", "k"), (r"\bque\b", "ke"), (r"\bqui\b", "ki"), (r"\bquoi\b", "koi"), (r"\bquand\b", "kan"), (r"\bpour\b", "pr"), (r"\bdans\b", "ds"),
    (r"\bavec\b", "ac"), (r"\bcomment\b", "cmt"), (r"\bcombien\b", "cb"), (r"\bj'ai\b", "g"), (r"\bje (?=[a-z])", "j"), (r"\bc'est\b", "c"),
    (r"\bpas\b", "pa"), (r"\bfaire\b", "fer"), (r"\bproprietaire\b", "proprio"), (r"\bvous\b", "vs"), (r"\btout\b", "tt"), (r"\bplus\b", "plu"),
    (r"eaux?\b", "o"), (r"(?<=[a-z]{3})(?:ent|es|s|e)\b", ""), ("ph", "f"), (r"er\b", "é"), (r"[’']", ""), (r"[?!.]+$", ""),
)  # fmt: skip


def learn(embedder: Embedder) -> str:
    """Write `assistant/likeness.npz`; the report says on how many phrases of each kind."""
    phrases = [*_cases(), *_tuned()]
    hurried = [(_hurried(text), kind) for text, kind in phrases if text.isascii() or re.search("[éèàêç]", text)]
    known = [entry for entry in entries(load()) if entry.asked]
    written = [Entry(read(text).text, Target("fiche", "-"), asked=True) for text, _ in (*phrases, *hurried)]
    vectors = VectorStore(SHIPPED).embed([*known, *written], embedder, count_up)
    kinds = ["ours"] * len(known) + [kind for _, kind in (*phrases, *hurried)]
    weights = [1.0] * len(known) + [CAREFUL if kind == "ours" else 1.0 for kind in kinds[len(known) :]]
    model = LogisticRegression(C=SOFTNESS, max_iter=3000).fit(vectors, kinds, sample_weight=weights)
    np.savez_compressed(TARGET, names=np.array(model.classes_), weights=model.coef_.astype(np.float16), bias=model.intercept_.astype(np.float16))
    return ", ".join(f"{kind} {kinds.count(kind)}" for kind in model.classes_)


def _cases() -> Iterator[tuple[str, str]]:
    """Each phrase with its kind; a danger's kind is the one that its words tell."""
    for path in sorted(CASES.glob("*.yaml")):
        for expected, texts in yaml.safe_load(path.read_text("utf-8")).items():
            for text in texts:
                if kind := _kind(path.stem, expected, text):
                    yield text, kind


def _kind(file: str, expected: str, text: str) -> str | None:
    if expected in OURS:
        return "ours"
    if expected == "emergency":
        return danger.id if (danger := find_danger(heard(text))) else None
    return REFUSED.get(file) if expected == "declined" else None


def _tuned() -> Iterator[tuple[str, str]]:
    """The tuned questions, and those of them that have no answer."""
    for row in datasets("tuned", "questions"):
        yield row["question"], "ours"
    for row in datasets("tuned", "unanswerable"):
        if kind := TUNED.get(row["kind"]):
            yield row["question"], kind
    for row in datasets("tuned", "attacks"):
        if set(row["expected_outcome"]) <= {"declined", "clarify"}:
            yield row["message"], "injection"


def _hurried(text: str) -> str:
    folded = fold(text)
    for plain, typed in HASTE:
        folded = re.sub(plain, typed, folded)
    return folded


def main(arguments: Sequence[str] = ()) -> None:
    """Learn with the model whose vectors are shipped."""
    print(learn(build_embedder(arguments[0] if arguments else OFFLINE_MODEL)), len(dangers()))  # noqa: T201 (run by hand)


if __name__ == "__main__":
    main()
