"""Answers judged by meaning, kept as data; a judgement holds only as long as the answer is the one that was judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from eval.files import EvalFileError, read_rows
from eval.reporting.intervals import Figure, measured
from eval.scores import Scores, Tally, Verdict
from retrieval.entry import digest

JUDGEMENTS = Path(__file__).parent.parent / "judgements"
Meaning = Literal["right", "partly", "wrong"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge said of one answer, known by its digest."""

    id: str
    part: str
    verdict: Meaning
    reason: str
    answer_digest: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The shares of right and of at least partly right answers, how many count, and how many are of an older answer."""

    figures: Mapping[str, Figure]
    rows: int
    stale: int


def read_judgements(folder: Path = JUDGEMENTS) -> list[Judgement]:
    """All judgements; the last one of a question counts, in the order of the files' names."""
    found: dict[tuple[str, str], Judgement] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for row in read_rows(path):
            try:
                judgement = Judgement(row["id"], row["part"], row["verdict"], row["reason"], row["answer_digest"])
            except KeyError as error:
                raise EvalFileError(f"{path.name}, {row.get('id', 'sans id')} : il manque {error}") from None
            if judgement.verdict not in get_args(Meaning):
                raise EvalFileError(f"{path.name}, {judgement.id} : « {judgement.verdict} » n'est pas {', '.join(get_args(Meaning))}")
            found[judgement.part, judgement.id] = judgement
    return list(found.values())


def judged(judgements: Sequence[Judgement], part: str, answers: Scores) -> Judged:
    """The judgements of *part* that are of the answers given now."""
    now = {verdict.seen["id"]: digest(verdict.seen["answer"]) for verdict in answers.verdicts}
    ours = [one for one in judgements if one.part == part]
    fresh = [one for one in ours if now.get(one.id) == one.answer_digest]
    return Judged(measured([_verdict(one) for one in fresh]), len(fresh), len(ours) - len(fresh))


def _verdict(judgement: Judgement) -> Verdict:
    right, wrong = judgement.verdict == "right", judgement.verdict == "wrong"
    return Verdict({"right": Tally(right), "right_or_partly": Tally(not wrong)}, {}, failed=wrong)
