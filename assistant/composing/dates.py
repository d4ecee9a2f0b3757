"""The dates that a message asks for or that follow from what it tells, worked out by the core; whether an act kept its delay."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from assistant.answer import DeadlineCard, Outcome
from assistant.cards import deadline_card
from assistant.choosing import share
from assistant.composing.yes_no import bare
from assistant.draft import Draft
from assistant.engine import Engine
from assistant.intent import asks_for
from assistant.situating import standing
from assistant.turn import Turn
from assistant.understanding.dates import no_such_day
from assistant.wording import say, written_date
from knowledge.procedure.deadlines import Deadline, started
from knowledge.procedure.delays import DeadlineRule
from knowledge.procedure.locate import Located
from knowledge.procedure.stage import Stage
from knowledge.procedure.starts import day_of
from retrieval.stems import stems

DATES = 2
RECENT = timedelta(days=365)  # a date further back tells nobody what to do
ASKED = 0.3  # of the question's words, in the name of a date that it asks for
_Rated = tuple[int, DeadlineRule, Deadline]


def asked_dates(turn: Turn, engine: Engine) -> tuple[tuple[DeadlineRule, Deadline], ...]:
    """The delays whose end the message asks for and whose start it tells: those most of whose words it says."""
    if not (asks_for("last-day", turn.text) or asks_for("when", turn.text)) or no_such_day(turn.text, turn.today):
        return ()
    known = engine.knowledge
    wanted = set(stems(_without_acts(turn.text)))
    told = started(turn.situation, known.law, known.calendar, turn.today)
    rated: list[_Rated] = [(len(wanted & _words(rule)) + _is_judged(rule, turn), rule, end) for rule, end in told]
    most = max((count for count, *_ in rated), default=0)
    return tuple((rule, end) for count, rule, end in rated if count == most > 0)[:DATES]


def led_by(draft: Draft, asked: Sequence[tuple[DeadlineRule, Deadline]], turn: Turn, engine: Engine) -> Draft:
    """*draft* behind the dates that are asked for, and what they say of the act they bound: the core answers, the texts explain."""
    cards = tuple(deadline_card(end, engine.knowledge, turn.language) for _, end in asked)
    verdicts = dict.fromkeys(said for rule, end in asked if (said := _verdict(rule, end, turn)))
    others = tuple(card for card in _of_stage(turn, engine) if card.id not in {one.id for one in cards})
    return replace(
        draft,
        outcome=Outcome.ANSWERED,
        lead="\n".join((_in_order(cards, cards, turn), *(verdicts if len(verdicts) == 1 else ()))),
        more=(bare(draft.lead), *draft.more),
        deadlines=(*cards, *others),
    )


def with_dates(draft: Draft, turn: Turn, engine: Engine) -> Draft:
    """The same, with the first dates of the situation that the message tells, after the answer to what it asks; a day that no calendar has is said."""
    if misdated := no_such_day(turn.text, turn.today):
        return replace(draft, more=(say("no-such-day", turn.language, day=misdated), *draft.more))
    if not turn.tells or draft.outcome is Outcome.DECLINED or draft.deadlines:
        return draft
    cards = _of_stage(turn, engine)
    dates = first_dates(cards, turn, passed=False)
    return replace(draft, deadlines=cards, more=(dates, *draft.more)) if dates else draft


def first_dates(deadlines: Sequence[DeadlineCard], turn: Turn, *, passed: bool) -> str:
    """The dates that the words name, then the first to come, else those *passed*; several readings of one delay are all given, with what decides."""
    told = [card for card in deadlines if card.date and turn.today - card.date <= RECENT]
    asked = [card for card in told if share(turn.text, card.label) >= ASKED]
    coming = [card for card in told if card.date and card.date >= turn.today and card not in asked]
    return _in_order(((*asked, *coming) or (told if passed else ()))[:DATES], deadlines, turn)


def _in_order(cards: Sequence[DeadlineCard], among: Sequence[DeadlineCard], turn: Turn) -> str:
    """A line a date, the earliest first, with the condition that decides where one does; where *among* them one delay has several readings, to act before the first."""
    said = [_line(card, turn) for card in sorted(cards, key=lambda card: card.date or turn.today)]
    disputed = len({card.date for card in among if card.date and card.condition}) > 1
    return "\n".join((*said, say("act-before", turn.language)) if said and disputed else said)


def _line(card: DeadlineCard, turn: Turn) -> str:
    name = "deadline-condition" if card.condition else "deadline"
    return say(name, turn.language, label=card.label, date=_written(card.date, turn), condition=card.condition)


def _of_stage(turn: Turn, engine: Engine) -> tuple[DeadlineCard, ...]:
    """Every date of the stage, where the message tells enough to know it."""
    if not turn.tells or not isinstance(turn.place, Located):
        return ()
    return standing(turn.place.stage, turn.situation, engine.knowledge, turn.today, turn.language).deadlines


def _verdict(rule: DeadlineRule, end: Deadline, turn: Turn) -> str:
    """Whether the act that the delay bounds came in time, where its day is told; nothing where no act is bound."""
    act = day_of(turn.situation, [rule.bounds]) if rule.bounds else None
    if act is None or end.date is None or not act.exact:
        return ""
    if end.to_check:
        return say("bound-to-check", turn.language, day=_written(act.first, turn))
    kept = act.first <= end.date if end.backward else act.first > end.date
    name = ("bound-late-kept" if kept else "bound-late") if end.backward else ("bound-early-kept" if kept else "bound-early")
    return say(name, turn.language, day=_written(act.first, turn))


def _is_judged(rule: DeadlineRule, turn: Turn) -> bool:
    """Whether the message asks if an act came in time, and tells the act that the delay bounds: « le délai est-il respecté ? »."""
    return bool(rule.bounds and asks_for("in-time", turn.text) and day_of(turn.situation, [rule.bounds]))


def _words(rule: DeadlineRule) -> set[str]:
    return set(stems(" ".join(rule.asked)))


def _without_acts(text: str) -> str:
    """The text without the names of the acts: « commandement de payer » asks for no payment."""
    for stage in Stage:
        text = text.replace(stage.value.replace("-", " "), " ")
    return text


def _written(day: date | None, turn: Turn) -> str:
    return written_date(day, turn.language) if day else ""
