"""What each date of a message dates: an act, a hearing, a lease, a first default, or something else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.understanding.clauses import Clause
from assistant.understanding.dates import Mention
from assistant.understanding.expressions import expressions
from assistant.understanding.naming import Named
from knowledge.procedure.situation import Day
from knowledge.procedure.stage import Stage

REACH = 60  # how far before a date the word that it dates may stand
FAR = timedelta(days=270)  # of several hearings, one so far ahead without a year is the past one
CLOSE = 75  # a date that no word announces belongs to an act this near
BEHIND, OUTSIDE = 12, 40  # a date before its act, or in another clause, is that much further
KINDS = ("default-date", "decision-date", "other-date", "lease-date", "served-date", "hearing-date", "act-date")
_LEAD = re.compile(r"(?:(?:depuis|en|du|au|le|de|since|in|on|the|mois) )+")
ACT = "§"  # stands for the words of an act, so that « payer » or « quitter » in its name dates nothing else
COMING = {Stage.ASSIGNATION, Stage.AUDIENCE_PASSEE}
DECISIONS = {Stage.JUGEMENT_DELAIS, Stage.JUGEMENT_RESILIATION}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with what it dates: one of `KINDS`."""

    mention: Mention
    kind: str
    owner: Named | None = None
    sure: bool = True

    @property
    def acts(self) -> bool:
        """Whether it is an act's day: its own, or that of its service."""
        return self.kind in {"act-date", "served-date"}


def dated(text: str, mentions: Sequence[Mention], told: Sequence[Named], idle: Sequence[Clause], today: date) -> list[Dated]:
    """Each date with its kind and the act it belongs to; those of *idle* clauses, feared or settled, date nothing."""
    mentions = [one for one in mentions if not any(_same_clause(one, clause) for clause in idle)]
    for act in told:
        if act.stage not in COMING:
            text = text[: act.start] + ACT * (act.end - act.start) + text[act.end :]
    found = [_dated(text, mention, told, today, alone=len(mentions) == 1) for mention in mentions]
    if any(one.kind == "hearing-date" for one in found) or not any(act.stage in COMING for act in told):
        return found
    coming = (replace(one, kind="hearing-date") if one.kind == "default-date" and _is_to_come(one.mention, today) else one for one in found)
    return list(coming)


def _dated(text: str, mention: Mention, told: Sequence[Named], today: date, *, alone: bool) -> Dated:
    """One date; the only one of a message is its act's, whatever the words before it."""
    kind, sure = _kind(text, mention, told)
    owner = min(told, key=lambda named: _distance(mention, named), default=None)
    if owner and kind in {"act-date", "served-date", "default-date"}:
        heard = owner.stage is Stage.AUDIENCE_PASSEE and (_same_clause(mention, owner.clause) or kind != "default-date")
        if heard or (owner.stage in COMING and kind == "act-date" and _is_to_come(mention, today)):
            kind = "hearing-date"
    if kind == "act-date" and not alone and owner and owner.stage not in DECISIONS and not _in_sentence(mention, [owner]) and _is_of_a_decision(text, mention):
        kind = "other-date"
    return Dated(mention, kind, owner if kind in {"act-date", "served-date"} else None, sure)


def _kind(text: str, mention: Mention, told: Sequence[Named]) -> tuple[str, bool]:
    """By the last telling word before it in its sentence, else by what follows it; and whether a word told it."""
    said = expressions("modality")
    lead = _LEAD.match(text, mention.start, mention.end)
    before = text[max(0, mention.start - REACH) : lead.end() if lead else mention.start]
    before = before[max(before.rfind(mark) for mark in ".;!?\n") + 1 :]
    if told and said["summoned-for"].search(before):
        return "hearing-date", True
    places = {kind: max((m.end() for m in said[kind].finditer(before)), default=-1) for kind in KINDS}
    kind = max(places, key=lambda k: places[k])
    if places[kind] >= 0 and not (kind == "default-date" and _in_sentence(mention, told)):
        return kind, True
    behind = text[mention.end : mention.end + REACH]
    if told and (said["hearing-behind"].match(behind) or said["act-behind"].match(behind)):
        return ("hearing-date" if said["hearing-behind"].match(behind) else "act-date"), True
    return ("act-date" if any(_distance(mention, act) <= CLOSE for act in told) else "default-date"), False


def _is_of_a_decision(text: str, mention: Mention) -> bool:
    """Whether the words before a date speak of a judgment, and no other act stands between."""
    return bool(expressions("modality")["decision-named"].search(text[max(0, mention.start - REACH) : mention.start]))


def _in_sentence(mention: Mention, told: Sequence[Named]) -> bool:
    """Whether an act stands in the date's sentence."""
    return any(a.clause.sentence_start <= mention.start < a.clause.sentence_start + len(a.clause.sentence) for a in told)


def _is_to_come(mention: Mention, today: date) -> bool:
    """Whether the day is to come; without a year, the nearer of its two readings decides."""
    return mention.past.first > today or (mention.future.first > today and (today - mention.past.first) > (mention.future.first - today))


def _same_clause(mention: Mention, clause: Clause) -> bool:
    return clause.start <= mention.start < clause.end + 1


def _distance(mention: Mention, named: Named) -> int:
    """Characters between; a clause's end between them counts for much."""
    if named.start <= mention.start < named.end:
        return 0
    gap = mention.start - named.end if mention.start >= named.end else (named.start - mention.end) + BEHIND
    return gap + (0 if _same_clause(mention, named.clause) else OUTSIDE)


def act_days(named: Named, told: Sequence[Named], dates: Sequence[Dated]) -> tuple[Day | None, Day | None]:
    """The day of the act, and for a decision that of its service where both are told."""
    mine = [d for d in dates if d.acts and d.owner and (d.owner is named or _is_same_paper(d.owner, named))]
    if not mine and _is_last(named, told):
        mine = [d for d in dates if d.acts and d.owner and d.owner.clause == named.clause] or _spare(named, dates)
    served = [d for d in mine if d.kind == "served-date"]
    own = ([d for d in mine if d.kind == "act-date"] or served) if named.stage in DECISIONS else mine
    nearest = min(own, key=lambda d: (not d.sure, _distance(d.mention, named)), default=None)
    serving = served[0].mention.past if served and named.stage in DECISIONS else None
    return (nearest.mention.past if nearest else None), serving


def _spare(named: Named, dates: Sequence[Dated]) -> list[Dated]:
    """Dates that an earlier act does not need, having one nearer: the last act's, where it follows them."""
    spare = []
    for one in dates:
        if one.acts and one.owner and one.mention.start < named.start and one.kind == "act-date":
            nearest = min((d for d in dates if d.acts and d.owner is one.owner), key=lambda d: _distance(d.mention, d.owner or named))
            if nearest is not one and nearest.mention.past.first < one.mention.past.first:
                spare.append(one)
    return spare


def _is_same_paper(one: Named, other: Named) -> bool:
    """Two namings of the same stage are one act; so are two readings of one decision."""
    return one.stage is other.stage or {one.stage, other.stage} == DECISIONS


def _is_last(named: Named, told: Sequence[Named]) -> bool:
    return all(named.stage.rank >= other.stage.rank for other in told)


def hearing_day(dates: Sequence[Dated], told: Sequence[Named], parts: Sequence[Clause], today: date) -> Day | None:
    """The hearing's day: the next one, or the last one where the words are in the past."""
    said = expressions("modality")["past-hearing"]
    past = any(act.stage.rank >= Stage.AUDIENCE_PASSEE.rank for act in told)
    days = []
    for one in dates:
        if one.kind == "hearing-date":
            clause = next((c for c in parts if _same_clause(one.mention, c)), None)
            put_off = clause and expressions("modality")["put-off-to"].search(clause.before(one.mention.start))
            gone = not put_off and ((past and not _is_newer(one.mention, told, today)) or (clause and said.search(clause.text)))
            days.append(one.mention.past if gone else one.mention.future)
    if len(days) > 1:
        days = [day for day in days if day.first - today < FAR] or days
    coming = [day for day in days if day.last >= today]
    if coming:
        return max(coming, key=lambda day: day.first)
    exact = [day for day in days if day.exact or not any(act.stage.rank > Stage.AUDIENCE_PASSEE.rank for act in told)]
    return max(exact, key=lambda day: day.first, default=None)


def _is_newer(mention: Mention, told: Sequence[Named], today: date) -> bool:
    """Whether the date is to come: another hearing, behind a decision."""
    return _is_to_come(mention, today) and all(act.stage is not Stage.AUDIENCE_PASSEE for act in told)
