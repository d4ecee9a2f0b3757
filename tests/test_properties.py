"""What must hold for every household, every day and every text, whatever the case: drawn by hypothesis, the same each run."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answer import Place
from assistant.engine import Engine
from assistant.reporting import report
from knowledge.holidays import is_holiday
from knowledge.loading import load
from knowledge.procedure.counting import add, extended, is_working
from knowledge.procedure.deadlines import Deadline, deadlines
from knowledge.procedure.locate import Located, locate
from knowledge.procedure.situation import Act, Day, Judgment, Motive, Scope, Situation
from knowledge.procedure.stage import Stage
from knowledge.procedure.treve import next_eviction_day, treve_of

KNOWLEDGE = load()
ENGINE = cast("Engine", SimpleNamespace(knowledge=KNOWLEDGE))  # a situation is placed without the index
BOUNDED = settings(max_examples=100, deadline=None, derandomize=True, database=None)
TEXTS = settings(max_examples=100, deadline=None, derandomize=True, database=None)
ACTS = [stage for stage in Stage if stage.rank >= Stage.COMMANDEMENT_DE_PAYER.rank]
STEPS = sorted({rule.starts for rule in KNOWLEDGE.calendar.rules} - {"act", "hearing", "judgment-served"})
DAYS = st.dates(date(2014, 4, 1), date(2035, 12, 31))
ANY_DAYS = DAYS | st.sampled_from([date.min, date(1899, 12, 31), date(1900, 1, 1), date(2199, 12, 31), date(2200, 1, 1), date.max])


@st.composite
def told_days(draw: st.DrawFn) -> Day:
    """A day, or a range of at most a month."""
    first = draw(DAYS)
    return Day(first, first + timedelta(days=draw(st.integers(0, 31))))


MAYBE = st.none() | told_days()
BOOLS = st.none() | st.booleans()


@st.composite
def situations(draw: st.DrawFn, days: st.SearchStrategy[Day | None] = MAYBE) -> Situation:
    """A household with any facts, contradictory ones included."""
    return Situation(
        acts=tuple(draw(st.lists(st.builds(Act, st.sampled_from(ACTS), days, st.booleans()), max_size=3))),
        unclear_act=draw(st.none() | st.just("avis d'expulsion")),
        hearing=draw(days),
        judgment=draw(st.none() | st.sampled_from(Judgment)),
        decision=draw(st.sampled_from([None, "jugement", "refere"])),
        plan_respected=draw(BOOLS),
        lease=draw(MAYBE),
        lease_renewed=draw(BOOLS),
        debt_eur=draw(st.none() | st.floats(0, 20000)),
        rent_eur=draw(st.none() | st.floats(1, 3000)),
        months_unpaid=draw(st.none() | st.floats(0, 24)),
        debt_told=draw(BOOLS),
        first_default=draw(MAYBE),
        department=draw(st.sampled_from([None, "62", "86", "59"])),
        landlord_type=draw(st.sampled_from([None, "social", "prive"])),
        housing_aid=draw(BOOLS),
        motive=draw(st.none() | st.sampled_from(Motive)),
        scope=draw(st.none() | st.sampled_from(Scope)),
        steps_taken=draw(st.dictionaries(st.sampled_from(STEPS), days, max_size=4)),
    )


def given_dates(stage: Stage, situation: Situation, today: date) -> tuple[Deadline, ...]:
    return deadlines(stage, situation, KNOWLEDGE.law, KNOWLEDGE.calendar, today)


@BOUNDED
@given(stage=st.sampled_from(Stage), situation=situations(days=st.none()), today=DAYS)
def test_no_date_without_a_known_start(stage, situation, today):
    """When no day was told, nothing is dated, and every event says what it lacks."""
    for one in given_dates(stage, situation, today):
        assert one.date is None
        assert one.from_date is None
        assert one.missing is not None


@BOUNDED
@given(stage=st.sampled_from(Stage), situation=situations(), today=DAYS)
def test_a_date_comes_from_a_day_that_was_told(stage, situation, today):
    """The start of each dated event is a day of the situation; only the trêve has its own."""
    told = {day.first for day in (*(act.day for act in situation.acts), situation.hearing, *situation.steps_taken.values()) if day}
    for one in given_dates(stage, situation, today):
        assert (one.date is None) is (one.missing is not None)
        if one.date and not one.id.startswith("treve-hivernale-dates"):
            assert one.from_date in told


@BOUNDED
@given(stage=st.sampled_from(Stage), situation=situations(), today=DAYS)
def test_no_deadline_ends_before_its_act_unless_it_is_counted_backward(stage, situation, today):
    """Backward ones end before the day that they are counted from, the others never."""
    for one in given_dates(stage, situation, today):
        if one.date and one.from_date:
            assert one.date < one.from_date if one.backward else one.date >= one.from_date


@BOUNDED
@given(stage=st.sampled_from(Stage), day=ANY_DAYS, today=DAYS)
def test_a_day_that_cannot_be_starts_nothing(stage, day, today):
    """« Le 31/12/9999 » is no start: the event lacks its date instead of breaking the answer."""
    told = Day(day, day)
    situation = Situation((Act(stage, told),), hearing=told, lease=told, first_default=told, steps_taken=dict.fromkeys(STEPS, told))
    locate(situation, today)
    for one in given_dates(stage, situation, today):
        assert one.date is None or 1900 <= day.year < 2200


@BOUNDED
@given(stage=st.sampled_from(ACTS), situation=situations(), today=DAYS)
def test_vague_words_never_give_a_later_date_than_an_exact_day_among_them(stage, situation, today):
    """« Début mars » is never counted from later than the day it was: the date given is the safe one."""
    late = replace(situation, acts=tuple(replace(act, day=act.day and Day(act.day.last, act.day.last)) for act in situation.acts))
    latest = _by_id(given_dates(stage, late, today))
    for one in given_dates(stage, situation, today):
        if one.date and one.number and one.id in latest:
            assert one.date <= latest[one.id]


def _by_id(given: tuple[Deadline, ...]) -> dict[str, date]:
    """The last date of each event."""
    found: dict[str, date] = {}
    for one in given:
        if one.date:
            found[one.id] = max(one.date, found.get(one.id, one.date))
    return found


@BOUNDED
@given(situation=situations(), further=st.sampled_from(ACTS), day=MAYBE, today=DAYS)
def test_a_living_act_further_along_never_gives_an_earlier_stage(situation, further, day, today):
    """One act more, beyond all the others, moves on or stays, or asks."""
    before = locate(situation, today)
    if situation.furthest and further.rank <= situation.furthest.stage.rank:
        return
    after = locate(replace(situation, acts=(*situation.acts, Act(further, day))), today)
    if isinstance(before, Located) and isinstance(after, Located):
        assert after.stage.rank >= before.stage.rank


@BOUNDED
@given(start=DAYS, later=st.integers(0, 60), number=st.integers(1, 48), unit=st.sampled_from(["jours", "semaines", "mois", "ans"]))
def test_a_later_act_never_ends_sooner(start, later, number, unit):
    """Neither the end of a month nor an extension turns the order of two acts."""
    end, other = add(start, number, unit), add(start + timedelta(days=later), number, unit)
    assert start < end <= other
    assert extended(end, is_holiday) <= extended(other, is_holiday)


@BOUNDED
@given(day=DAYS)
def test_an_extension_only_crosses_days_that_are_not_worked(day):
    """It ends on a working day, within five days, and passes over none."""
    end = extended(day, is_holiday)
    assert is_working(end, is_holiday)
    assert end - day <= timedelta(days=5)
    assert not any(is_working(day + timedelta(days=n), is_holiday) for n in range((end - day).days))


@BOUNDED
@given(day=DAYS)
def test_no_eviction_day_falls_in_the_treve_on_a_sunday_or_a_holiday(day):
    """And it is the first one: every day before it is forbidden."""
    first = next_eviction_day(day, is_holiday)
    assert first >= day
    for n in range((first - day).days):
        skipped = day + timedelta(days=n)
        assert treve_of(skipped) or skipped.isoweekday() == 7 or is_holiday(skipped)
    assert not treve_of(first)
    assert first.isoweekday() != 7
    assert not is_holiday(first)


PIECES = [
    "j'ai reçu un commandement de payer ", "assignation ", "audience le ", "jugement d'expulsion ", "commandement de quitter les lieux ",
    "le préfet a accordé la force publique ", "on a été expulsés ", "avis d'expulsion ", "pas encore ", "si jamais ", "mon proprio ", "hlm ",
    "31/02/2026 ", "29 février ", "00/00/0000 ", "le 99 mars 99999 ", "il y a 999999999 ans ", "dans 99999 mois ", "hier ", "début septembre ",
    "lundi ", "1 200,50 € ", "12345678901234567890 euros ", "3 mois de loyer à 450 ", "commandement de payer du 31/12/9999 ", "bail signé en 0001 ", "bail du 31/12/9999 ", "62000 Arras ",
    "86 ", "Châtellerault ", "DALO ", "surendettement ", "FSL ", "115 ", "\n", "\x00", "\u202e", "É", "🏚️", "«", "(((", "\\", "i got a summons ", "%s{}",
]  # fmt: skip
MESSAGES = (
    st.text(max_size=4000) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.lists(st.sampled_from(PIECES) | st.text(max_size=40)).map("".join)
)


@TEXTS
@given(message=MESSAGES, today=st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_any_text_gives_an_answer(message, today):
    """From nothing to 4,000 characters: a place, a reason, whom to call, and never an exception."""
    found = report(message[:4000], today, ENGINE)
    assert found.outcome in set(Place)
    assert found.reason
    assert found.partners
    assert all(card.date is None or card.from_date for card in found.deadlines)
