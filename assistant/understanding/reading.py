"""A message to a `Situation`: what happened, when, how much, where, to whom. No model, no clock, no file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.understanding.acts import Named, is_told, named_acts
from assistant.understanding.clauses import Clause, clauses
from assistant.understanding.dates import Mention, find_dates
from assistant.understanding.expressions import expressions
from assistant.understanding.household import Household, read_household
from assistant.understanding.money import Money, read_money
from assistant.understanding.places import Placed, read_place
from assistant.understanding.text import Message, read
from knowledge.place import Gazetteer
from knowledge.procedure.situation import Act, Day, Judgment, Motive, Situation
from knowledge.procedure.stage import Stage

REACH = 60  # how far before a date the word that it dates may stand
KINDS = ("other-date", "lease-date", "hearing-date", "act-date", "default-date")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a message says: the situation, the place with its candidates, and how it is written."""

    message: Message
    situation: Situation
    place: Placed
    household: Household
    tells: bool


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date with what it dates: `hearing-date`, `act-date`, `lease-date` or `default-date`."""

    mention: Mention
    kind: str


def understand(raw: str, today: date, gazetteer: Gazetteer) -> Understood:
    """Read *raw*; `tells` is whether it tells a situation at all."""
    message = read(raw)
    text = message.text
    parts = clauses(text)
    named = [act for clause in parts for act in named_acts(clause)]
    finished = _finished(parts, text)
    told = [act for act in named if is_told(act, finished=finished)]
    dates = [_Dated(mention, _kind(text, mention, told, today)) for mention in find_dates(text, today)]
    household, money = read_household(text), read_money(text)
    place = read_place(message, gazetteer)
    situation = _situation(_Facts(text, parts, named, told, dates, household, money, place, today))
    return Understood(message, situation, place, household, _tells(situation, text))


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything found in the text, before it is put together."""

    text: str
    parts: Sequence[Clause]
    named: Sequence[Named]
    told: Sequence[Named]
    dates: Sequence[_Dated]
    household: Household
    money: Money
    place: Placed
    today: date


def _finished(parts: Sequence[Clause], text: str) -> bool:
    """Whether the message says that an old procedure is over, or everything paid."""
    said = expressions("modality")
    return any(clause.over for clause in parts) or bool(said["paid"].search(text) or said["up-to-date"].search(text))


def _situation(facts: _Facts) -> Situation:
    said = expressions("modality")
    acts, judgment = _acts(facts)
    hearing = _hearing(facts)
    paid = bool(said["paid"].search(facts.text))
    debt_told = _debt_told(facts)
    commune = facts.place.commune
    return Situation(
        acts=acts,
        unclear_act=_unclear(facts),
        hearing=hearing if acts else None,
        judgment=judgment,
        decision="refere" if said["refere"].search(facts.text) else None,
        plan_respected=_plan_respected(facts.text, acts),
        lease=_first_day(facts, "lease-date"),
        lease_renewed=True if said["lease-renewed"].search(facts.text) else None,
        debt_eur=0.0 if paid and facts.money.debt is None else facts.money.debt,
        rent_eur=facts.money.rent,
        months_unpaid=facts.money.months,
        debt_told=debt_told,
        debt_lasting=bool(said["debt-lasting"].search(facts.text)) if debt_told else None,
        debt_beginning=bool(said["beginning"].search(facts.text)) if debt_told else None,
        lease_told=bool(said["lease-told"].search(facts.text)) or facts.household.motive in {Motive.CONGE, Motive.TROUBLES},
        first_default=_first_day(facts, "default-date") if debt_told else None,
        free_day=_first_day(facts, "act-date"),
        commune=commune.name if commune else None,
        department=facts.place.department,
        arrondissement=commune.arrondissement if commune else None,
        landlord_type=facts.household.landlord_type,
        housing_aid=facts.household.housing_aid,
        role=facts.household.role,
        motive=facts.household.motive or (Motive.IMPAYE if debt_told else None),
        scope=facts.household.scope,
        steps_taken=_steps(facts),
        vulnerable=facts.household.vulnerable,
        mentions=facts.household.mentions,
    )


def _plan_respected(text: str, acts: Sequence[Act]) -> bool | None:
    """Whether the plan is kept; after a judge's delays, one rent unpaid breaks it as well."""
    said = expressions("modality")
    delays = any(act.stage is Stage.JUGEMENT_DELAIS for act in acts)
    if said["plan-broken"].search(text) or (delays and said["rent-missed"].search(text)):
        return False
    return True if said["plan-kept"].search(text) else None


def _acts(facts: _Facts) -> tuple[tuple[Act, ...], Judgment | None]:
    """The told acts with their days; a judgment whose terms are not told stands as unknown."""
    acts = [Act(named.stage, _act_day(facts, named), served=_is_served(named)) for named in facts.told]
    if any(act.stage is Stage.JUGEMENT_DELAIS for act in acts):
        return tuple(acts), Judgment.DELAIS
    if any(act.stage is Stage.JUGEMENT_RESILIATION for act in acts):
        return tuple(acts), Judgment.RESILIATION
    if decided := _unclear_judgment(facts):
        return (*acts, Act(Stage.JUGEMENT_RESILIATION, _act_day(facts, decided), served=_is_served(decided))), Judgment.UNKNOWN
    return tuple(acts), None


def _unclear_judgment(facts: _Facts) -> Named | None:
    """A decision that was received, without its terms."""
    pattern = expressions("acts")["judgment"]
    for clause in facts.parts:
        for match in pattern.finditer(clause.text):
            named = Named(Stage.JUGEMENT_RESILIATION, clause.start + match.start(), clause.start + match.end(), clause)
            if is_told(named) and not clause.says("negated", before=named.end):
                return named
    return None


def _unclear(facts: _Facts) -> str | None:
    """The words of an act that could be several, when it was received and is not named elsewhere."""
    pattern = expressions("acts")["unclear"]
    for clause in facts.parts:
        for match in pattern.finditer(clause.text):
            start, end = clause.start + match.start(), clause.start + match.end()
            covered = any(start < act.end and act.start < end for act in facts.named)
            if not covered and is_told(Named(Stage.INCONNU, start, end, clause)) and not expressions("acts")["seizure"].search(clause.text):
                return str(match[0])
    return None


def _act_day(facts: _Facts, named: Named) -> Day | None:
    """The nearest date of its sentence that dates an act, taken by no nearer act."""
    mine = [d for d in facts.dates if d.kind == "act-date" and _owner(facts, d) is named]
    return min(mine, key=lambda d: _distance(d.mention, named)).mention.past if mine else None


def _owner(facts: _Facts, dated: _Dated) -> Named | None:
    """The act that a date belongs to: the nearest told one, those before it first."""
    if not facts.told:
        return None
    return min(facts.told, key=lambda named: _distance(dated.mention, named))


def _distance(mention: Mention, named: Named) -> int:
    """Characters between; a sentence's end between them counts for much."""
    if named.start <= mention.start < named.end:
        return 0
    gap = mention.start - named.end if mention.start >= named.end else (named.start - mention.end) + 12
    outside = not (named.clause.start <= mention.start < named.clause.end + 1)
    return gap + (40 if outside else 0)


def _is_served(named: Named) -> bool:
    return bool(expressions("modality")["served"].search(named.clause.text))


def _kind(text: str, mention: Mention, told: Sequence[Named], today: date) -> str:
    """What a date dates, by the last telling word before it; a future date can only be a hearing's."""
    before = text[max(0, mention.start - REACH) : mention.start]
    before = before[max(before.rfind(mark) for mark in ".;!?\n") + 1 :]
    places = {kind: max((m.end() for m in expressions("modality")[kind].finditer(before)), default=-1) for kind in KINDS}
    kind = max(places, key=lambda k: places[k])
    if places[kind] < 0:
        kind = "act-date" if told else "default-date"
    summoned = any(act.stage in {Stage.ASSIGNATION, Stage.AUDIENCE_PASSEE} for act in told)
    return "hearing-date" if summoned and kind == "act-date" and mention.past.first > today else kind


def _hearing(facts: _Facts) -> Day | None:
    """The hearing's day: the next one, or the last one where the words are in the past."""
    said = expressions("modality")["past-hearing"]
    past = any(act.stage is Stage.AUDIENCE_PASSEE or act.stage.rank > Stage.AUDIENCE_PASSEE.rank for act in facts.told)
    days = []
    for dated in facts.dates:
        if dated.kind == "hearing-date":
            clause = next((c for c in facts.parts if c.start <= dated.mention.start < c.end + 1), None)
            days.append(dated.mention.past if past or (clause and said.search(clause.text)) else dated.mention.future)
    coming = [day for day in days if day.last >= facts.today]
    return max(coming, key=lambda day: day.first) if coming else next(iter(days), None)


def _first_day(facts: _Facts, kind: str) -> Day | None:
    return next((d.mention.past for d in facts.dates if d.kind == kind), None)


def _debt_told(facts: _Facts) -> bool | None:
    """Whether unpaid rent is told; False when the rent is said to be up to date."""
    said = expressions("modality")
    if facts.money.debt or facts.money.months:
        return True
    told = [c for c in facts.parts if not c.other and not c.over and said["debt-told"].search(c.text) and not said["supposed"].search(c.text)]
    if said["up-to-date"].search(facts.text) or said["paid"].search(facts.text):
        return False
    return True if told else None


def _steps(facts: _Facts) -> dict[str, Day | None]:
    """The files already sent, with their day when it stands in the same sentence."""
    found: dict[str, Day | None] = {}
    for step in facts.household.steps:
        place = expressions("household")["steps"][step].search(facts.text)
        near = [d for d in facts.dates if place and abs(d.mention.start - place.end()) < REACH and d.kind in {"act-date", "default-date"}]
        found[step] = near[0].mention.past if near and not facts.told else None
    return found


def _tells(situation: Situation, text: str) -> bool:
    """Whether the message is about somebody's case, not a general question."""
    facts = situation.acts or situation.unclear_act or situation.debt_eur is not None or situation.months_unpaid is not None or situation.hearing
    return bool(facts) and bool(expressions("modality")["situation"].search(text))
