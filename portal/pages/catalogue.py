"""What pages look up again and again in the knowledge, arranged once."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated

from fastapi import Depends, Request

from assistant.answer import Citation
from assistant.bootstrap import Assistant
from assistant.citing import citation, cited_passages
from knowledge.corpus import Passage
from knowledge.dated import Gap, Parameter
from knowledge.fiche import Cited, Fiche
from knowledge.loading import Knowledge, squeeze
from portal.deps import TheKnowledge
from portal.pages.terms import Terms, everyday

AGREES = "conforme"


class Catalogue:
    """Places of quotes, fiches by rule, terms: each made at its first use."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def cited(self, cited: Cited) -> Citation | None:
        """The citation of a verbatim span, with the address that opens the reader on it."""
        found = cited_passages([cited], self.knowledge)
        return citation(1, found[0][0], self.knowledge, found[0][1]) if found else None

    def gap(self, gap: Gap) -> Citation | None:
        """The citation of the words where a text and the law differ."""
        passage = self._gaps.get((gap.document, gap.quote))
        return citation(1, passage, self.knowledge, gap.quote) if passage else None

    def fiches_on(self, parameter: str) -> Sequence[Fiche]:
        """The fiches that rest on a rule."""
        return [fiche for fiche in self.knowledge.fiches.values() if parameter in fiche.parameters]

    def changed(self, passage: str) -> Sequence[tuple[Parameter, str]]:
        """The rules of today's law that no longer say what that passage says, each with the nature of the difference."""
        return self._changed.get(passage, ())

    @cached_property
    def terms(self) -> Terms:
        """The glossary, ready to be found in a text."""
        return Terms(self.knowledge.glossary, everyday())

    @cached_property
    def _gaps(self) -> Mapping[tuple[str, str], Passage]:
        texts = [(passage, squeeze(passage.quote)) for passage in self.knowledge.passages.values()]
        found: dict[tuple[str, str], Passage] = {}
        for gap in (gap for parameter in self.knowledge.law.values() for gap in parameter.gaps):
            wanted = squeeze(gap.quote)
            holding = [p for p, text in texts if wanted in text and p.document.endswith(gap.document[-2:])]
            if holding:
                found[gap.document, gap.quote] = min(holding, key=lambda p: (p.document != gap.document, len(p.quote)))
        return found

    @cached_property
    def _changed(self) -> Mapping[str, Sequence[tuple[Parameter, str]]]:
        found: dict[str, list[tuple[Parameter, str]]] = {}
        for parameter in self.knowledge.law.values():
            for gap in parameter.gaps:
                passage = self._gaps.get((gap.document, gap.quote))
                if passage and gap.nature != AGREES and (parameter, gap.nature) not in found.get(passage.id, ()):
                    found.setdefault(passage.id, []).append((parameter, gap.nature))
        return found


def get_catalogue(request: Request, knowledge: TheKnowledge) -> Catalogue:
    """The catalogue of the application's knowledge; made at its first use, kept in the application's state."""
    return _kept(request, knowledge)


def catalogue_of(request: Request) -> Catalogue | None:
    """The same, or None as long as nothing is loaded."""
    assistant = getattr(request.app.state, "assistant", None)
    return _kept(request, assistant.engine.knowledge) if isinstance(assistant, Assistant) else None


def _kept(request: Request, knowledge: Knowledge) -> Catalogue:
    kept = getattr(request.app.state, "catalogue", None)
    if not isinstance(kept, Catalogue) or kept.knowledge is not knowledge:
        kept = request.app.state.catalogue = Catalogue(knowledge)
    return kept


TheCatalogue = Annotated[Catalogue, Depends(get_catalogue)]
