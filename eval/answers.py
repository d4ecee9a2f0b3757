"""Questions with a known answer: accuracy by words, citation recall, grounding, over-refusal."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.answer import Answer, Outcome
from assistant.bootstrap import Assistant
from eval.files import Row
from eval.measures import fact_found, figures, letters, must_not_found, overlaps, values, verbatim
from eval.scores import Scores, share

GIVEN = {Outcome.ANSWERED, Outcome.PARTIAL}
CUTS = ("style", "register", "department", "gold_doc")
Ask = Callable[[Row], Answer]


def asker(assistant: Assistant, today: date) -> Ask:
    """Ask a row's question as its register and département."""
    return lambda row: assistant.answer(row["question"], today, department=row.get("department"), role=row.get("register"))


def evaluate(rows: Sequence[Row], ask: Ask, sources: dict[str, str]) -> Scores:
    """The contract's metrics over *rows*; *sources* are the documents' texts by id."""
    squeezed = {name: letters(text) for name, text in sources.items()}
    seen = [_verdict(row, ask(row), squeezed) for row in rows]
    scores = Scores("answers", len(rows), _figures(seen), [v["failure"] for v in seen if not v["accurate"]])
    for cut in CUTS:
        groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row, verdict in zip(rows, seen, strict=True):
            groups[f"{cut}={row.get(cut)}"].append(verdict)
        scores.by |= {name: _figures(group) for name, group in sorted(groups.items())}
    return scores


def _figures(seen: Sequence[dict[str, Any]]) -> dict[str, float | None]:
    citations = [one for v in seen for one in v["verbatim"]]
    return {
        "accuracy": share(v["accurate"] for v in seen),
        "citation_recall": share(v["cited"] for v in seen),
        "verbatim": share(citations),
        "figures_supported": share(v["supported"] for v in seen),
        "over_refusal": share(v["declined"] for v in seen),
    }


def _verdict(row: Row, answer: Answer, sources: dict[str, str]) -> dict[str, Any]:
    found = asdict(answer)
    beside = values([found[name] for name in ("law_notes", "partners", "deadlines")])
    missed = [fact for fact in row.get("answer_facts", []) if not fact_found(fact, answer.answer, beside)]
    wrong = [text for text in row.get("must_not", []) if must_not_found(text, answer.answer)]
    cited = any(overlaps(gold, citation.quote) for gold in row.get("gold_quotes", []) for citation in answer.citations)
    known = figures(values([found[name] for name in ("citations", "law_notes", "partners", "deadlines")])) | figures(row["question"])
    return {
        "accurate": answer.outcome in GIVEN and not missed and not wrong,
        "cited": cited,
        "verbatim": [verbatim(citation.quote, sources[citation.document]) for citation in answer.citations],
        "supported": figures(answer.answer) <= known,
        "declined": answer.outcome is Outcome.DECLINED,
        "failure": {
            "id": row.get("id"),
            "question": row["question"],
            "outcome": answer.outcome,
            "answer": answer.answer,
            "fiche": answer.fiche,
            "missed": missed,
            "wrong": wrong,
            "cited": cited,
            "unsupported": sorted(figures(answer.answer) - known),
        },
    }
