"""Messages that tell a situation: stage, entities, dates, partners, and whether to ask."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.answer import SituationReport
from assistant.bootstrap import Assistant
from eval.files import Row
from eval.scores import Scores, Tally, Verdict, cuts
from knowledge.procedure.stage import Stage

EUROS = 0.5
TOP = 3


def evaluate(rows: Sequence[Row], assistant: Assistant) -> Scores:
    """The contract's metrics over *rows*."""
    return Scores("situations", [_verdict(row, assistant.situation(row["message"], date.fromisoformat(row["today"]))) for row in rows])


def _verdict(row: Row, report: SituationReport) -> Verdict:
    """What one message adds to each figure."""
    count: Counter[str] = Counter()
    faults = _entity_faults(row, report, count)
    wrong_dates, missing_dates = _dates(row, report, count)
    partners = _partner_hits(row, report)
    located = report.stage == row["gold_stage"]
    asked, to_ask = report.needs_clarification, bool(row.get("needs_clarification"))
    right = 2 * count["entity_hit"]
    tallies = {
        "stage_accuracy": Tally(located),
        "confident_too_late": Tally(_confident_too_late(row, report)),
        "entity_f1": Tally(right, right + count["entity_false"] + count["entity_missed"]),
        "partner_recall": Tally(sum(partners.values()), len(partners)),
        "clarify_precision": Tally(asked and to_ask, asked),
        "clarify_recall": Tally(asked and to_ask, to_ask),
        "wrong_dates": Tally(len(wrong_dates)),
        "dates_found": Tally(count["dates_found"], count["dates_expected"]),
    }
    faulty = {"entities": faults, "dates": [*wrong_dates, *missing_dates], "partners": [name for name, found in partners.items() if not found]}
    return Verdict(tallies, cuts(row, ["style"]), not located or asked is not to_ask or any(faulty.values()), _seen(row, report) | faulty)


def _entity_faults(row: Row, report: SituationReport, count: Counter[str]) -> list[str]:
    """Entities against the gold; a wrong value is a false positive and a miss, null against null is not counted."""
    seen, gold, ranges = asdict(report.entities), row.get("gold_entities", {}), row.get("date_ranges") or {}
    faults = []
    for name in dict.fromkeys((*gold, *(key for key, value in seen.items() if value not in (None, ()) and not key.endswith(("_range", "_candidates"))))):
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


def _dates(row: Row, report: SituationReport, count: Counter[str]) -> tuple[list[str], list[str]]:
    """Dates that differ from the gold's, and those not given at all; the two readings of one delay share an id."""
    given = _by_rule((card.id, card.date.isoformat()) for card in report.deadlines if card.date)
    gold = _by_rule((deadline["id"], deadline["date"]) for deadline in row.get("gold_deadlines", []))
    wrong = [f"{card.id} sans départ connu" for card in report.deadlines if card.date and card.from_date is None]
    missing = []
    for name, dates in gold.items():
        count["dates_expected"] += len(dates)
        count["dates_found"] += len(dates & given.get(name, set()))
        if name not in given:
            missing.append(f"{name}: attendu {sorted(dates)}, absent")
        elif not dates <= given[name]:
            wrong.append(f"{name}: attendu {sorted(dates)}, donné {sorted(given[name])}")
    return wrong, missing


def _by_rule(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The dates of each rule, the suffix of its several readings left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, day in pairs:
        found[name.split(":")[0]].add(day)
    return dict(found)


def _confident_too_late(row: Row, report: SituationReport) -> bool:
    """Located later than the gold, or located where the gold is unknown, without asking."""
    if report.needs_clarification or report.outcome == "out_of_scope":
        return False
    return Stage(report.stage).rank > Stage(row["gold_stage"]).rank


def _partner_hits(row: Row, report: SituationReport) -> dict[str, bool]:
    """Each expected partner, and whether it stands among the first."""
    gold = row.get("gold_partners", [])
    first = [card.partner for card in report.partners[: max(TOP, len(gold))]]
    return {partner: partner in first for partner in gold}


def _seen(row: Row, report: SituationReport) -> dict[str, Any]:
    return {
        "id": row.get("id"),
        "message": row["message"],
        "today": row["today"],
        "stage": f"attendu {row['gold_stage']}, lu {report.stage}",
        "clarify": f"attendu {row.get('clarify')}, demandé {report.clarify.field if report.clarify else None}",
    }
