"""What an address may choose: département, side, stage. An unknown choice is a 422 that names the known ones."""

from collections.abc import Collection
from dataclasses import dataclass

from starlette.exceptions import HTTPException

from knowledge.loading import Knowledge
from knowledge.procedure.stage import Stage
from portal.pages.words import fault, word

BOTH = "les-deux"
ROLES = {"locataire": "locataire", "bailleur": "bailleur", "professionnel": "travailleur-social"}
STAGES: tuple[Stage, ...] = tuple(stage for stage in Stage if stage is not Stage.INCONNU)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice, as a switch or a list shows it."""

    value: str
    label: str


def departments(knowledge: Knowledge) -> tuple[Option, ...]:
    """The départements whose texts are known."""
    return tuple(Option(code, knowledge.department_names.get(code, code)) for code in sorted(knowledge.departments))


def territories(knowledge: Knowledge) -> tuple[Option, ...]:
    """The départements, and all of them side by side."""
    return (*departments(knowledge), Option(BOTH, word("territories", BOTH)))


def sides() -> tuple[Option, ...]:
    """Tenant, landlord, professional."""
    return tuple(Option(side, word("sides", side)) for side in ROLES)


def stage_options(knowledge: Knowledge) -> tuple[Option, ...]:
    """The twelve stages, in order."""
    return tuple(Option(stage.value, knowledge.sheets[stage].label.fr) for stage in STAGES)


def chosen(name: str, value: str, options: Collection[Option], default: str = "") -> str:
    """The choice that *value* makes; the default when there is none."""
    if not value:
        return default
    if value not in {option.value for option in options}:
        raise HTTPException(422, fault("unknown-choice", name=name, value=value[:80], accepted=", ".join(option.value for option in options)))
    return value


def shown_departments(territory: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The départements to show, one or all side by side."""
    return tuple(sorted(knowledge.departments)) if territory == BOTH else (territory,)
