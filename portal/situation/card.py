"""The result card: a situation report arranged for reading, nothing more worked out than the days left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Action, DeadlineCard, Entities, PartnerCard, SituationReport
from assistant.wording import pick, written_amount, written_count
from knowledge.loading import Knowledge
from knowledge.procedure.stage import Stage
from portal.pages.choices import STAGES
from portal.situation.figures import left, span, urgency
from portal.situation.words import words

NOW, FIRST_PARTNERS = 3, 4
BRANCH = Stage.JUGEMENT_DELAIS  # time granted by the judge: whoever is further on may never have had it
DAYS = ("act_date", "hearing_date", "lease_date")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A deadline with a day, the time left until it, and how near it is."""

    card: DeadlineCard
    day: date
    left: str
    urgency: str


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of the line: done, here, ahead, or aside."""

    stage: Stage
    label: str
    place: str


@dataclass(frozen=True, slots=True)
class RightLine:
    """A right, and the text that gives it; `url` opens our reader where we have the text."""

    label: str
    source: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the card shows, in its order."""

    report: SituationReport
    label: str
    plain: str
    steps: Sequence[Step]
    dates: Sequence[DateLine]
    past: Sequence[DateLine]
    undated: Sequence[DeadlineCard]
    now: Sequence[Action]
    later: Sequence[Action]
    partners: Sequence[PartnerCard]
    others: Sequence[PartnerCard]
    rights: Sequence[RightLine]
    following: str | None
    told: Sequence[tuple[str, str]]


def card_of(report: SituationReport, knowledge: Knowledge, today: date) -> Card:
    """The card of a report, in the report's language."""
    language, sheet = report.language, knowledge.sheets[Stage(report.stage)]
    dated = sorted(_dated(report, today), key=lambda line: line.day)
    return Card(
        report=report,
        label=pick(sheet.label, language),
        plain=pick(sheet.plain, language),
        steps=steps(Stage(report.stage), knowledge, language),
        dates=[line for line in dated if line.urgency != "past"],
        past=[line for line in dated if line.urgency == "past"],
        undated=[card for card in report.deadlines if card.date is None],
        now=report.actions[:NOW],
        later=report.actions[NOW:],
        partners=report.partners[:FIRST_PARTNERS],
        others=report.partners[FIRST_PARTNERS:],
        rights=[_right(right.label, right.source, knowledge) for right in report.rights],
        following=pick(knowledge.sheets[Stage(report.next_stage.stage)].label, language) if report.next_stage else None,
        told=tuple(told(report.entities, language)),
    )


def steps(here: Stage, knowledge: Knowledge, language: str) -> list[Step]:
    """The twelve stages; those before *here* lie behind, save the branch that was not taken."""
    return [Step(stage, pick(knowledge.sheets[stage].label, language), _place(stage, here)) for stage in STAGES]


def _place(stage: Stage, here: Stage) -> str:
    if stage is here:
        return "here"
    return "ahead" if stage.rank > here.rank else "aside" if stage is BRANCH else "done"


def told(entities: Entities, language: str) -> Iterator[tuple[str, str]]:
    """What was understood, as (what, value)."""
    said = words(language)
    for name in DAYS:
        if day := getattr(entities, name):
            yield said[f"told-{name}"], span(day, getattr(entities, f"{name}_range"), language)
    for name in ("debt_eur", "rent_eur"):
        if (amount := getattr(entities, name)) is not None:
            yield said[f"told-{name}"], written_amount(amount, language)
    if entities.months_unpaid is not None:
        yield said["told-months_unpaid"], written_count(entities.months_unpaid, language)
    if entities.commune:
        yield said["told-commune"], entities.commune + (said["arrondissement"].format(name=entities.arrondissement) if entities.arrondissement else "")
    for name in ("landlord_type", "housing_aid", "role"):
        if (value := getattr(entities, name)) is not None:
            yield said[f"told-{name}"], said[f"{name}-{value}".lower()]


def _dated(report: SituationReport, today: date) -> Iterator[DateLine]:
    """The deadlines that have a day, and the hearing that was told."""
    for card in (*_hearing(report), *report.deadlines):
        if card.date:
            yield DateLine(card, card.date, left(card.date, today, report.language), urgency(card.date, today))


def _hearing(report: SituationReport) -> Iterator[DeadlineCard]:
    """The hearing to come: no delay of the law, but the first date of whoever is summoned."""
    day, said = report.entities.hearing_date, words(report.language)
    if day and report.stage == Stage.ASSIGNATION:
        rule = said["hearing-rule"].format(day=span(day, report.entities.hearing_date_range, report.language))
        yield DeadlineCard("audience", said["hearing"], day, None, None, rule, None, None, None, "")


def _right(label: str, source: str, knowledge: Knowledge) -> RightLine:
    """A source of ours is named and opened; another one stands as it is."""
    document_id, _, section_id = source.partition(", ")
    document = knowledge.documents.get(document_id)
    if document is None:
        return RightLine(label, source, None)
    section = document.section(section_id)
    return RightLine(label, f"{document.short_title}, {section.title}", f"/textes/{document.id}#{section.anchor}")
