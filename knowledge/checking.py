"""What no single file can tell: quotes that are not verbatim, ids that lead nowhere or stand twice, places that do not exist."""

from collections.abc import Iterator

from knowledge.checks import Around, Fault, check, code_known, unknown
from knowledge.duplicates import duplicates
from knowledge.fiche import Cited
from knowledge.files import DataFile
from knowledge.known import Knowledge
from knowledge.nodes import located, nodes
from knowledge.procedure.stage import Stage
from knowledge.territory import territory
from knowledge.vocabulary import closed


def find_faults(knowledge: Knowledge) -> Iterator[str]:
    """Each fault of our own files, with its file, its line, and what to do."""
    around = Around(knowledge, territory(knowledge.data))
    words = closed(knowledge.partners, knowledge.law)
    for file in knowledge.files:
        for loc, name, node in nodes(file.value):
            yield from (located(file, (*loc, *below), fault) for below, fault in check(node, around))
            if isinstance(node, str) and name in words and node not in words[name].known:
                yield located(file, loc, unknown(words[name].noun, node, words[name].known))
        yield from (located(file, loc, fault) for loc, fault in _of_file(file, around))
    yield from duplicates(knowledge.files)
    yield from (f"knowledge/data/stages/{stage}.yaml manque. Rétablissez cette étape." for stage in Stage if stage not in knowledge.sheets)


def citations(knowledge: Knowledge) -> Iterator[Cited]:
    """Every citation of our own files."""
    for file in knowledge.files:
        yield from (node for _, _, node in nodes(file.value) if isinstance(node, Cited))


def _of_file(file: DataFile, around: Around) -> Iterator[Fault]:
    """What a file's own name, or the keys it is made of, point to."""
    match file.schema:
        case "locals":
            yield from code_known((), file.path.stem, around)
        case "statements":
            yield from code_known((), file.path.parent.name, around)
        case "asked":
            known = {passage.anchor for passage in around.knowledge.passages.values() if passage.document == file.path.stem}
            yield from (((anchor,), unknown("passage inconnu", anchor, known)) for anchor in file.value if anchor not in known)
