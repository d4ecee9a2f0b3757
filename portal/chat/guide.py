"""« Où en suis-je ? » in the chat: the same questions as the page, one at a time, then the summary of the card."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.answer import Place, SituationReport
from assistant.bootstrap import Assistant
from assistant.wording import pick, written_date
from knowledge.loading import Knowledge
from portal.chat.talk import Talk
from portal.chat.words import words as chat_words
from portal.situation.answering import UNKNOWN, Answered
from portal.situation.asking import MOST, Option, next_question, questions
from portal.situation.card import Card, card_of
from portal.situation.correcting import paper_title
from portal.situation.state import State
from portal.situation.words import words

SKIP, STOP = "passer", "voir"
FIRST_WORDS = re.compile(r"\s*[:;,]")


@dataclass(frozen=True, slots=True)
class Said:
    """What the guide says next: its words, the answers offered as (value, label), the question they answer, and what is known by then."""

    text: str
    choices: tuple[tuple[str, str], ...]
    asking: str | None
    known: Mapping[str, str]


def goes_on(step: Answered, asking: str | None, assistant: Assistant, today: date) -> tuple[State, Said]:
    """The same question when its answer was not understood, else the next one, else the summary."""
    report = assistant.situation(step.state.message, today, language=step.state.language, known=step.state.facts())
    following = asking if step.fault else next_question(step.state, report)
    if following is None:
        return step.state, _summary(step.state, report, assistant, today)
    return step.state, _question(following, step, report, assistant.engine.knowledge)


def summed_up(state: State, assistant: Assistant, today: date) -> tuple[State, Said]:
    """The summary at once, with what is known so far."""
    report = assistant.situation(state.message, today, language=state.language, known=state.facts())
    return state, _summary(state, report, assistant, today)


def _summary(state: State, report: SituationReport, assistant: Assistant, today: date) -> Said:
    """The card in a few lines, and the address of the whole."""
    known = Talk(state.known).heard(report).known
    located = report.outcome is Place.LOCATED
    return Said(_lines(card_of(report, assistant.engine.knowledge, today), state.language, known) if located else _elsewhere(report), (), None, known)


def _question(name: str, step: Answered, report: SituationReport, knowledge: Knowledge) -> Said:
    said, language = words(step.state.language), step.state.language
    number = said["question-number"].format(n=len(step.state.asked) + 1, most=MOST)
    options = questions()[name].options
    papers = "\n".join(_paper(option, said, knowledge, language) for option in options if option.paper)
    parts = (step.fault, f"{number} — **{said[f'ask-{name}']}**", said.get(f"hint-{name}"), papers)
    places = tuple((commune.code, f"{commune.name} ({commune.department})") for commune in step.places)
    offered = tuple((option.value, _label(name, option, said, knowledge, language)) for option in options)
    ways = ((UNKNOWN, said["unknown"]), (SKIP, said["skip"]), *(((STOP, said["to-the-card"]),) if report.outcome is Place.LOCATED else ()))
    return Said("\n\n".join(part for part in parts if part), (*places, *offered, *ways), name, step.state.known)


def _paper(option: Option, said: Mapping[str, str], knowledge: Knowledge, language: str) -> str:
    """What it looks like: its title, who brings it."""
    paper = knowledge.sheets[option.paper].paper if option.paper else None
    if paper is None:
        return ""
    who = FIRST_WORDS.split(pick(paper.brought_by, language), maxsplit=1)[0]
    return f"- « {paper_title(option, knowledge, language)} ». {said['brought-by'].format(who=who)}"


def _label(name: str, option: Option, said: Mapping[str, str], knowledge: Knowledge, language: str) -> str:
    return paper_title(option, knowledge, language) if name == "act" else said[f"option-{name}-{option.value}"]


def _lines(card: Card, language: str, known: Mapping[str, str]) -> str:
    """Where, when, what, whom: each line once."""
    said, address = chat_words()["summary"], Talk(known).card()
    dates = [f"- **{written_date(line.day, language)}** ({line.left}) — {line.card.label}" for line in card.dates]
    todo = [f"{n}. {action.label}" for n, action in enumerate(card.now, start=1)]
    calls = [f"- **{one.name}** : [{one.phone}](tel:{one.phone.replace(' ', '')}) — {one.why}" for one in card.partners if one.phone]
    parts = (f"**{said['here'][language]} {card.label}.** {card.plain}", _titled(said["dates"][language], dates), _titled(said["now"][language], todo))
    return "\n\n".join(filter(None, (*parts, _titled(said["call"][language], calls), f"[{said['card'][language]}]({address})" if address else "")))


def _titled(title: str, lines: list[str]) -> str:
    return f"**{title}**\n\n" + "\n".join(lines) if lines else ""


def _elsewhere(report: SituationReport) -> str:
    calls = [f"- **{one.name}** : [{one.phone}](tel:{one.phone.replace(' ', '')}) — {one.why}" for one in report.partners if one.phone]
    return "\n\n".join((report.reason, "\n".join(calls)))
