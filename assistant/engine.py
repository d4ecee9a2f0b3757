"""What a step needs at hand: the knowledge, the search and, where an operator chose one, a language model."""

from dataclasses import dataclass

from assistant.rephrasing import Rephraser
from knowledge.loading import Knowledge
from retrieval.search import Search
from retrieval.windows import Windows


@dataclass(frozen=True, slots=True)
class Engine:
    """Chosen once in `bootstrap`, shared by every question."""

    knowledge: Knowledge
    search: Search
    windows: Windows
    rephraser: Rephraser | None = None

    @property
    def sos(self) -> str:
        """The national number that our sentences name, whatever local number a card shows."""
        return self.knowledge.partners["adil"].contact.phone or ""
