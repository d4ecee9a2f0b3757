"""A query to results of each kind, with the words found marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from knowledge.dated import Parameter
from knowledge.loading import Knowledge
from knowledge.sheet import StageSheet
from portal.pages.catalogue import Catalogue
from portal.pages.choices import STAGES
from portal.pages.glossary import term_text
from portal.pages.law_view import rule_text, rule_view
from portal.pages.matching import marked, matching, query_stems
from portal.pages.words import word
from retrieval.entry import Kind
from retrieval.passage import PassageRetriever
from retrieval.search import Search

KINDS = ("textes", "fiches", "etapes", "glossaire", "droit", "partenaires")
FICHES: tuple[Kind, ...] = ("fiche",)
EXCERPT = 420


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and where; `kind` empty = everywhere."""

    query: str
    department: str | None
    document: str | None
    kind: str
    limit: int
    day: date


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found: its name, its address, the words that matched marked, and what it is."""

    title: Markup
    url: str
    text: Markup
    about: str


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind."""

    kind: str
    results: Sequence[Result]


def found(wanted: Wanted, search: Search, retriever: PassageRetriever, catalogue: Catalogue) -> list[Group]:
    """The results by kind; a document's filter leaves the other kinds out."""
    kinds = [kind for kind in KINDS if (not wanted.kind or kind == wanted.kind) and (not wanted.document or kind == "textes")]
    finders = {
        "textes": lambda: _texts(wanted, retriever, catalogue.knowledge),
        "fiches": lambda: _fiches(wanted, search, catalogue.knowledge),
        "etapes": lambda: _stages(wanted, catalogue.knowledge),
        "glossaire": lambda: _terms(wanted, catalogue.knowledge),
        "droit": lambda: _rules(wanted, catalogue.knowledge),
        "partenaires": lambda: _partners(wanted, catalogue.knowledge),
    }
    return [Group(kind, finders[kind]()) for kind in kinds]


def _texts(wanted: Wanted, retriever: PassageRetriever, knowledge: Knowledge) -> list[Result]:
    hits = retriever.hits(wanted.query, department=wanted.department, document=wanted.document, limit=wanted.limit)
    stems = query_stems(wanted.query)
    titles = [(hit, knowledge.documents[hit.document]) for hit in hits]
    return [
        Result(marked(document.section(hit.section).title, stems), hit.url, marked(excerpt(hit.text, wanted.query), stems), document.title)
        for hit, document in titles
    ]


def _fiches(wanted: Wanted, search: Search, knowledge: Knowledge) -> list[Result]:
    found_fiches = search.search(wanted.query, kinds=FICHES, department=wanted.department, limit=wanted.limit)
    stems = query_stems(wanted.query)
    fiches = [knowledge.fiches[one.target.id] for one in found_fiches]
    return [Result(marked(f.question, stems), f"/fiches/{f.id}", marked(f.short, stems), word("kinds", "fiches")) for f in fiches]


def _stages(wanted: Wanted, knowledge: Knowledge) -> list[Result]:
    stems = query_stems(wanted.query)
    sheets = [knowledge.sheets[stage] for stage in STAGES]
    found_sheets = matching(wanted.query, sheets, _sheet_text)[: wanted.limit] if stems else []
    return [Result(marked(s.label.fr, stems), f"/procedure/{s.id}", marked(s.plain.fr, stems), s.paper.name.fr if s.paper else "") for s in found_sheets]


def _sheet_text(sheet: StageSheet) -> str:
    """The words a stage is found by: its name, its plain words, its paper."""
    paper = (sheet.paper.name.fr, sheet.paper.title, *sheet.paper.phrases) if sheet.paper else ()
    return " ".join((sheet.label.fr, sheet.plain.fr, *paper))


def _partners(wanted: Wanted, knowledge: Knowledge) -> list[Result]:
    stems = query_stems(wanted.query)
    partners = matching(wanted.query, knowledge.partners.values(), lambda p: f"{p.name.fr} {p.role.fr}")[: wanted.limit] if stems else []
    return [Result(marked(p.name.fr, stems), f"/partenaires#{p.id}", marked(p.role.fr, stems), p.contact.phone or "") for p in partners]


def _terms(wanted: Wanted, knowledge: Knowledge) -> list[Result]:
    stems = query_stems(wanted.query)
    terms = matching(wanted.query, knowledge.glossary, term_text)[: wanted.limit] if stems else []
    return [Result(marked(t.term, stems), f"/glossaire#{t.id}", marked(t.meaning, stems), t.expansion or "") for t in terms]


def _rules(wanted: Wanted, knowledge: Knowledge) -> list[Result]:
    stems = query_stems(wanted.query)
    rules = matching(wanted.query, knowledge.law.values(), rule_text)[: wanted.limit] if stems else []
    return [Result(marked(r.label, stems), f"/droit/{r.id}", marked(_today(r, wanted.day), stems), word("topics", r.topic)) for r in rules]


def _today(rule: Parameter, day: date) -> str:
    """What the rule says that day, or what it said last."""
    now = rule_view(rule, day).now
    return now[0].plain if now else rule.versions[-1].plain


def excerpt(text: str, query: str) -> str:
    """The part of a long text around the first word found."""
    if len(text) <= EXCERPT:
        return text
    stems = query_stems(query)
    lines = [line for line in text.splitlines() if query_stems(line) & stems] or [text]
    whole = " … ".join(lines)
    return whole if len(whole) <= EXCERPT else whole[:EXCERPT].rsplit(" ", 1)[0] + " …"
