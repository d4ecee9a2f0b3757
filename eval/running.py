"""Each kind of evaluation over rows, with our own assistant."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from assistant.bootstrap import Assistant
from eval import answers, refusals, retrieval, situations
from eval.files import Row
from eval.scores import Scores
from knowledge.corpus import Kind
from knowledge.units import own_words
from retrieval.passage import PassageRetriever

KINDS = {"answers": "questions", "retrieval": "questions", "situations": "situations", "refusals": "unanswerable", "attacks": "attacks"}


def run(kind: str, rows: Sequence[Row], assistant: Assistant, today: date) -> Scores:
    """The scores of one kind over *rows*."""
    ask = answers.asker(assistant, today)
    runners: Mapping[str, Callable[[], Scores]] = {
        "answers": lambda: answers.evaluate(rows, ask, sources(assistant)),
        "situations": lambda: situations.evaluate(rows, assistant),
        "refusals": lambda: refusals.evaluate_refusals(rows, ask),
        "attacks": lambda: refusals.evaluate_attacks(rows, assistant, today),
        "retrieval": lambda: retrieval.evaluate(rows, PassageRetriever(assistant.engine.knowledge, assistant.engine.search)),
    }
    return runners[kind]()


def sources(assistant: Assistant) -> dict[str, str]:
    """The text of each document, without the editor's notes."""
    return {
        document.id: " ".join(own_words(block) for section in document.sections for block in section.blocks if block.kind is not Kind.EDITOR)
        for document in assistant.engine.knowledge.documents.values()
    }
