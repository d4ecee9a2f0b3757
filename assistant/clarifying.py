"""The one question that is asked when a datum is missing."""

from assistant.answer import Choice, Clarify
from assistant.patterns import data
from assistant.wording import say


def question_for(fact: str, language: str, misdated: str | None = None) -> Clarify:
    """The question about *fact*, with its choices; *misdated* is a day told that no calendar has."""
    asked = data("clarify")[fact]
    choices = tuple(Choice(choice["value"], choice["label"][language]) for choice in asked["choices"])
    question = asked["question"][language]
    return Clarify(fact, f"{say('no-such-day', language, day=misdated)} {question}" if misdated else question, choices)
