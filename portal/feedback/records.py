"""What is kept of an answer and of what was said about it."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from assistant.answer import Answer, Outcome

READER = "/textes/"
QUESTION_KEPT, COMMENT_KEPT = 2000, 1000
UNANSWERED = {Outcome.DECLINED}


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer was about, without a word of the question: its category, and the passages and fiche it rests on."""

    answer: str
    outcome: str
    stage: str | None = None
    fiche: str | None = None
    department: str | None = None
    language: str = "fr"
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A 👍 or 👎 on an answer; `question` only where the person agreed."""

    mark: Mark
    good: bool
    day: date
    comment: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question nobody here could answer; its text only where the person agreed."""

    mark: Mark
    day: date
    question: str | None = None


def mark_of(answer: Answer) -> Mark:
    """The mark of a given answer, under a new id."""
    passages = tuple(citation.url.removeprefix(READER) for citation in answer.citations)
    department = answer.entities.department if answer.entities else None
    return Mark(uuid4().hex, answer.outcome.value, answer.stage, answer.fiche, department, answer.language, passages)


def is_unanswered(answer: Answer) -> bool:
    """Whether nobody here knew."""
    return answer.outcome in UNANSWERED
