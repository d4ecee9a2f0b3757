"""`python -m knowledge check`: every file, every citation, every reference between files."""

import sys
from collections.abc import Iterator

from knowledge.fiche import Cited
from knowledge.loading import Knowledge, load, squeeze
from knowledge.reading import KnowledgeError


def main(arguments: list[str]) -> None:
    """Check everything and count it; exit with 1 and the faults otherwise."""
    if arguments != ["check"]:
        sys.exit("Usage : python -m knowledge check")
    try:
        knowledge = load()
    except KnowledgeError as error:
        sys.exit(str(error))
    faults = list(find_faults(knowledge))
    print("\n".join(faults))
    print(_counts(knowledge))
    sys.exit(1 if faults else 0)


def find_faults(knowledge: Knowledge) -> Iterator[str]:
    """Each citation that is not verbatim in its section, each id that leads nowhere."""
    for place, cited in citations(knowledge):
        if squeeze(cited.quote) not in knowledge.squeezed(cited.document, cited.section):
            yield f"{place} : « {cited.quote[:60]} » ne se trouve pas dans {cited.document}, section {cited.section}"
    for fiche in knowledge.fiches.values():
        yield from (f"fiche {fiche.id} : règle inconnue « {name} »" for name in fiche.parameters if name not in knowledge.law)
        yield from (f"fiche {fiche.id} : partenaire inconnu « {name} »" for name in fiche.partners if name not in knowledge.partners)
        yield from (f"fiche {fiche.id} : fiche liée inconnue « {name} »" for name in fiche.related if name not in knowledge.fiches)
    yield from (f"asked : passage inconnu « {anchor} »" for anchor in knowledge.asked if anchor not in knowledge.passages)
    for sheet in knowledge.sheets.values():
        yield from (f"étape {sheet.id} : règle inconnue « {name} »" for name in sheet.parameters if name not in knowledge.law)
    for one in knowledge.orientation:
        yield from (f"orientation {one.stage} : partenaire inconnu « {p.partner} »" for p in one.partners if p.partner not in knowledge.partners)


def citations(knowledge: Knowledge) -> Iterator[tuple[str, Cited]]:
    """Every citation of our own files, with where it stands."""
    for fiche in knowledge.fiches.values():
        yield from ((f"fiche {fiche.id}", cited) for cited in fiche.passages)
    for sheet in knowledge.sheets.values():
        yield from ((f"étape {sheet.id}", cited) for cited in sheet.passages)
    for statement in knowledge.statements:
        yield f"énoncé {statement.id}", statement.source
    for term in knowledge.glossary:
        if term.source:
            yield f"terme {term.id}", term.source
    for local in knowledge.locals:
        if local.source:
            yield f"contact {local.name.fr}", local.source


def _counts(knowledge: Knowledge) -> str:
    asked = sum(len(fiche.asked) for fiche in knowledge.fiches.values())
    return (
        f"{len(knowledge.documents)} textes, {len(knowledge.passages)} passages, {len(knowledge.law)} règles, {len(knowledge.sheets)} étapes, "
        f"{len(knowledge.statements)} énoncés, {len(knowledge.fiches)} fiches ({asked} formulations), {len(knowledge.partners)} partenaires, "
        f"{len(knowledge.glossary)} termes, {sum(1 for _ in citations(knowledge))} citations"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
