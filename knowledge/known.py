"""What the texts and the law say, as one object; and where a quote stands in a text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from knowledge.corpus import Document, Kind, Passage
from knowledge.dated import Parameter
from knowledge.directory import Local, Orientation, Partner
from knowledge.emergency import Emergency
from knowledge.fiche import Cited, Fiche
from knowledge.files import DataFile
from knowledge.glossary import Term
from knowledge.place import Commune, Gazetteer
from knowledge.procedure.deadlines import Both, Calendar
from knowledge.procedure.stage import Stage
from knowledge.reading import DATA
from knowledge.sheet import StageSheet, Statement
from knowledge.territory import rows
from knowledge.units import own_words


@dataclass(frozen=True)
class Knowledge:
    """What the texts and the law say, by id.

    `asked` holds the ways people ask for a passage; `senses`, by fiche or passage, those whose honest answer begins with oui (True) or non.
    """

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
    senses: Mapping[str, Mapping[str, bool]]
    uncovered: Mapping[str, str]
    files: tuple[DataFile, ...] = field(default=(), repr=False)
    data: Path = DATA

    @cached_property
    def departments(self) -> frozenset[str]:
        """The départements whose own texts are known."""
        return frozenset(document.department for document in self.documents.values() if document.department)

    @cached_property
    def department_names(self) -> dict[str, str]:
        """The name of every département of France, by its code."""
        return {row["code"]: row["name"] for row in rows(self.data / "departments.csv")}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The communes; read at the first use, they are many."""
        return Gazetteer(_communes(self.data / "communes.csv"), self.department_names, self.departments)

    def cited(self, cited: Cited) -> Passage | None:
        """The smallest passage of the cited section that holds the quote; None when it spans several or stands nowhere."""
        return self._places.get((cited.document, cited.section), _Places(())).holding(cited.quote)

    def opening(self, cited: Cited) -> Passage | None:
        """The passage where a quote that spans several of them begins."""
        return self._places.get((cited.document, cited.section), _Places(())).opening(cited.quote)

    def squeezed(self, document: str, section: str) -> str:
        """The words of a section as quotes are compared."""
        return self._sections.get((document, section), "")

    def said_of(self, passage: Passage) -> tuple[Statement, ...]:
        """The statements that rest on that passage."""
        return self._said.get(passage.id, ())

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
    def _said(self) -> dict[str, tuple[Statement, ...]]:
        found: dict[str, tuple[Statement, ...]] = {}
        for statement in self.statements:
            if passage := self.cited(statement.source):
                found[passage.id] = (*found.get(passage.id, ()), statement)
        return found

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


def _communes(path: Path) -> Iterator[Commune]:
    """The communes of the official geographic code."""
    for row in rows(path):
        yield Commune(row["code"], row["name"], tuple(row["postcodes"].split()), row["department"], row["arrondissement"], int(row["population"] or 0))
