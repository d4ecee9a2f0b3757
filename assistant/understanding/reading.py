"""A message to a `Situation`: what happened, when, how much, where, to whom. No model, no clock, no file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.understanding.clauses import Clause, clauses
from assistant.understanding.dates import find_dates
from assistant.understanding.dating import Dated, act_days, dated, hearing_day
from assistant.understanding.debts import Debt, owing, plan_done, plan_respected, read_debt
from assistant.understanding.decisions import unclear_judgment, unclear_words
from assistant.understanding.epochs import living
from assistant.understanding.expressions import expressions
from assistant.understanding.happened import happened
from assistant.understanding.household import Household, read_household
from assistant.understanding.naming import Named, named_acts
from assistant.understanding.places import Placed, read_place
from knowledge.place import Gazetteer
from knowledge.procedure.situation import Act, Day, Judgment, Motive, Scope, Situation
from knowledge.procedure.stage import Stage
from retrieval.spelling import Message, read

SUED_FOR_RENT = set(list(Stage)[Stage.COMMANDEMENT_DE_PAYER.rank : Stage.COMMANDEMENT_DE_QUITTER_LES_LIEUX.rank])
NEAR = 60  # how far from a file's name its day may stand


@dataclass(frozen=True, slots=True)
class Understood:
    """What a message says: the situation, the place with its candidates, and how it is written."""

    message: Message
    situation: Situation
    place: Placed
    household: Household
    tells: bool


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything found in the text, before it is put together."""

    text: str
    parts: Sequence[Clause]
    named: Sequence[Named]
    told: Sequence[Named]
    idle: Sequence[Clause]
    dates: Sequence[Dated]
    household: Household
    debt: Debt
    place: Placed
    today: date


def understand(raw: str, today: date, gazetteer: Gazetteer) -> Understood:
    """Read *raw*; `tells` is whether it tells a situation at all."""
    message = read(raw)
    text = living(message.text, clauses(message.text))
    parts = clauses(text)
    named = [act for clause in parts for act in named_acts(clause)]
    mentions = find_dates(text, today)
    told, idle = happened(text, parts, named, mentions, today)
    household = read_household(message)
    place = read_place(message, gazetteer)
    dates = dated(text, mentions, told, idle, today)
    facts = _Facts(text, parts, named, told, idle, dates, household, read_debt(text, parts, told), place, today)
    situation = _situation(facts)
    return Understood(message, situation, place, household, _tells(situation, text))


def with_usual_role(understood: Understood) -> Understood:
    """The same, a tenant's where nothing says whose side it is: nearly all who speak of a rent or of a paper are."""
    situation, said = understood.situation, expressions("roles")
    speaks = said["first-person"].search(understood.message.text) or said["tenancy"].search(understood.message.text)
    if situation.role or not speaks or situation.scope is Scope.PROPRIETAIRE:
        return understood
    return replace(understood, situation=replace(situation, role="locataire"))


def _situation(facts: _Facts) -> Situation:
    """The facts under the contract's names: the procedure, then the debt, then the people and the place."""
    return _with_people(_with_debt(_procedure(facts), facts), facts)


def _procedure(facts: _Facts) -> Situation:
    said = expressions("modality")
    acts, judgment = _acts(facts)
    return Situation(
        acts=acts,
        unclear_act=unclear_words(facts.parts, facts.named),
        hearing=hearing_day(facts.dates, facts.told, facts.parts, facts.today) if acts else None,
        judgment=judgment,
        decision="refere" if said["refere"].search(facts.text) else None,
        plan_respected=plan_respected(facts.parts, delays=any(act.stage is Stage.JUGEMENT_DELAIS for act in acts)),
        plan_done=plan_done(facts.parts),
        lease=_first_day(facts, "lease-date"),
        lease_renewed=True if said["lease-renewed"].search(facts.text) else None,
        free_day=next((d.mention.past for d in facts.dates if d.acts), None),
        motive=_motive(facts),
        scope=facts.household.scope,
        steps_taken=_steps(facts),
    )


def _with_debt(situation: Situation, facts: _Facts) -> Situation:
    debt = facts.debt
    told = bool(expressions("modality")["lease-told"].search(facts.text))
    return replace(
        situation,
        debt_eur=debt.euros,
        rent_eur=debt.rent,
        months_unpaid=debt.months,
        debt_told=debt.told,
        debt_lasting=debt.lasting,
        debt_beginning=debt.beginning,
        debt_unmeasured=debt.unmeasured,
        lease_told=told or facts.household.motive in {Motive.CONGE, Motive.TROUBLES},
        first_default=_first_day(facts, "default-date") if debt.told else None,
    )


def _with_people(situation: Situation, facts: _Facts) -> Situation:
    commune, household = facts.place.commune, facts.household
    return replace(
        situation,
        commune=commune.name if commune else None,
        department=facts.place.department,
        arrondissement=commune.arrondissement if commune else None,
        landlord_type=household.landlord_type,
        housing_aid=household.housing_aid,
        role=household.role,
        vulnerable=household.vulnerable,
        mentions=household.mentions,
    )


def _motive(facts: _Facts) -> Motive | None:
    """As told, unless the arrears are only denied, dreaded or another's; else unpaid rent where a debt, or a procedure with sums, is told."""
    if facts.household.scope is Scope.BAIL_COMMERCIAL:
        return None
    if facts.household.motive in {Motive.CONGE, Motive.TROUBLES}:
        return facts.household.motive
    if facts.debt.told is False and not facts.told:
        return None
    denied = facts.debt.told is not True and not facts.told and not expressions("household")["motives"][Motive.IMPAYE].search(owing(facts.text))
    if denied and facts.household.motive is Motive.IMPAYE:
        return None
    sued = any(act.stage in SUED_FOR_RENT for act in facts.told) and expressions("modality")["rent-named"].search(facts.text)
    return Motive.IMPAYE if sued or facts.household.motive or facts.debt.told or facts.debt.euros is not None else None


def _acts(facts: _Facts) -> tuple[tuple[Act, ...], Judgment | None]:
    """The told acts with their days; a judgment whose terms are not told stands as unknown."""
    acts = tuple(_act(facts, named) for named in facts.told)
    if any(act.stage is Stage.JUGEMENT_DELAIS for act in acts):
        return acts, Judgment.DELAIS
    if any(act.stage is Stage.JUGEMENT_RESILIATION for act in acts):
        return acts, Judgment.RESILIATION
    if decided := unclear_judgment(facts.parts, facts.told):
        told = [*facts.told, decided]
        mentions = [one.mention for one in facts.dates]
        return (*acts, _act(facts, decided, dated(facts.text, mentions, told, facts.idle, facts.today))), Judgment.UNKNOWN
    return acts, None


def _act(facts: _Facts, named: Named, dates: Sequence[Dated] | None = None) -> Act:
    """A told act with its day, unless its words only imply it; for a decision the day of its service starts the delays."""
    if expressions("acts")["undated"].search(named.words):
        return Act(named.stage, None)
    day, service = act_days(named, facts.told, facts.dates if dates is None else dates)
    served = service is not None or bool(expressions("modality")["served"].search(named.clause.text))
    return Act(named.stage, service or day, served=served, decided=day if service else None)


def _first_day(facts: _Facts, kind: str) -> Day | None:
    return next((d.mention.past for d in facts.dates if d.kind == kind), None)


def _steps(facts: _Facts) -> dict[str, Day | None]:
    """The files already sent, with their day when it stands near."""
    found: dict[str, Day | None] = {}
    for step in facts.household.steps:
        place = expressions("household")["steps"][step].search(facts.text)
        if place and not expressions("household")["not-yet"].search(facts.text[max(0, place.start() - NEAR) : place.start()]):
            near = [d for d in facts.dates if 0 <= d.mention.start - place.start() < NEAR + len(place[0]) and d.kind == "other-date"]
            found[step] = near[0].mention.past if near else None
    return found


def _tells(situation: Situation, text: str) -> bool:
    """Whether the message is about somebody's case, not a general question."""
    facts = situation.acts or situation.unclear_act or situation.debt_eur is not None or situation.months_unpaid is not None or situation.hearing
    return bool(facts or situation.plan_respected is False) and bool(expressions("modality")["situation"].search(text))
