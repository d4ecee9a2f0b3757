"""`python -m assistant "…"` answers in a terminal; `python -m assistant situation "…"` shows where one stands."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Answer
from assistant.bootstrap import Assistant, build_assistant, current_day
from assistant.timeline import timeline, words
from knowledge.reading import KnowledgeError

OPTIONS = ("--today", "--departement")


class BadOptionError(Exception):
    """An option's value cannot be read; the message says which, and how to write it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line; a day and a département as they were written."""

    message: str
    situation: bool
    today: str | None = None
    department: str | None = None


def main(arguments: Sequence[str]) -> None:
    """Answer, or place a situation."""
    request = read_request(arguments)
    if request is None:
        sys.exit(words("usage", "fr"))
    try:
        today = _day(request.today) if request.today else current_day()
        print(respond(request, build_assistant(), today))
    except (KnowledgeError, BadOptionError) as error:
        sys.exit(str(error))


def read_request(arguments: Sequence[str]) -> Request | None:
    """The words and the options, in any order; None where the words, or an option's value, are missing."""
    left, options = list(arguments), dict.fromkeys(OPTIONS, "")
    for option in OPTIONS:
        if option in left:
            at = left.index(option)
            if at + 1 == len(left):
                return None
            options[option] = left[at + 1]
            del left[at : at + 2]
    situation = left[:1] == ["situation"]
    message = " ".join(left[1:] if situation else left).strip()
    return Request(message, situation, options["--today"] or None, options["--departement"] or None) if message else None


def respond(request: Request, assistant: Assistant, today: date) -> str:
    """The answer, or the timeline of the situation."""
    department, knowledge = request.department, assistant.engine.knowledge
    if department and department not in knowledge.gazetteer.departments.values():
        raise BadOptionError(words("bad-department", "fr", value=department))
    if not request.situation:
        return written_answer(assistant.answer(request.message, today, department=department))
    report = assistant.situation(request.message, today, known={"department": department} if department else None)
    return timeline(report, today, knowledge.sheets)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadOptionError(words("bad-day", "fr", value=text)) from None


def written_answer(answer: Answer) -> str:
    """The answer, its quotes, the law and whom to call."""
    lines = [answer.answer, ""]
    lines += [f"  [{citation.n}] « {citation.quote} » — {citation.title}" for citation in answer.citations]
    lines += [f"  {note.text} ({note.legal_basis}, {note.confidence})" for note in answer.law_notes]
    lines += [f"  {card.name} {card.phone or ''} : {card.why}" for card in answer.partners]
    return "\n".join(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
