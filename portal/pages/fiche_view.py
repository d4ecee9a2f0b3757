"""Fiches by theme, filtered, with their neighbours."""

from collections.abc import Iterable, Sequence

from knowledge.fiche import Fiche
from knowledge.loading import Knowledge
from portal.pages.choices import ROLES
from portal.pages.words import order, word

NEIGHBOURS = 6
Theme = tuple[str, str, Sequence[Fiche]]


def fits(fiche: Fiche, stage: str, department: str, side: str) -> bool:
    """Whether the fiche belongs to these choices; an empty one asks for nothing."""
    return (
        (not stage or stage in fiche.stages)
        and (not department or not fiche.departments or department in fiche.departments)
        and (not side or not fiche.roles or ROLES[side] in fiche.roles)
    )


def fitting_text(fiche: Fiche) -> str:
    """The words a fiche is found by: its question, its answer, the ways people ask."""
    return " ".join((fiche.question, fiche.short, *fiche.asked))


def theme_of(fiche: Fiche, knowledge: Knowledge) -> str:
    """The topic of its first rule; without a rule, the texts of its département."""
    if len(fiche.departments) == 1 and fiche.id.startswith(("charte-", "vienne-", "ccapex-62-", "ccapex-86-")):
        return f"textes-{fiche.departments[0]}"
    if fiche.parameters:
        return knowledge.law[fiche.parameters[0]].topic
    return f"textes-{fiche.departments[0]}" if len(fiche.departments) == 1 else "autres"


def by_theme(fiches: Iterable[Fiche], knowledge: Knowledge) -> list[Theme]:
    """The fiches under the names of their themes, in the order of the procedure."""
    grouped: dict[str, list[Fiche]] = {}
    for fiche in fiches:
        grouped.setdefault(theme_of(fiche, knowledge), []).append(fiche)
    return sorted(((theme, word("topics", theme), found) for theme, found in grouped.items()), key=lambda group: order("topics", group[0]))


def neighbours(fiche: Fiche, knowledge: Knowledge) -> list[Fiche]:
    """Those it names, then those that rest on the same rules."""
    near = [f.id for f in knowledge.fiches.values() if f is not fiche and set(f.parameters) & set(fiche.parameters)]
    return [knowledge.fiches[name] for name in dict.fromkeys((*fiche.related, *near)) if name != fiche.id][:NEIGHBOURS]
