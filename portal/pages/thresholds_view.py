"""Amounts typed in a form against the thresholds of the law: yes, no, or what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.dated import Facts, Parameter, Quantity, Selected, Selector
from knowledge.loading import Knowledge
from knowledge.procedure.situation import Act, Day, Situation
from knowledge.procedure.stage import Stage
from knowledge.procedure.thresholds import commandement_reported, impaye
from knowledge.procedure.verdict import Verdict
from portal.pages.entry import Entry, read_amount

MOST_EUR, MOST_MONTHS = 1_000_000, 600
CCAPEX, LOCAL_CCAPEX = "signalement-cdp-seuils", {"62": "charte-62-seuils-cdp"}


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a household owes and pays each month; `aid` is what the CAF pays to the landlord."""

    rent: Entry[float]
    charges: Entry[float]
    aid: Entry[float]
    debt: Entry[float]
    months: Entry[float]

    @property
    def fault(self) -> bool:
        """Whether one of them cannot be read."""
        return any(entry.fault for entry in (self.rent, self.charges, self.aid, self.debt, self.months))

    @property
    def told(self) -> bool:
        """Whether a debt or a number of months is told."""
        return self.debt.value is not None or self.months.value is not None

    @property
    def monthly(self) -> float | None:
        """Rent and charges, less the aid paid to the landlord."""
        if self.rent.value is None:
            return None
        return max(self.rent.value + (self.charges.value or 0) - (self.aid.value or 0), 0)


@dataclass(frozen=True, slots=True)
class Compared:
    """A threshold with what it comes to here; None = unknown."""

    quantity: Quantity
    needed: float | None
    told: float | None

    @property
    def reached(self) -> bool | None:
        """Whether what is told reaches it."""
        return None if self.needed is None or self.told is None else self.told >= self.needed


def read_amounts(typed: Mapping[str, str]) -> Amounts:
    """The form's fields."""
    rent, extra, aid, debt = (read_amount(typed.get(name, ""), MOST_EUR) for name in ("loyer", "charges", "aide", "dette"))
    return Amounts(rent, extra, aid, debt, read_amount(typed.get("mois", ""), MOST_MONTHS, name="number"))


def impaye_verdict(amounts: Amounts, first_default: date | None, day: date, knowledge: Knowledge) -> Verdict:
    """Whether the impayé is constituted on that day, as the core says."""
    situation = Situation(
        debt_eur=amounts.debt.value,
        rent_eur=amounts.monthly or None,
        months_unpaid=amounts.months.value,
        first_default=Day(first_default, first_default) if first_default else None,
    )
    return impaye(situation, knowledge.law, day)


def ccapex_verdict(amounts: Amounts, day: date, department: str, knowledge: Knowledge) -> Verdict:
    """Whether a private landlord's commandement of that day is reported to the CCAPEX, as the core says."""
    situation = Situation(
        acts=(Act(Stage.COMMANDEMENT_DE_PAYER, Day(day, day)),),
        debt_eur=amounts.debt.value,
        rent_eur=amounts.rent.value or None,
        months_unpaid=amounts.months.value,
        landlord_type="prive",
        department=department or None,
    )
    return commandement_reported(situation, knowledge.law, day)


def ccapex_parts(amounts: Amounts, day: date, department: str, knowledge: Knowledge) -> tuple[Parameter, Sequence[Compared]]:
    """The rule of that day and place, and each of its thresholds beside what is told."""
    rules = [knowledge.law[name] for name in (LOCAL_CCAPEX.get(department), CCAPEX) if name]
    for rule in rules:
        found = rule.on(Facts(day, {Selector.ACTE: day}))
        if isinstance(found, Selected) and found.version.value and found.version.value.list:
            return rule, [_compared(quantity, amounts) for quantity in found.version.value.list]
    return rules[-1], ()


def _compared(quantity: Quantity, amounts: Amounts) -> Compared:
    """A number of months, or so many times the rent without charges."""
    if quantity.unit == "mois":
        return Compared(quantity, quantity.number, amounts.months.value)
    rent = amounts.rent.value
    return Compared(quantity, quantity.number * rent if quantity.number and rent else None, amounts.debt.value)
