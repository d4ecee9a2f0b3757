"""Domain values to the contract's cards, in the language of the answer."""

from collections.abc import Iterable
from datetime import date

from assistant.answer import DeadlineCard, Entities, LawNote
from assistant.understanding.reading import Understood
from assistant.wording import pick, say, written_date, written_duration
from knowledge.dated import Facts, Parameter, Selected, Several, Version
from knowledge.loading import Knowledge
from knowledge.procedure.deadlines import Deadline
from knowledge.procedure.locate import Located, Outcome
from knowledge.procedure.situation import Day


def deadline_card(deadline: Deadline, knowledge: Knowledge, language: str) -> DeadlineCard:
    """A deadline with its rule in words; what is uncertain about it is said in the rule."""
    words = knowledge.deadline_words
    rule = pick(deadline.rule, language).format(duration=written_duration(deadline.number, deadline.unit, language))
    if deadline.vague_from:
        rule += f" ({pick(words['vague'], language).format(first=written_date(deadline.vague_from, language))})"
    if deadline.to_check:
        rule += f" ({pick(words['to_check'], language)})"
    if deadline.missing:
        rule += " " + say("unknown-date", language, label="", missing=pick(deadline.missing, language)).lstrip(" :")
    return DeadlineCard(
        id=deadline.id,
        label=pick(deadline.label, language),
        date=deadline.date,
        from_date=deadline.from_date,
        duration=deadline.duration,
        rule=rule,
        condition=deadline.condition,
        legal_basis=deadline.legal_basis,
        source=deadline.source,
        confidence=deadline.confidence.value,
    )


def law_notes(parameter: Parameter, facts: Facts, language: str) -> tuple[LawNote, ...]:
    """What the rule says on that day, then what it will say: one note a version."""
    found = parameter.on(facts)
    now: tuple[Version, ...] = (found.version,) if isinstance(found, Selected) else found.versions if isinstance(found, Several) else ()
    coming = tuple(version for version in parameter.to_come(facts.today) if version not in now)
    return tuple(_note(parameter, version, language, facts.today) for version in (*now, *coming))


def notes_of(names: Iterable[str], knowledge: Knowledge, facts: Facts, language: str) -> tuple[LawNote, ...]:
    """What each of these rules says, in their order."""
    return tuple(note for name in names for note in law_notes(knowledge.law[name], facts, language))


def _note(parameter: Parameter, version: Version, language: str, today: date) -> LawNote:
    text = version.plain_en if language == "en" else version.plain
    if version.start and version.start > today:
        text = say("law-to-come", language, date=written_date(version.start, language), text=text)
    source = next((source.url for source in version.sources if source.url), None)
    return LawNote(parameter.id, text, version.start, version.legal_basis, source, version.confidence.value)


def entities_of(understood: Understood, outcome: Outcome) -> Entities:
    """The contract's entities; an act's date only where an act defines the stage."""
    situation = understood.situation
    since = outcome.since if isinstance(outcome, Located) else None
    return Entities(
        act_date=since.first if since else None,
        act_date_range=_range(since),
        lease_date=situation.lease.first if situation.lease else None,
        lease_date_range=_range(situation.lease),
        hearing_date=situation.hearing.first if situation.hearing else None,
        hearing_date_range=_range(situation.hearing),
        debt_eur=situation.debt_eur,
        rent_eur=situation.rent_eur,
        months_unpaid=situation.months_unpaid,
        commune=situation.commune,
        commune_candidates=tuple(f"{c.name} ({c.department})" for c in understood.place.candidates[:10]),
        department=situation.department,
        arrondissement=situation.arrondissement,
        landlord_type=situation.landlord_type,
        housing_aid=situation.housing_aid,
        role=situation.role,
        motive=situation.motive.value if situation.motive else None,
    )


def _range(day: Day | None) -> tuple[date, date] | None:
    return None if day is None or day.exact else (day.first, day.last)
