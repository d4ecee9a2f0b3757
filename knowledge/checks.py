"""What each type of block promises beyond its own keys: one check a type, as (place, what is wrong and what to do)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import singledispatch
from typing import Any

from knowledge.dated import Gap, Parameter, Version
from knowledge.directory import Contact, Local, Pointer
from knowledge.faults import near, shortened
from knowledge.fiche import Cited, Fiche
from knowledge.glossary import Term
from knowledge.known import Knowledge, squeeze
from knowledge.nodes import Loc
from knowledge.procedure.delays import DeadlineRule, Only
from knowledge.shapes import Front, Uncovered
from knowledge.sheet import Follower, ToDo
from knowledge.territory import Territory

Fault = tuple[Loc, str]
WHEN = ("housing_aid", "landlord_type", "department")


@dataclass(frozen=True, slots=True)
class Around:
    """What a block is checked against."""

    knowledge: Knowledge
    territory: Territory


def unknown(noun: str, word: str, known: Collection[str]) -> str:
    """« règle de droit inconnue « x » », with the nearest one or where to look."""
    return f"{noun} « {shortened(word)} ».{near(word, known) or ' Corrigez ce nom, ou ajoutez d’abord ce qu’il désigne.'}"


@singledispatch
def check(_block: Any, _around: Around) -> Iterator[Fault]:
    """The faults of a block; most types have none of their own."""
    yield from ()


@check.register
def _(block: Cited, around: Around) -> Iterator[Fault]:
    documents = around.knowledge.documents
    if block.document not in documents:
        yield ("document",), unknown("texte inconnu", block.document, documents)
        return
    anchors = [section.anchor for section in documents[block.document].sections]
    if block.section not in anchors:
        yield ("section",), f"le texte {block.document} n'a pas de section « {block.section} ».{near(block.section, anchors)}"
        return
    text = around.knowledge.squeezed(block.document, block.section)
    if not block.quote.strip() or squeeze(block.quote) not in text:
        yield ("quote",), _not_verbatim(block.quote, text, f"{block.document}, section {block.section}")


@check.register
def _(block: Gap, around: Around) -> Iterator[Fault]:
    documents = around.knowledge.documents
    if block.document not in documents:
        yield ("document",), unknown("texte inconnu", block.document, documents)
        return
    here = [d for d in documents.values() if d.department == documents[block.document].department]
    text = "\n".join(around.knowledge.squeezed(document.id, section.anchor) for document in here for section in document.sections)
    if squeeze(block.quote) not in text:
        yield ("quote",), _not_verbatim(block.quote, text, f"les textes du département {here[0].department}")


def _not_verbatim(quote: str, text: str, where: str) -> str:
    """From which words on a quote leaves its text."""
    words = quote.split()
    right = next((size for size in range(len(words), 0, -1) if squeeze(" ".join(words[:size])) in text), 0)
    return (
        f"la citation n'est pas mot pour mot dans {where}, à partir de « {shortened(' '.join(words[right:]))} ». Recopiez le passage de knowledge/data/corpus."
    )


@check.register
def _(block: Parameter, _around: Around) -> Iterator[Fault]:
    if not block.versions:
        yield ("versions",), "au moins une version est attendue."


@check.register
def _(block: Version, _around: Around) -> Iterator[Fault]:
    if block.start and block.end and block.end < block.start:
        yield ("end",), f"la fin ({block.end}) est avant le début ({block.start}). Corrigez l'une des deux dates."


@check.register
def _(block: Fiche, around: Around) -> Iterator[Fault]:
    for at, name in enumerate(block.related):
        if name not in around.knowledge.fiches:
            yield ("related", at), unknown("fiche inconnue", name, around.knowledge.fiches)
    for at, code in enumerate(block.departments):
        yield from code_known(("departments", at), code, around)
    for code in block.differences:
        yield from code_known(("differences", code), code, around)


@check.register
def _(block: Term, around: Around) -> Iterator[Fault]:
    terms = [term.id for term in around.knowledge.glossary]
    for at, name in enumerate(block.related):
        if name not in terms:
            yield ("related", at), unknown("terme inconnu", name, terms)


@check.register
def _(block: ToDo, around: Around) -> Iterator[Fault]:
    yield from _deadline("before", block.before, around)


@check.register
def _(block: Follower, around: Around) -> Iterator[Fault]:
    yield from _deadline("after", block.after, around)


@check.register
def _(block: DeadlineRule, around: Around) -> Iterator[Fault]:
    starts = around.knowledge.calendar.missing
    if block.starts not in starts:
        yield ("starts",), unknown("point de départ inconnu", block.starts, starts)


@check.register
def _(block: Local, around: Around) -> Iterator[Fault]:
    here = {"arrondissements": around.territory.arrondissements, "communes": around.territory.communes}
    for key, names in here.items():
        known = names.get(block.department, frozenset())
        wrong = ((at, name) for at, name in enumerate(getattr(block, key)) if name not in known)
        yield from (((key, at), unknown(f"{key} : le département {block.department} n'a pas", name, known)) for at, name in wrong)


@check.register
def _(block: Uncovered, around: Around) -> Iterator[Fault]:
    known = {f"{document.id}#{section.anchor}" for document in around.knowledge.documents.values() for section in document.sections}
    known |= set(around.knowledge.law)
    if block.id not in known:
        yield ("id",), unknown("section ou règle inconnue", block.id, known)


@check.register
def _(block: Only, around: Around) -> Iterator[Fault]:
    for key in ("departments", "elsewhere_than"):
        for at, code in enumerate(getattr(block, key)):
            yield from code_known((key, at), code, around)


@check.register
def _(block: Pointer, _around: Around) -> Iterator[Fault]:
    for fact in block.when:
        if fact not in WHEN:
            yield ("when", fact), unknown("condition inconnue", fact, WHEN)


@check.register
def _(block: Contact, _around: Around) -> Iterator[Fault]:
    if block.as_of:
        yield from _day("as_of", block.as_of)


@check.register
def _(block: Front, around: Around) -> Iterator[Fault]:
    yield from code_known(("department",), block.department, around)
    yield from _day("date", block.date)


def _deadline(key: str, name: str | None, around: Around) -> Iterator[Fault]:
    """A delay that deadlines.yaml dates."""
    known = {f"{rule.parameter}:{rule.suffix}" if rule.suffix else rule.parameter for rule in around.knowledge.calendar.rules}
    known |= {rule.parameter for rule in around.knowledge.calendar.rules}
    if name and name not in known:
        yield (key,), unknown("échéance inconnue", name, known)


def code_known(loc: Loc, code: str, around: Around) -> Iterator[Fault]:
    """A département's code that the official list has."""
    if code and code not in around.territory.departments:
        yield loc, f'il n\'y a pas de département « {code} ». Écrivez son code entre guillemets : "62".'


def _day(key: str, text: str) -> Iterator[Fault]:
    """A day, or a year where no more is known."""
    try:
        date.fromisoformat(text if len(text) != len("2016") else f"{text}-01-01")
    except ValueError:
        yield (key,), f"« {text} » n'est pas une date. Écrivez-la ainsi : \"2026-11-21\", ou l'année seule."
