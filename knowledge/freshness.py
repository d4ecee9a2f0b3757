"""Values of the law that nobody has re-read for a year."""

from collections.abc import Iterable
from datetime import date

from knowledge.dated import Parameter
from knowledge.procedure.counting import add_months

YEAR = 12  # months


def overdue(law: Iterable[Parameter], today: date) -> tuple[Parameter, ...]:
    """Those whose last reading is a year old or more on *today*, the oldest first."""
    return tuple(sorted((p for p in law if add_months(p.verified_on, YEAR) <= today), key=lambda p: (p.verified_on, p.id)))
