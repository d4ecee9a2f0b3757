"""`python -m assistant "…"` answers in a terminal; `python -m assistant situation "…"` shows where one stands."""

import sys

from assistant.answer import Answer, SituationReport
from assistant.bootstrap import build_assistant, current_day
from assistant.wording import written_date
from knowledge.reading import KnowledgeError

USAGE = 'Usage : python -m assistant "une question" | situation "ce qui vous arrive"'


def main(arguments: list[str]) -> None:
    """Answer, or place a situation."""
    if not arguments:
        sys.exit(USAGE)
    try:
        assistant = build_assistant()
    except KnowledgeError as error:
        sys.exit(str(error))
    if arguments[0] == "situation":
        show_situation(assistant.situation(" ".join(arguments[1:]) or " ", current_day()))
    else:
        show_answer(assistant.answer(" ".join(arguments), current_day()))


def show_answer(answer: Answer) -> None:
    """The answer, its quotes, and whom to call."""
    print(f"\n{answer.answer}\n")
    for citation in answer.citations:
        print(f"  [{citation.n}] « {citation.quote} » — {citation.title}")
    for note in answer.law_notes:
        print(f"  droit : {note.text} ({note.legal_basis}, confiance {note.confidence})")
    for card in answer.partners:
        print(f"  {card.name} {card.phone or ''} : {card.why}")


def show_situation(report: SituationReport) -> None:
    """A readable timeline: where, by when, what, whom."""
    print(f"\n{report.reason}\n")
    for card in sorted(report.deadlines, key=lambda card: str(card.date)):
        day = written_date(card.date, report.language) if card.date else "date inconnue"
        print(f"  {day:28} {card.label}" + (f" ({card.condition})" if card.condition else ""))
        print(f"  {'':28} {card.rule} {card.legal_basis or ''}")
    for number, action in enumerate(report.actions, start=1):
        before = f" (avant le {written_date(action.before, report.language)})" if action.before else ""
        print(f"  {number}. {action.label}{before} — {action.why}")
    for choice in report.clarify.choices if report.clarify else ():
        print(f"  · {choice.label}")
    for partner in report.partners:
        print(f"  {partner.name} {partner.phone or ''} : {partner.why}")


if __name__ == "__main__":
    main(sys.argv[1:])
