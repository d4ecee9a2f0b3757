"""`python -m knowledge check|schemas|coverage|freshness`: what the data files promise, checked and counted."""

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from knowledge.checking import citations
from knowledge.checking import find_faults as find_faults
from knowledge.coverage import needless, uncovered
from knowledge.freshness import overdue
from knowledge.loading import Knowledge, load
from knowledge.reading import KnowledgeError
from knowledge.schemas import stale, write_schemas


def main(arguments: Sequence[str]) -> None:
    """Load everything, then do what is asked; exit with 1 and the faults when something is wrong."""
    command = COMMANDS.get(arguments[0] if arguments else "")
    if command is None:
        sys.exit(f"Usage : python -m knowledge {'|'.join(COMMANDS)}")
    try:
        knowledge = load()
    except KnowledgeError as error:
        sys.exit(str(error))
    sys.exit(command(knowledge, arguments[1:]))


def check(knowledge: Knowledge, _options: Sequence[str]) -> int:
    """Count what was checked: the load found no fault; 1 when the editors' schemas are behind the data."""
    late = stale(knowledge)
    if late:
        print(f"knowledge/data/schemas : {', '.join(late)} en retard sur les données. Lancez `.venv/bin/python -m knowledge schemas`.")
    print(counts(knowledge))
    return 1 if late else 0


def schemas(knowledge: Knowledge, _options: Sequence[str]) -> int:
    """Write the schemas that editors pick up."""
    print(f"{write_schemas(knowledge)} schémas écrits dans knowledge/data/schemas")
    return 0


def coverage(knowledge: Knowledge, _options: Sequence[str]) -> int:
    """List the sections and rules on which no fiche rests and that uncovered.yaml does not explain; 1 when there are any."""
    bare, past = uncovered(knowledge), needless(knowledge)
    for id_ in bare:
        print(f"{id_} : aucune fiche n'y renvoie. Ajoutez-la aux `passages` ou `parameters` d'une fiche, ou dites pourquoi dans uncovered.yaml.")
    for id_ in past:
        print(f"{id_} : une fiche y renvoie maintenant. Ôtez-la de knowledge/data/uncovered.yaml.")
    print(f"{len(bare)} sections ou règles sans fiche ; {len(knowledge.uncovered)} exceptions motivées")
    return 1 if bare or past else 0


def freshness(knowledge: Knowledge, options: Sequence[str]) -> int:
    """List the rules that nobody has re-read for a year on the day of `--today`, or today; 1 when there are any."""
    today = _day(options)
    late = overdue(knowledge.law.values(), today)
    for parameter in late:
        print(f"{parameter.id} : relue le {parameter.verified_on:%d/%m/%Y}. Relisez ses sources, puis mettez `verified_on` au jour de la relecture.")
    print(f"{len(late)} règles sur {len(knowledge.law)} n'ont pas été relues depuis un an, au {today:%d/%m/%Y}")
    return 1 if late else 0


def _day(options: Sequence[str]) -> date:
    """The day behind `--today`, or today in Paris."""
    if "--today" not in options:
        return datetime.now(ZoneInfo("Europe/Paris")).date()  # noqa: TID251 (a command line: the day enters here)
    try:
        return date.fromisoformat(options[options.index("--today") + 1])
    except (IndexError, ValueError):
        sys.exit("Le jour s'écrit ainsi : --today 2027-11-21")


def counts(knowledge: Knowledge) -> str:
    """How much is known."""
    asked = sum(len(fiche.asked) for fiche in knowledge.fiches.values())
    return (
        f"{len(knowledge.documents)} textes, {len(knowledge.passages)} passages, {len(knowledge.law)} règles, {len(knowledge.sheets)} étapes, "
        f"{len(knowledge.statements)} énoncés, {len(knowledge.fiches)} fiches ({asked} formulations), {len(knowledge.partners)} partenaires, "
        f"{len(knowledge.glossary)} termes, {sum(1 for _ in citations(knowledge))} citations, {len(knowledge.uncovered)} exceptions à la couverture"
    )


COMMANDS: dict[str, Callable[[Knowledge, Sequence[str]], int]] = {"check": check, "schemas": schemas, "coverage": coverage, "freshness": freshness}


if __name__ == "__main__":
    main(sys.argv[1:])
