"""Learn, on the tuned questions, when what was found answers: a logistic regression over five features."""

from datetime import date
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from assistant.bootstrap import Assistant
from assistant.evidence import features
from assistant.signs import is_off_subject, refusals
from assistant.steps.protect import find_danger
from eval.files import datasets
from eval.ordering import ordering
from retrieval.spelling import read

TARGET = Path(__file__).parent.parent / "assistant" / "evidence.yaml"
NAMES = ("fiche_cosine", "passage_cosine", "bm25", "known_words", "on_subject")
NOT_HERE = {"hors-domaine", "autre-departement", "triche-illegal", "injection"}
STRENGTH = 0.05  # strong regularisation: few questions without an answer
ANSWERED, PARTIAL, FICHE = 0.75, 0.2, 0.38
MARKED, APART, ALONE = 0.45, 0.05, 0.3  # how near, and how much nearer than the contrary, a way of asking marked oui or non speaks
CLOSE, CLEAR = 9.0, 12.0  # from the one it is said, from the other without a reserve, however few words of the question are known
SURE = 5.0  # from this score an oui or a non is read on the sentence that answers


def calibrate(assistant: Assistant, today: date) -> str:
    """Write `assistant/evidence.yaml`; the report says on how many questions."""
    rows, labels = [], []
    for kind, label in (("questions", 1), ("unanswerable", 0)):
        for row in datasets("tuned", kind):
            text = read(row["question"]).text
            if label == 0 and (row["kind"] not in NOT_HERE or _caught(text)):
                continue
            department = row.get("department") if row.get("department") in assistant.engine.knowledge.departments else None
            found = assistant.engine.search.search(row["question"], department=department, limit=40)
            rows.append(features(text, found, assistant.engine.search))
            labels.append(label)
    table = np.array(rows)
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    learnt = LogisticRegression(class_weight="balanced", C=STRENGTH).fit((table - mean) / spread, labels)
    weights = learnt.coef_[0] / spread
    data = {
        "weights": {name: round(float(w), 4) for name, w in zip(NAMES, weights, strict=True)},
        "bias": round(float(learnt.intercept_[0] - (weights * mean).sum()), 4),
        "answered": ANSWERED,
        "partial": PARTIAL,
        "fiche": FICHE,
        "first": ordering(assistant, today),
        "sure": SURE,
        "close": CLOSE,
        "clear": CLEAR,
        "marked": MARKED,
        "apart": APART,
        "alone": ALONE,
    }
    note = (
        f"# Appris le {today} par `python -m eval calibrate` sur {sum(labels)} questions à réponse et {len(labels) - sum(labels)} sans (parties « tuned »).\n"
    )
    TARGET.write_text(note + yaml.safe_dump(data, sort_keys=False), "utf-8")
    return f"{note}justesse sur ces questions : {learnt.score((table - mean) / spread, labels):.3f}"


def _caught(text: str) -> bool:
    """Whether the question is refused before any search."""
    return bool(find_danger(text)) or any(refusal.is_in(text) for refusal in refusals()) or is_off_subject(text)
