"""The one question that is asked when a datum is missing."""

from assistant.answer import Choice, Clarify
from assistant.patterns import data


def question_for(fact: str, language: str) -> Clarify:
    """The question about *fact*, with its choices."""
    asked = data("clarify")[fact]
    choices = tuple(Choice(choice["value"], choice["label"][language]) for choice in asked["choices"])
    return Clarify(fact, asked["question"][language], choices)
