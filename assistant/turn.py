"""One question on its way to an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.answer import Answer
from assistant.draft import Draft
from assistant.understanding.reading import Understood
from knowledge.procedure.locate import Outcome
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from retrieval.embedding import Vectors
from retrieval.search import Found


@dataclass(frozen=True, slots=True)
class Turn:
    """What is asked, and what each step added; the walk ends at the first step that answers; `aside` is a question asked beside a danger."""

    message: str
    today: date
    language: str = "fr"
    department: str | None = None
    role: str | None = None
    known: Mapping[str, object] = field(default_factory=dict)
    previous: str | None = None
    understood: Understood | None = None
    place: Outcome | None = None
    found: tuple[Found, ...] = ()
    vector: Vectors | None = field(default=None, compare=False)
    draft: Draft | None = None
    answer: Answer | None = None
    aside: str | None = None

    @property
    def text(self) -> str:
        """The message as it is understood: folded and repaired; as written before that."""
        return self.understood.message.text if self.understood else self.message

    @property
    def tells(self) -> bool:
        """Whether it tells somebody's situation."""
        return bool(self.understood and self.understood.tells)

    @property
    def nearest(self) -> float:
        """The best cosine of all that was found."""
        return max((found.cosine for found in self.found), default=0.0)

    @property
    def situation(self) -> Situation:
        """What is understood so far."""
        return self.understood.situation if self.understood else Situation()

    @property
    def stage(self) -> Stage | None:
        """The stage it is about, where one was told."""
        stage = getattr(self.place, "stage", None)
        return stage if self.tells else None
