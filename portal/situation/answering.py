"""An answer into the state: a choice, a date, a sum, a place, or the person's own words, which the assistant reads."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from starlette.exceptions import HTTPException

from assistant.bootstrap import Assistant
from knowledge.place import Commune
from portal.api.requests import MESSAGE_LIMIT
from portal.pages.entry import read_amount, read_day
from portal.situation.asking import is_lacking, questions
from portal.situation.state import State
from portal.situation.words import fault, words

UNKNOWN = "inconnu"
OLDEST, YEARS_AHEAD, MOST_EUROS, SHOWN_PLACES = date(1950, 1, 1), timedelta(days=730), 1_000_000.0, 12
_DAY_LIKE = re.compile(r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$")
_SUM = re.compile(r"\d[\d\s.]*(?:,\d+)?")
_MONTHS = re.compile(r"\b(mois|loyers|months?|rents)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answered:
    """The state after an answer; or what was typed and why it was not understood, with the places it may mean."""

    state: State
    typed: str = ""
    fault: str | None = None
    places: tuple[Commune, ...] = ()


def answered(state: State, question: str, choice: str, typed: str, assistant: Assistant, day: date) -> Answered:
    """What the person chose or typed, learned; what they do not know is not asked again."""
    if choice and choice != UNKNOWN:
        state = state.learned(_told(question, choice, assistant))
    if not typed or (choice and questions()[question].kind == "place"):
        return Answered(state.having_asked(question))
    return _typed(state, question, typed, assistant, day)


def _told(question: str, choice: str, assistant: Assistant) -> Mapping[str, str]:
    """What a choice tells: the facts of an option, or a commune by its code."""
    options = {option.value: option.sets for option in questions()[question].options}
    if choice in options:
        return options[choice]
    found = [commune for commune in assistant.engine.knowledge.gazetteer.find(choice) if commune.code == choice]
    if questions()[question].kind == "place" and found:
        return place_facts(found[0])
    raise HTTPException(422, fault("unknown-choice", name=question, value=choice[:80], accepted=", ".join((*options, UNKNOWN))))


def place_facts(commune: Commune) -> dict[str, str]:
    """A commune as the assistant finds it again: a code alone may also be another commune's postcode."""
    return {"commune": commune.name, "department": commune.department}


def _typed(state: State, question: str, typed: str, assistant: Assistant, day: date) -> Answered:
    kind = questions()[question].kind
    if kind == "day":
        entry = read_day(typed, OLDEST, day + YEARS_AHEAD if question == "hearing_date" else day)
        if entry.value:
            return Answered(state.learned({question: entry.value.isoformat()}).having_asked(question))
        if _DAY_LIKE.match(typed):
            return Answered(state, typed, _said(state, entry.fault, kind))
    elif kind == "amount":
        return _amount(state, question, typed)
    elif kind == "place":
        found = assistant.engine.knowledge.gazetteer.find(typed)
        if len(found) == 1:
            return Answered(state.learned(place_facts(found[0])).having_asked(question))
        if found:
            return Answered(state, typed, words(state.language)["several-places"], found[:SHOWN_PLACES])
    return _in_words(state, question, typed, assistant, day)


def _amount(state: State, question: str, typed: str) -> Answered:
    """The one sum that stands in what was typed."""
    sums = _SUM.findall(typed)
    entry = read_amount(sums[0] if len(sums) == 1 and not _MONTHS.search(typed) else typed, MOST_EUROS)
    if entry.value is None:
        return Answered(state, typed, _said(state, entry.fault, "amount"))
    return Answered(state.learned({question: str(entry.value)}).having_asked(question))


def _in_words(state: State, question: str, typed: str, assistant: Assistant, day: date) -> Answered:
    """The words put behind the story; understood when the question no longer lacks its answer."""
    said = words(state.language)
    sentence = said[f"sentence-{question}"].format(text=typed.rstrip(" ."))
    told = replace(state, message=f"{state.message}\n{sentence}".strip())
    if len(told.message) > MESSAGE_LIMIT:
        return Answered(state, typed[:MESSAGE_LIMIT], said["too-long"].format(limit=MESSAGE_LIMIT))
    report = assistant.situation(told.message, day, language=told.language, known=told.facts())
    if is_lacking(question, report):
        return Answered(state, typed, said[f"not-understood-{questions()[question].kind}"])
    return Answered(told.having_asked(question))


def _said(state: State, precise: str | None, kind: str) -> str:
    """The precise fault in French, the general one in another language."""
    return precise if precise and state.language == "fr" else words(state.language)[f"not-understood-{kind}"]
