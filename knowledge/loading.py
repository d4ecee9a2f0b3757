"""Every knowledge file into one object, checked; the only door to `knowledge/data`."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from knowledge.corpus import Document, Kind, Passage
from knowledge.dated import Parameter
from knowledge.directory import Local, Orientation, Partner
from knowledge.edition import EditionError, parse
from knowledge.emergency import Emergency
from knowledge.fiche import Cited, Fiche
from knowledge.glossary import Term
from knowledge.holidays import is_holiday
from knowledge.place import Commune, Gazetteer
from knowledge.procedure.deadlines import Both, Calendar, CountingRule, DeadlineRule
from knowledge.procedure.stage import Stage
from knowledge.reading import DATA, KnowledgeError, from_text, read_text, read_yaml, relative
from knowledge.sheet import StageSheet, Statement
from knowledge.units import own_words, passages

FRONT = "---\n"


@dataclass(frozen=True)
class Knowledge:
    """What the texts and the law say, by id."""

    documents: Mapping[str, Document]
    passages: Mapping[str, Passage]
    law: Mapping[str, Parameter]
    sheets: Mapping[Stage, StageSheet]
    statements: tuple[Statement, ...]
    fiches: Mapping[str, Fiche]
    partners: Mapping[str, Partner]
    locals: tuple[Local, ...]
    orientation: tuple[Orientation, ...]
    emergencies: Mapping[str, Emergency]
    glossary: tuple[Term, ...]
    calendar: Calendar
    deadline_words: Mapping[str, Both]
    asked: Mapping[str, tuple[str, ...]]

    @cached_property
    def departments(self) -> frozenset[str]:
        """The départements whose own texts are known."""
        return frozenset(document.department for document in self.documents.values() if document.department)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The communes; read at the first use, they are many."""
        return Gazetteer(_communes(DATA / "communes.csv"), _departments(DATA / "departments.csv"))

    def cited(self, cited: Cited) -> Passage | None:
        """The smallest passage of the cited section that holds the quote; None when it spans several or stands nowhere."""
        return self._places.get((cited.document, cited.section), _Places(())).holding(cited.quote)

    def opening(self, cited: Cited) -> Passage | None:
        """The passage where a quote that spans several of them begins."""
        return self._places.get((cited.document, cited.section), _Places(())).opening(cited.quote)

    def squeezed(self, document: str, section: str) -> str:
        """The words of a section as quotes are compared."""
        return self._sections.get((document, section), "")

    def rules_touching(self, passage: Passage) -> tuple[str, ...]:
        """The parameters of today's law that the dossier compares with that passage."""
        return self._touching.get(passage.id, ())

    @cached_property
    def _sections(self) -> dict[tuple[str, str], str]:
        return {
            (document.id, section.anchor): squeeze(" ".join(own_words(block) for block in section.blocks if block.kind is not Kind.EDITOR))
            for document in self.documents.values()
            for section in document.sections
        }

    @cached_property
    def _touching(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for parameter in self.law.values():
            for gap in parameter.gaps:
                wanted = squeeze(gap.quote)
                for passage in self.passages.values():
                    if passage.document.endswith(gap.document[-2:]) and wanted in squeeze(passage.quote):
                        found[passage.id] = (*found.get(passage.id, ()), parameter.id)
        return found

    @cached_property
    def _places(self) -> dict[tuple[str, str], "_Places"]:
        grouped: dict[tuple[str, str], list[Passage]] = {}
        for passage in self.passages.values():
            grouped.setdefault((passage.document, passage.section), []).append(passage)
        return {key: _Places(tuple(sorted(group, key=lambda p: len(p.quote)))) for key, group in grouped.items()}


@dataclass(frozen=True, slots=True)
class _Places:
    """The passages of a section, the shortest first."""

    passages: tuple[Passage, ...]

    def holding(self, quote: str) -> Passage | None:
        wanted = squeeze(quote)
        return next((passage for passage in self.passages if wanted in squeeze(passage.quote)), None)

    def opening(self, quote: str) -> Passage | None:
        wanted = squeeze(quote)
        if wanted not in squeeze("".join(p.quote for p in self.in_order())):
            return None
        return next((p for p in self.in_order() if _meets(wanted, squeeze(p.quote))), None)

    def in_order(self) -> list[Passage]:
        """One passage a block: rows and paragraphs in the order of the text, not their parts."""
        return sorted((p for p in self.passages if "-" not in p.anchor.rpartition(".")[2]), key=lambda p: p.block)


def _meets(wanted: str, quote: str) -> bool:
    """Whether the end of *quote* is the beginning of *wanted*."""
    return any(quote.endswith(wanted[:size]) for size in range(min(len(wanted), len(quote)), 7, -1))


def squeeze(text: str) -> str:
    """A text to compare quotes by: one kind of apostrophe, no spaces."""
    return "".join(text.replace("’", "'").replace("‑", "-").split()).lower()


def load(data: Path = DATA) -> Knowledge:
    """All of `data`, each file checked against its type; the first wrong one raises a `KnowledgeError`."""
    documents = {d.id: d for d in (load_document(path) for path in sorted((data / "corpus").glob("*.md")))}
    sheets, statements = _stages(data / "stages")
    deadlines = read_yaml(data / "deadlines.yaml", _DeadlineFile)
    counting = read_yaml(data / "counting.yaml", _CountingFile)
    return Knowledge(
        documents=documents,
        passages={p.id: p for document in documents.values() for p in passages(document)},
        law={p.id: p for p in map(load_parameter, sorted((data / "law").rglob("*.yaml")))},
        sheets=sheets,
        statements=statements,
        fiches={f.id: f for f in map(load_fiche, sorted((data / "fiches").glob("*.md")))},
        partners={p.id: p for p in read_yaml(data / "partners" / "national.yaml", _PartnerFile).partners},
        locals=_locals(data / "partners"),
        orientation=read_yaml(data / "orientation.yaml", _OrientationFile).orientation,
        emergencies={e.id: e for e in read_yaml(data / "emergencies.yaml", _EmergencyFile).emergencies},
        glossary=read_yaml(data / "glossary.yaml", _GlossaryFile).terms,
        calendar=Calendar(deadlines.deadlines, {r.parameter: r for r in counting.rules}, deadlines.missing, is_holiday),
        asked=_asked(data / "asked"),
        deadline_words={"to_check": deadlines.to_check, "vague": deadlines.vague},
    )


def load_document(path: Path) -> Document:
    """An edition of `data/corpus`."""
    meta, body, _ = _split(path)
    try:
        return parse({**from_text(meta, dict[str, Any], path), "id": path.stem}, body)
    except EditionError as error:
        raise KnowledgeError(f"{relative(path)} : {error}") from None


def load_parameter(path: Path) -> Parameter:
    """A dated value of `data/law`."""
    return replace(read_yaml(path, Parameter, id=path.stem), id=path.stem)


def load_fiche(path: Path) -> Fiche:
    """A fiche of `data/fiches`: its front matter, and its steps as a numbered list."""
    meta, body, line = _split(path)
    steps = []
    for at, text in enumerate(body.splitlines()):
        head, point, step = text.strip().partition(". ")
        if text.strip() and not (point and head.isdigit()):
            raise KnowledgeError(f"{relative(path)}, ligne {line + at} : « {text.strip()[:50]} » : une étape s'écrit « 1. … »")
        if text.strip():
            steps.append(step.strip())
    return from_text(meta, Fiche, path, first_line=2, id=path.stem, steps=tuple(steps))


def _split(path: Path) -> tuple[str, str, int]:
    """Front matter, body, and the line where the body starts."""
    text = read_text(path)
    head, mark, body = text.removeprefix(FRONT).partition("\n---\n")
    if not text.startswith(FRONT) or not mark:
        raise KnowledgeError(f"{relative(path)}, ligne 1 : l'en-tête manque (entre deux lignes « --- »). Voir CONTRIBUTING.md.")
    return head, body, head.count("\n") + 4


def _stages(folder: Path) -> tuple[dict[Stage, StageSheet], tuple[Statement, ...]]:
    """The national sheets, and every statement of the départements' folders."""
    sheets = {Stage(path.stem): read_yaml(path, StageSheet, id=path.stem) for path in sorted(folder.glob("*.yaml"))}
    statements = [
        replace(statement, department=path.parent.name) for path in sorted(folder.glob("*/*.yaml")) for statement in read_yaml(path, _StatementFile).statements
    ]
    return sheets, tuple(statements)


def _asked(folder: Path) -> dict[str, tuple[str, ...]]:
    """The ways people ask for a passage, by its id: one file a document, one anchor a line."""
    return {
        f"{path.stem}#{anchor}": tuple(asked)
        for path in sorted(folder.glob("*.yaml"))
        for anchor, asked in (read_yaml(path, dict[str, tuple[str, ...]]) or {}).items()
    }


def _locals(folder: Path) -> tuple[Local, ...]:
    return tuple(local for path in sorted(folder.glob("[0-9]*.yaml")) for local in read_yaml(path, _LocalFile).local)


def _departments(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def _communes(path: Path) -> Iterable[Commune]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            postcodes = tuple(row["postcodes"].split())
            yield Commune(row["code"], row["name"], postcodes, row["department"], row["arrondissement"], int(row["population"] or 0))


@dataclass(frozen=True, slots=True)
class _DeadlineFile:
    __pydantic_config__ = {"extra": "forbid"}
    deadlines: tuple[DeadlineRule, ...]
    missing: dict[str, Both]
    to_check: Both
    vague: Both


@dataclass(frozen=True, slots=True)
class _CountingFile:
    __pydantic_config__ = {"extra": "forbid"}
    rules: tuple[CountingRule, ...]
    unlisted: str
    public_holidays: str


@dataclass(frozen=True, slots=True)
class _PartnerFile:
    __pydantic_config__ = {"extra": "forbid"}
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class _LocalFile:
    __pydantic_config__ = {"extra": "forbid"}
    local: tuple[Local, ...]


@dataclass(frozen=True, slots=True)
class _OrientationFile:
    __pydantic_config__ = {"extra": "forbid"}
    orientation: tuple[Orientation, ...]


@dataclass(frozen=True, slots=True)
class _StatementFile:
    __pydantic_config__ = {"extra": "forbid"}
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _EmergencyFile:
    __pydantic_config__ = {"extra": "forbid"}
    emergencies: tuple[Emergency, ...]


@dataclass(frozen=True, slots=True)
class _GlossaryFile:
    __pydantic_config__ = {"extra": "forbid"}
    terms: tuple[Term, ...]
