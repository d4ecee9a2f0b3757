"""Every knowledge file into one object, checked; the only door to `knowledge/data`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from knowledge.asking import plain, senses
from knowledge.checking import find_faults
from knowledge.corpus import Document
from knowledge.edition import EditionError, parse
from knowledge.faults import remedy
from knowledge.files import DataFile, read_all
from knowledge.holidays import is_holiday
from knowledge.known import Knowledge as Knowledge
from knowledge.known import squeeze as squeeze
from knowledge.procedure.deadlines import Calendar
from knowledge.procedure.stage import Stage
from knowledge.reading import DATA, KnowledgeError, relative
from knowledge.units import passages

MOST = 20


def load(data: Path = DATA) -> Knowledge:
    """All of `data`, each file checked against its type and against the others; a `KnowledgeError` says every fault."""
    knowledge = assemble(read_all(data), data)
    faults = list(find_faults(knowledge))
    if faults:
        more = f"\n… et {len(faults) - MOST} autres fautes" if len(faults) > MOST else ""
        raise KnowledgeError("\n".join(faults[:MOST]) + f"{more}\n{remedy()}")
    return knowledge


def assemble(files: tuple[DataFile, ...], data: Path = DATA) -> Knowledge:
    """The files as one object, not yet checked against each other."""
    by_kind = _ByKind(files)
    documents = {document.id: document for document in map(_document, by_kind["document"])}
    deadlines, counting = by_kind.one("deadlines"), by_kind.one("counting")
    return Knowledge(
        documents=documents,
        passages={p.id: p for document in documents.values() for p in passages(document)},
        law={f.value.id: f.value for f in by_kind["parameter"]},
        sheets={Stage(f.value.id): f.value for f in by_kind["stage"]},
        statements=tuple(one for f in (*by_kind["stage"], *by_kind["statements"]) for one in f.value.statements),
        fiches={f.value.id: replace(f.value, asked=tuple(map(plain, f.value.asked))) for f in by_kind["fiche"]},
        partners={p.id: p for p in by_kind.one("partners").value.partners},
        locals=tuple(one for f in by_kind["locals"] for one in f.value.local),
        orientation=by_kind.one("orientation").value.orientation,
        emergencies={e.id: e for e in by_kind.one("emergencies").value.emergencies},
        glossary=by_kind.one("glossary").value.terms,
        calendar=Calendar(deadlines.value.deadlines, {r.parameter: r for r in counting.value.rules}, deadlines.value.missing, is_holiday),
        deadline_words={"to_check": deadlines.value.to_check, "vague": deadlines.value.vague},
        asked={passage: tuple(map(plain, written)) for passage, written in _asked(by_kind)},
        senses=dict(_senses(by_kind)),
        uncovered={one.id: one.reason for one in by_kind.one("uncovered").value.uncovered},
        files=files,
        data=data,
    )


def _asked(by_kind: "_ByKind") -> Iterator[tuple[str, tuple[str, ...]]]:
    """The ways people ask for each passage, as they are written."""
    yield from ((f"{f.path.stem}#{anchor}", written) for f in by_kind["asked"] for anchor, written in f.value.items())


def _senses(by_kind: "_ByKind") -> Iterator[tuple[str, dict[str, bool]]]:
    """The ways of asking that are answered by oui or non: those marked, and a fiche's own question."""
    yield from ((passage, senses(written)) for passage, written in _asked(by_kind))
    for fiche in (f.value for f in by_kind["fiche"]):
        own = (fiche.question, fiche.question_en) if fiche.yes_no else ()
        yield fiche.id, {**dict.fromkeys(own, fiche.yes_no == "oui"), **senses(fiche.asked)}


class _ByKind(dict[str, list[DataFile]]):
    """The files of each kind, in the order of their names."""

    def __init__(self, files: Iterable[DataFile]) -> None:
        super().__init__()
        for file in files:
            self.setdefault(file.schema, []).append(file)

    def __missing__(self, schema: str) -> list[DataFile]:
        return []

    def one(self, schema: str) -> DataFile:
        """The only file of its kind."""
        return self[schema][0]


def _document(file: DataFile) -> Document:
    """An edition of `data/corpus`."""
    front = file.value
    try:
        return parse({name: getattr(front, name) for name in front.__slots__}, file.body, file.body_line)
    except EditionError as error:
        raise KnowledgeError(f"{relative(file.path)}, {error}\n{remedy()}") from None
