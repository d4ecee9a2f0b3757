"""Amounts as stated: the rent and the debt. Nothing is multiplied."""

import re
from dataclasses import dataclass

from assistant.understanding.amounts import SMALL, Amount, find_amounts
from assistant.understanding.expressions import expressions
from assistant.understanding.months import read_months

LARGE_RENT = 3000


@dataclass(frozen=True, slots=True)
class Money:
    """Euros and months as told; None = not told. `loose` is a sum that nothing says what it is."""

    debt: float | None = None
    rent: float | None = None
    months: float | None = None
    loose: float | None = None


def read_money(text: str) -> Money:
    """The amounts of a message about the rent of one dwelling."""
    found: dict[str, list[Amount]] = {"debt": [], "rent": [], "loose": []}
    for amount in find_amounts(text):
        if kind := _kind(amount):
            found[kind].append(amount)
    said = expressions("money")
    debts = [a for a in found["debt"] if said["remaining"].search(a.before)] or found["debt"]
    rents = [a.value for a in found["rent"]]
    loose = [a.value for a in found["loose"]]
    return Money(max((a.value for a in debts), default=None), rents[-1] if rents else None, read_months(text), max(loose, default=None))


def _kind(amount: Amount) -> str | None:
    """Whether an amount is the rent or the debt; `loose` where nothing says, None when it is something else or a date."""
    said = expressions("money")
    before, after = amount.before, amount.after
    another = bool(said["another-after"].search(after))
    a_rent = said["rent-after"].search(after) and amount.value <= LARGE_RENT
    if said["debt-of-rent"].search(before) and not another and not a_rent:
        return "debt" if amount.marked or not amount.dated else None
    if _is_rent(before, after):
        right = SMALL <= amount.value <= LARGE_RENT and not amount.dated and not another
        return "rent" if right else None
    return None if another else _owed(amount)


def _owed(amount: Amount) -> str | None:
    """The debt by the words behind an amount, then by those before it, unless they speak of something else."""
    said = expressions("money")
    if said["debt-after"].search(amount.after):
        return "debt"
    if said["another-before"].search(re.split(r",| et ", amount.before)[-1]):
        return None
    if (amount.marked and said["debt-before"].search(amount.before)) or (not amount.dated and said["owed"].search(amount.before)):
        return "debt"
    return "loose" if amount.marked else None


def _is_rent(before: str, after: str) -> bool:
    """Whether the words around an amount make it the rent: « loyer de … », « … par mois » that is neither owed nor an instalment."""
    said = expressions("money")
    if said["rent-before"].search(before):
        return True
    return bool(said["rent-after"].search(after)) and not said["owing"].search(before) and not said["instalment"].search(before)
