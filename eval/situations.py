"""Messages that tell a situation: stage, entities, dates, partners, and whether to ask."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.answer import SituationReport
from assistant.bootstrap import Assistant
from eval.files import Row
from eval.scores import Scores, share
from knowledge.procedure.stage import Stage

EUROS = 0.5
TOP = 3


def evaluate(rows: Sequence[Row], assistant: Assistant) -> Scores:
    """The contract's metrics over *rows*."""
    count: Counter[str] = Counter()
    stages, late, partners, failures = [], [], [], []
    for row in rows:
        report = assistant.situation(row["message"], date.fromisoformat(row["today"]))
        faults = _entity_faults(row, report, count)
        wrong_dates = _wrong_dates(row, report, count)
        stages.append(report.stage == row["gold_stage"])
        late.append(_confident_too_late(row, report))
        partners.extend(_partner_hits(row, report))
        _count_clarification(row, report, count)
        asked = report.needs_clarification == bool(row.get("needs_clarification"))
        if not (stages[-1] and asked and not faults and not wrong_dates):
            failures.append(_failure(row, report, faults, wrong_dates))
    figures = {
        "stage_accuracy": share(stages),
        "confident_too_late": share(late),
        "entity_f1": _f1(count["entity_hit"], count["entity_false"], count["entity_missed"]),
        "partner_recall": share(partners),
        "clarify_precision": _ratio(count["asked_rightly"], count["asked"]),
        "clarify_recall": _ratio(count["asked_rightly"], count["to_ask"]),
        "wrong_dates": float(count["wrong_dates"]),
        "dates_found": _ratio(count["dates_found"], count["dates_expected"]),
    }
    return Scores("situations", len(rows), figures, failures)


def _entity_faults(row: Row, report: SituationReport, count: Counter[str]) -> list[str]:
    """Entities against the gold; a wrong value is a false positive and a miss, null against null is not counted."""
    seen, gold, ranges = asdict(report.entities), row.get("gold_entities", {}), row.get("date_ranges") or {}
    faults = []
    for name in {*gold, *(key for key, value in seen.items() if value not in (None, ()) and not key.endswith(("_range", "_candidates")))}:
        want, have = gold.get(name), seen.get(name)
        if want is None and have is None:
            continue
        if want is not None and have is not None and _same(want, have, ranges.get(name)):
            count["entity_hit"] += 1
            continue
        count["entity_false"] += have is not None
        count["entity_missed"] += want is not None
        faults.append(f"{name}: attendu {want}, lu {have}")
    return faults


def _same(want: Any, have: Any, span: list[str] | None) -> bool:
    if isinstance(have, date):
        return span[0] <= have.isoformat() <= span[1] if span else have.isoformat() == want
    if isinstance(want, (int, float)) and not isinstance(want, bool) and isinstance(have, (int, float)):
        return abs(want - have) <= EUROS
    return bool(want == have)


def _wrong_dates(row: Row, report: SituationReport, count: Counter[str]) -> list[str]:
    """Dates that differ from the gold's; the two readings of one delay share an id."""
    wrong = []
    given: dict[str, set[str]] = {}
    for card in report.deadlines:
        if card.date:
            given.setdefault(card.id.split(":")[0], set()).add(card.date.isoformat())
            if card.from_date is None:
                wrong.append(f"{card.id} sans départ connu")
    gold: dict[str, set[str]] = {}
    for deadline in row.get("gold_deadlines", []):
        gold.setdefault(deadline["id"].split(":")[0], set()).add(deadline["date"])
    for name, dates in gold.items():
        count["dates_expected"] += len(dates)
        count["dates_found"] += len(dates & given.get(name, set()))
        if name in given and not dates <= given[name]:
            wrong.append(f"{name}: attendu {sorted(dates)}, donné {sorted(given[name])}")
    count["wrong_dates"] += len(wrong)
    return wrong


def _confident_too_late(row: Row, report: SituationReport) -> bool:
    """Located later than the gold, or located where the gold is unknown, without asking."""
    if report.needs_clarification or report.outcome == "out_of_scope":
        return False
    return Stage(report.stage).rank > Stage(row["gold_stage"]).rank


def _partner_hits(row: Row, report: SituationReport) -> list[bool]:
    gold = row.get("gold_partners", [])
    first = [card.partner for card in report.partners[: max(TOP, len(gold))]]
    return [partner in first for partner in gold]


def _count_clarification(row: Row, report: SituationReport, count: Counter[str]) -> None:
    wanted = bool(row.get("needs_clarification"))
    count["asked"] += report.needs_clarification
    count["to_ask"] += wanted
    count["asked_rightly"] += wanted and report.needs_clarification


def _f1(hit: int, false: int, missed: int) -> float | None:
    return _ratio(2 * hit, 2 * hit + false + missed)


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _failure(row: Row, report: SituationReport, faults: list[str], wrong_dates: list[str]) -> dict[str, Any]:
    return {
        "id": row.get("id"),
        "message": row["message"],
        "today": row["today"],
        "stage": f"attendu {row['gold_stage']}, lu {report.stage}",
        "clarify": f"attendu {row.get('clarify')}, demandé {report.clarify.field if report.clarify else None}",
        "entities": faults,
        "dates": wrong_dates,
    }
