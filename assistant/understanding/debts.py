"""The debt as it is told: unpaid or paid, lasting or beginning, its figures, and whether a plan is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.understanding.clauses import Clause
from assistant.understanding.expressions import expressions
from assistant.understanding.money import read_money
from assistant.understanding.naming import Named


@dataclass(frozen=True, slots=True)
class Debt:
    """What is told of the rent of one dwelling; None = not told, `euros` 0 = fully paid."""

    told: bool | None = None
    euros: float | None = None
    rent: float | None = None
    months: float | None = None
    lasting: bool | None = None
    beginning: bool | None = None
    unmeasured: bool | None = None


def read_debt(text: str, parts: Sequence[Clause], told: Sequence[Named]) -> Debt:
    """The figures of the message and the words around them."""
    said = expressions("modality")
    unpaid = owing(text)
    money = read_money(unpaid)
    owes = _owes(text, [replace(clause, text=unpaid[clause.start : clause.end]) for clause in parts], figures=bool(money.debt or money.months))
    if said["current"].search(text) and money.months is None and not told:
        money = replace(money, debt=None, loose=None)
        owes = False
    euros = money.debt if money.debt is not None or not (owes or told) else money.loose
    paid = bool(said["paid"].search(text)) and (bool(told) or bool(said["debt-named"].search(unpaid)))
    return Debt(
        told=owes,
        euros=0.0 if paid and (money.debt is None or said["paid-all"].search(text)) else euros,
        rent=money.rent,
        months=money.months,
        lasting=bool(said["debt-lasting" if euros is None else "debt-several"].search(unpaid)) if owes else None,
        beginning=bool(said["beginning"].search(unpaid)) if owes else None,
        unmeasured=_is_unmeasured(unpaid) if owes else None,
    )


def owing(text: str) -> str:
    """The same text, of the same length, without the arrears that it denies, dreads or insures, nor those of a home left for another."""
    said = expressions("modality")
    left = ("no-debt", "former-claim") if said["housed-again"].search(text) else ("no-debt",)
    for name in left:
        text = said[name].sub(lambda found: " " * len(found[0]), text)
    return text


def _is_unmeasured(text: str) -> bool:
    """Whether one rent or several are late cannot be told; or the stage is asked of a debt whose size is unknown, or which no word says to begin or to last."""
    said = expressions("modality")
    if said["debt-plural"].search(text) and not (said["debt-lasting"].search(text) or said["beginning"].search(text)):
        return True
    if not said["stage-asked"].search(text):
        return False
    unknown = said["debt-unmeasured"].search(text) or said["debt-vague"].search(text)
    return bool(unknown) or not (said["debt-lasting"].search(text) or said["beginning"].search(text))


def _owes(text: str, parts: Sequence[Clause], *, figures: bool) -> bool | None:
    """Whether unpaid rent is told; False when the rent is said to be up to date."""
    said = expressions("modality")
    if figures:
        return True
    if said["up-to-date"].search(text) or said["paid"].search(text):
        return False
    return True if any(_tells_debt(clause) for clause in parts) else None


def _tells_debt(clause: Clause) -> bool:
    """Whether a clause tells of unpaid rent as a fact, neither supposed nor only asked about."""
    said = expressions("modality")
    found = said["debt-told"].search(clause.text)
    return bool(found) and not clause.over and not said["supposed"].search(clause.text) and not said["asked"].search(clause.text[: found.start() + 1])


def is_finished(parts: Sequence[Clause], text: str) -> bool:
    """Whether the message says that an old procedure is over, or everything paid."""
    said = expressions("modality")
    return any(clause.over for clause in parts) or bool(said["paid"].search(text) or said["up-to-date"].search(text))


def plan_respected(parts: Sequence[Clause], *, delays: bool) -> bool | None:
    """Whether the plan is kept; after a judge's delays, one rent unpaid breaks it as well. A fear breaks nothing."""
    said = expressions("modality")
    real = [clause.text for clause in parts if not clause.says("supposed")]
    kept = any(said["plan-kept"].search(text) or said["never-missed"].search(text) for text in real)
    broken = [text for text in real if not said["never-missed"].search(text)]
    if any(said["plan-broken"].search(text) or (delays and said["rent-missed"].search(text)) for text in broken):
        return False
    return True if kept else None


def plan_done(parts: Sequence[Clause]) -> bool | None:
    """Whether the judge's plan is told to be paid to its end, neither supposed nor to come (« quand j'aurai fini de payer »)."""
    said = expressions("modality")
    for clause in parts:
        found = said["plan-done"].search(clause.text)
        place = clause.start + found.start() if found else 0
        if found and not clause.says("supposed", before=place) and not clause.says("wanted", before=place):
            return True
    return None
