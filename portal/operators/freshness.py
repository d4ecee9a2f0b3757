"""What was last checked too long ago: the rules of law and the contacts to read again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.loading import Knowledge

OLD = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Stale:
    """A rule, its page, the day it was last verified."""

    label: str
    url: str
    verified_on: date


def stale_rules(knowledge: Knowledge, today: date) -> Sequence[Stale]:
    """The rules verified more than six months ago, the oldest first."""
    found = [Stale(rule.label, f"/droit/{rule.id}", rule.verified_on) for rule in knowledge.law.values() if rule.verified_on and rule.verified_on < today - OLD]
    return sorted(found, key=lambda one: one.verified_on)
