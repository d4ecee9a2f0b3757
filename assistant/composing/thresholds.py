"""Whether the amounts that a message tells reach the threshold it asks about, worked out by the core."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import LawNote, Outcome
from assistant.cards import law_notes
from assistant.composing.passages import noted
from assistant.composing.yes_no import bare
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.intent import asks_for
from assistant.turn import Turn
from assistant.wording import say, written_amount, written_count, written_date
from knowledge.dated import Parameter
from knowledge.procedure.deadlines import facts
from knowledge.procedure.situation import Situation
from knowledge.procedure.thresholds import commandement_reported, impaye
from knowledge.procedure.verdict import Answer, Verdict

_Compare = Callable[[Situation, Mapping[str, Parameter], date], Verdict]
_COMPARED: Mapping[str, tuple[str, _Compare]] = {
    "impaye": ("impaye-definition-aide-logement", impaye),
    "reported": ("signalement-cdp-seuils", commandement_reported),
}

_TURNED = {Answer.OUI: Answer.NON, Answer.NON: Answer.OUI}


@dataclass(frozen=True, slots=True)
class Threshold:
    """The threshold asked about, what it says of the amounts told on *day*, today or one to come, and when that changes, if it is known."""

    name: str
    verdict: Verdict
    day: date
    changes: date | None
    notes: tuple[LawNote, ...]


def asked_threshold(turn: Turn, engine: Engine) -> Threshold | None:
    """The threshold that the message asks about, with the amounts to compare; None when it asks about none or tells no amount."""
    name = next((name for name in _COMPARED if asks_for(name, turn.text)), None)
    if name is None or not _told(turn):
        return None
    law, (rule, compare) = engine.knowledge.law, _COMPARED[name]
    starts = [version.start for version in law[rule].to_come(turn.today) if version.start]
    day = next((start for start in starts if asks_for("to-come", turn.text) and str(start.year) in turn.text), turn.today)
    verdict = compare(turn.situation, law, day)
    turned = _TURNED.get(verdict.answer)
    changes = next((start for start in starts if start > day and compare(turn.situation, law, start).answer is turned), None)
    return Threshold(name, verdict, day, changes, law_notes(law[rule], facts(turn.situation, turn.today), turn.language))


def led_by_threshold(draft: Draft, asked: Threshold, turn: Turn) -> Draft:
    """*draft* behind what the core says of the amounts, and the rule it compared them with."""
    told = say("and", turn.language).join(_told(turn))
    missing = say(f"lacks-{asked.verdict.reason}", turn.language) if asked.verdict.answer is Answer.INCONNU else ""
    said = [say(f"{asked.name}-{asked.verdict.answer}", turn.language, told=told, missing=missing)]
    if asked.day > turn.today:
        said.append(say("judged-from", turn.language, day=written_date(asked.day, turn.language)))
    if asked.changes:
        said.append(say(f"becomes-{_TURNED[asked.verdict.answer]}", turn.language, day=written_date(asked.changes, turn.language)))
    rules = [noted(note, turn) for note in asked.notes]
    found = [text for text in (bare(draft.lead), *draft.more) if not any(text in rule for rule in rules)]
    return replace(
        draft,
        outcome=Outcome.ANSWERED,
        lead=" ".join(said),
        more=(*rules, *found),
        law_notes=tuple(dict.fromkeys((*asked.notes, *draft.law_notes))),
    )


def _told(turn: Turn) -> list[str]:
    """The amounts told, in words."""
    situation, language = turn.situation, turn.language
    amounts = {"debt": situation.debt_eur, "rent": situation.rent_eur}
    said = [say(f"told-{name}", language, amount=written_amount(value, language)) for name, value in amounts.items() if value]
    if situation.months_unpaid:
        said.append(say("told-months", language, months=written_count(situation.months_unpaid, language)))
    return said
