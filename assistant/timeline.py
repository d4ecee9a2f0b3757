"""A situation report as a timeline to read in a terminal: where, by when, what to do, whom to call, what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from textwrap import wrap

from assistant.answer import Action, DeadlineCard, NextStage, PartnerCard, SituationReport
from assistant.patterns import data
from assistant.wording import pick, say, written_date, written_duration
from knowledge.procedure.counting import days_left
from knowledge.procedure.stage import Stage
from knowledge.sheet import StageSheet

WIDTH, QUOTES = 100, 3
Sheets = Mapping[Stage, StageSheet]


def words(name: str, language: str, /, **values: object) -> str:
    """The timeline's word of that name, filled."""
    return str(data("timeline")[name][language]).format(**values)


def timeline(report: SituationReport, today: date, sheets: Sheets) -> str:
    """The whole report, in the order it is needed."""
    undated = [card for card in report.deadlines if card.date is None]
    language = report.language
    parts = [
        _block("", [report.reason] if report.clarify is None or report.clarify.question != report.reason else []),
        _block("stages", _stages(report, sheets), language),
        _block("dates", _dates(report.deadlines, today, language), language),
        _block("lacking", (line for card in undated for line in _folded(f"{card.label} — {card.rule}", "  · ")), language),
        _block("question", _question(report), language),
        _block("actions", (line for n, action in enumerate(report.actions, start=1) for line in _action(n, action, language)), language),
        _block("next", _next(report.next_stage, sheets, language), language),
        _block("partners", (line for partner in report.partners for line in _partner(partner, language)), language),
        _block("texts", (line for one in report.citations[:QUOTES] for line in _folded(f"« {one.quote} » — {one.title}", "  · ")), language),
        _block("law", (line for note in report.law_notes for line in _folded(note.text, "  · ")), language),
    ]
    return "\n\n".join(part for part in parts if part)


def _block(title: str, lines: Iterable[str], language: str = "fr", **values: object) -> str:
    """A titled block; nothing at all where there is nothing to say."""
    kept = list(lines)
    return "\n".join([words(title, language, **values), *kept] if title else kept) if kept else ""


def _folded(text: str, first: str, rest: str | None = None) -> list[str]:
    """A text on lines of a terminal's width, hanging under its mark."""
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first) if rest is None else rest)


def _stages(report: SituationReport, sheets: Sheets) -> Iterator[str]:
    """The whole procedure, with the place where one stands; nothing when that is not known."""
    if report.stage == Stage.INCONNU:
        return
    for stage in Stage:
        if stage is not Stage.INCONNU:
            here = stage.value == report.stage
            yield f"  {'▶' if here else '·'} {pick(sheets[stage].label, report.language)}" + (f"  {words('here', report.language)}" if here else "")


def _dates(cards: Iterable[DeadlineCard], today: date, language: str) -> Iterator[str]:
    """The dates in their order, with today among them; several readings of one delay ask to act before the first."""
    dated = sorted((card for card in cards if card.date), key=lambda card: card.date or today)
    for card in (card for card in dated if card.date and card.date < today):
        yield from _dated(card, today, language)
    if dated:
        yield words("now", language, today=written_date(today, language))
    for card in (card for card in dated if card.date and card.date >= today):
        yield from _dated(card, today, language)
    if len({card.date for card in dated if card.condition}) > 1:
        yield from _folded(say("act-before", language), "  ! ")


def _dated(card: DeadlineCard, today: date, language: str) -> Iterator[str]:
    """A date, the days left, what it is, its rule and its text."""
    if card.date is None:
        return
    yield f"  {written_date(card.date, language)} — {_left(days_left(card.date, today), language)}"
    yield from _folded(card.label, "    ")
    if card.condition:
        yield from _folded(words("condition", language, condition=card.condition), "      ")
    yield from _folded(words("rule", language, rule=card.rule), "      ")
    if card.legal_basis:
        yield from _folded(words("basis", language, basis=card.legal_basis, confidence=card.confidence), "      ")


def _left(days: int, language: str) -> str:
    if days == 0:
        return words("today", language)
    return words("left" if days > 0 else "passed", language, days=written_duration(abs(days), "jours", language))


def _question(report: SituationReport) -> Iterator[str]:
    """The one datum that is asked for, with its choices."""
    if report.clarify:
        yield from _folded(report.clarify.question, "  ")
        yield from (f"    · {choice.label}" for choice in report.clarify.choices)


def _action(number: int, action: Action, language: str) -> Iterator[str]:
    before = f" ({words('before', language, day=written_date(action.before, language))})" if action.before else ""
    yield from _folded(f"{action.label}{before}", f"  {number}. ")
    yield from _folded(action.why, "     ")


def _next(follower: NextStage | None, sheets: Sheets, language: str) -> Iterator[str]:
    if follower:
        earliest = f" ({words('earliest', language, day=written_date(follower.earliest, language))})" if follower.earliest else ""
        yield from _folded(f"{pick(sheets[Stage(follower.stage)].label, language)}{earliest} : {follower.condition}", "  ")


def _partner(card: PartnerCard, language: str) -> Iterator[str]:
    """Whom to call, why, how, and what to bring."""
    yield from _folded(" — ".join(filter(None, [card.name, card.phone, card.email])), "  · ")
    yield from _folded(card.why, "    ")
    if card.address:
        yield from _folded(card.address, "    ")
    if card.bring:
        yield from _folded(words("bring", language, bring=card.bring), "    ")
