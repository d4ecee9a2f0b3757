"""Questions with a known answer: accuracy by words, citation recall, grounding, over-refusal."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.answer import Answer, Outcome
from assistant.bootstrap import Assistant
from eval.files import Row
from eval.measures import fact_found, figures, letters, must_not_found, overlaps, values, verbatim
from eval.scores import Scores, Tally, Verdict, cuts

GIVEN = {Outcome.ANSWERED, Outcome.PARTIAL}
CUTS = ("style", "register", "department", "gold_doc")
EVERYDAY = {"familier-avec-fautes", "sms"}
BESIDE = ("law_notes", "partners", "deadlines")
Ask = Callable[[Row], Answer]


def asker(assistant: Assistant, today: date) -> Ask:
    """Ask a row's question as its register and département."""
    return lambda row: assistant.answer(row["question"], today, department=row.get("department"), role=row.get("register"))


def question_cuts(row: Row) -> dict[str, str]:
    """The groups a question belongs to; `everyday` tells misspelt and SMS language from the rest."""
    found = cuts(row, CUTS)
    return found | {"everyday": "oui" if row["style"] in EVERYDAY else "non"} if "style" in row else found


def evaluate(rows: Sequence[Row], ask: Ask, sources: dict[str, str]) -> Scores:
    """The contract's metrics over *rows*; *sources* are the documents' texts by id."""
    squeezed = {name: letters(text) for name, text in sources.items()}
    return Scores("answers", [_verdict(row, ask(row), squeezed) for row in rows])


def _verdict(row: Row, answer: Answer, sources: dict[str, str]) -> Verdict:
    found = asdict(answer)
    beside = values([found[name] for name in BESIDE])
    missed = [fact for fact in row.get("answer_facts", []) if not fact_found(fact, answer.answer, beside)]
    wrong = [text for text in row.get("must_not", []) if must_not_found(text, answer.answer)]
    accurate = answer.outcome in GIVEN and not missed and not wrong
    cited = any(overlaps(gold, citation.quote) for gold in row.get("gold_quotes", []) for citation in answer.citations)
    exact = [verbatim(citation.quote, sources[citation.document]) for citation in answer.citations]
    unsupported = figures(answer.answer) - figures(values(found["citations"])) - figures(beside) - figures(row["question"])
    tallies = {
        "accuracy": Tally(accurate),
        "citation_recall": Tally(cited),
        "verbatim": Tally(sum(exact), len(exact)),
        "figures_supported": Tally(not unsupported),
        "over_refusal": Tally(answer.outcome is Outcome.DECLINED),
    }
    seen = _seen(row, answer) | {"missed": missed, "wrong": wrong, "cited": cited, "verbatim": all(exact), "unsupported": sorted(unsupported)}
    return Verdict(tallies, question_cuts(row), not (accurate and cited and all(exact) and not unsupported), seen)


def _seen(row: Row, answer: Answer) -> dict[str, Any]:
    """The question, what was answered, and the gold."""
    return {
        "id": row.get("id"),
        "question": row["question"],
        "outcome": answer.outcome,
        "answer": answer.answer,
        "fiche": answer.fiche,
        "quotes": [citation.quote for citation in answer.citations],
        "gold_quotes": row.get("gold_quotes", []),
        "answer_facts": row.get("answer_facts", []),
    }
