"""What no fiche rests on: sections of the texts, rules of the law."""

from knowledge.corpus import Kind, Section
from knowledge.known import Knowledge


def bare(knowledge: Knowledge) -> tuple[str, ...]:
    """The sections with words of their own (`document#ancre`) and the rules that no fiche cites, in the order of the texts."""
    cited = {f"{c.document}#{c.section}" for fiche in knowledge.fiches.values() for c in fiche.passages}
    named = {parameter for fiche in knowledge.fiches.values() for parameter in fiche.parameters}
    sections = (f"{d.id}#{section.anchor}" for d in knowledge.documents.values() for section in d.sections if _speaks(section))
    return (*(s for s in sections if s not in cited), *(p for p in knowledge.law if p not in named))


def uncovered(knowledge: Knowledge) -> tuple[str, ...]:
    """Those that `uncovered.yaml` does not explain."""
    return tuple(id_ for id_ in bare(knowledge) if id_ not in knowledge.uncovered)


def needless(knowledge: Knowledge) -> tuple[str, ...]:
    """Exceptions of `uncovered.yaml` that a fiche covers by now."""
    left = set(bare(knowledge))
    return tuple(id_ for id_ in knowledge.uncovered if id_ not in left)


def _speaks(section: Section) -> bool:
    """Whether the section has words beside its title and our own notes."""
    return any(block.kind is not Kind.EDITOR for block in section.blocks)
