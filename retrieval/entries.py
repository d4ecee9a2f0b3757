"""Knowledge to entries: passages, statements and fiches by their own words, fiches also by the ways people ask them."""

from collections.abc import Iterator

from knowledge.corpus import Passage
from knowledge.fiche import Fiche
from knowledge.loading import Knowledge
from knowledge.sheet import Statement
from retrieval.entry import Entry, Target

LED_TO = 2  # a fiche's first passages are what its question leads to
LEADING = 12  # and only its first ways of asking lead there, so that a much-asked fiche does not hide the other passages


def entries(knowledge: Knowledge) -> list[Entry]:
    """Everything the index holds, in a stable order, each text once."""
    found = [*_passages(knowledge), *_statements(knowledge), *_fiches(knowledge)]
    return list({entry.key: entry for entry in found}.values())


def passage_target(passage: Passage) -> Target:
    """Where an entry of a passage leads."""
    return Target("passage", passage.id, passage.department, passage.document)


def _passages(knowledge: Knowledge) -> Iterator[Entry]:
    for passage in knowledge.passages.values():
        yield Entry(passage.reading, passage_target(passage))


def _statements(knowledge: Knowledge) -> Iterator[Entry]:
    """A statement, and a way people ask, are ways to the passage they rest on."""
    for anchor, asked in knowledge.asked.items():
        for text in asked:
            yield Entry(text, passage_target(knowledge.passages[anchor]), asked=True)
    for statement in knowledge.statements:
        if passage := knowledge.cited(statement.source):
            yield Entry(statement_words(statement), passage_target(passage), asked=True)
            if statement.text_en:
                yield Entry(statement.text_en, passage_target(passage), asked=True)


def statement_words(statement: Statement, language: str = "fr") -> str:
    """A statement as it is indexed: who, then what; in English as it is said."""
    if language == "en" and statement.text_en:
        return statement.text_en
    return f"{statement.who} : {statement.text}" if statement.who else statement.text


def fiche_words(fiche: Fiche, language: str = "fr") -> str:
    """A fiche as it is indexed: its question, then its answer."""
    return f"{fiche.question_en} {fiche.short_en}" if language == "en" else f"{fiche.question} {fiche.short}"


def _fiches(knowledge: Knowledge) -> Iterator[Entry]:
    for fiche in knowledge.fiches.values():
        target = fiche_target(fiche)
        yield Entry(fiche_words(fiche), target)
        yield Entry(fiche_words(fiche, "en"), target, asked=True)
        passages = [passage for cited in fiche.passages[:LED_TO] if (passage := knowledge.cited(cited))]
        for at, asked in enumerate(dict.fromkeys((fiche.question, fiche.question_en, *fiche.asked))):
            yield Entry(asked, target, asked=True)
            yield from (Entry(asked, passage_target(passage), asked=True) for passage in passages if at < LEADING)
        for version in (version for name in fiche.parameters for version in knowledge.law[name].versions):
            yield from (Entry(text, target, asked=True) for text in (version.plain, version.plain_en) if text)


def fiche_target(fiche: Fiche) -> Target:
    """Where an entry of a fiche leads: a département's own fiche is found only there."""
    return Target("fiche", fiche.id, fiche.departments[0] if len(fiche.departments) == 1 else "")
