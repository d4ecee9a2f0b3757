"""The report: worse figures are told, intervals are repeatable, a judgement holds only for the answer that was judged."""

import json
from datetime import date

import pytest

from eval.baselines.passages import RankedPassages, bm25_score
from eval.baselines.systems import first_passage
from eval.files import EvalFileError
from eval.reporting.accepted import Accepted, Direction, changes, read_accepted, write_accepted
from eval.reporting.intervals import measured
from eval.reporting.judgements import judged, read_judgements
from eval.reporting.labels import labels, shown
from eval.scores import Scores, Tally, Verdict
from retrieval.entry import digest


def verdicts(hits: int, misses: int) -> list[Verdict]:
    return [Verdict({"accuracy": Tally(at < hits)}, {}, at >= hits, {"id": str(at), "answer": f"réponse {at}"}) for at in range(hits + misses)]


@pytest.mark.parametrize(
    ("name", "before", "now", "direction"),
    [
        ("accuracy", 0.70, 0.67, Direction.WORSE),
        ("accuracy", 0.70, 0.73, Direction.BETTER),
        ("accuracy", 0.70, 0.69, Direction.SAME),
        ("accuracy", 0.70, None, Direction.WORSE),
        ("over_refusal", 0.02, 0.05, Direction.WORSE),
        ("wrong_dates", 0, 1, Direction.WORSE),
        ("new_figure", None, 0.5, Direction.NEW),
    ],
)
def test_a_worse_figure_is_told_from_a_better_one(name, before, now, direction):
    accepted = {"held": {"answers": {name: before} if before is not None else {}}}
    assert [one.direction for one in changes({"held": {"answers": {name: now}}}, accepted, labels().lower_is_better)] == [direction]


def test_accepted_figures_are_read_back(tmp_path):
    accepted = Accepted(date(2026, 11, 25), {"held": {"answers": {"accuracy": 0.7}}})
    write_accepted(accepted, tmp_path / "accepted.json")
    assert read_accepted(tmp_path / "accepted.json") == accepted


def test_a_broken_accepted_file_says_how_to_write_it_again(tmp_path):
    (tmp_path / "accepted.json").write_text("{", "utf-8")
    with pytest.raises(EvalFileError, match="--accept"):
        read_accepted(tmp_path / "accepted.json")


def test_an_interval_holds_its_figure_and_is_repeatable():
    figure = measured(verdicts(70, 30))["accuracy"]
    assert figure == measured(verdicts(70, 30))["accuracy"]
    assert figure.value == 0.7
    assert 0.55 < figure.low < 0.7 < figure.high < 0.85


def test_a_judgement_of_an_older_answer_no_longer_counts(tmp_path):
    rows = [
        {"id": "0", "part": "held", "verdict": "right", "reason": "complet", "answer_digest": digest("réponse 0")},
        {"id": "1", "part": "held", "verdict": "right", "reason": "complet", "answer_digest": digest("une autre")},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    found = judged(read_judgements(tmp_path), "held", Scores("answers", verdicts(1, 1)))
    assert (found.rows, found.stale, found.figures["right"].value) == (1, 1, 1.0)


def test_a_judgement_with_an_unknown_verdict_is_refused(tmp_path):
    row = {"id": "0", "part": "held", "verdict": "peut-être", "reason": "", "answer_digest": ""}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), "utf-8")
    with pytest.raises(EvalFileError, match="peut-être"):
        read_judgements(tmp_path)


def test_bm25_alone_answers_with_its_first_passage(knowledge):
    ask = first_passage(RankedPassages(knowledge, bm25_score(list(knowledge.passages.values()))))
    answer = ask({"question": "qui préside la CCAPEX du Pas-de-Calais", "department": "62"})
    assert answer.citations[0].document in {"charte-62", "ri-62"}
    assert answer.answer == answer.citations[0].quote[:1200]


def test_shares_are_written_the_french_way():
    assert shown(0.876) == "87,6\u202f%"
    assert shown(None) == "–"
