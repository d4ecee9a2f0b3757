"""The letters as data: whom each goes to, what it says, the fields to fill, the rules it rests on, what must be attached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, TypeAdapter

from knowledge.procedure.deadlines import Both
from knowledge.procedure.stage import Stage

FOLDER = Path(__file__).parent / "letters"
ORDER = ("echeancier", "demande-fsl", "saisine-ccapex", "notice-aide-juridictionnelle", "delais-jex", "notice-dalo")


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a letter; `source` is the fact that fills it, at the stages of `only`; an `optional` one leaves no blank."""

    __pydantic_config__ = {"extra": "forbid", "validate_by_name": True}
    id: str
    label: Both
    source: Annotated[str | None, Field(alias="from")] = None
    only: tuple[Stage, ...] = ()
    long: bool = False
    optional: bool = False
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in French, the tenant's unless `roles` says otherwise: `{slot}` is a field, `{law:rule}` and `{basis:rule}` what a dated rule says and its text."""

    __pydantic_config__ = {"extra": "forbid"}
    title: Both
    why: Both
    stages: tuple[Stage, ...]
    partner: str
    addressee: str
    send: str
    subject: str
    body: str
    slots: tuple[Slot, ...]
    basis: tuple[str, ...]
    attach: tuple[str, ...]
    notice: str = ""
    roles: tuple[str, ...] = ("locataire", "travailleur-social", "juriste")
    id: str = field(default="")


@cache
def letters() -> Mapping[str, Letter]:
    """Every letter under its id, in the order of the procedure."""
    reader = TypeAdapter(Letter)
    return {name: replace(reader.validate_python(yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))), id=name) for name in ORDER}


def letters_at(stage: str, role: str | None = None) -> Sequence[Letter]:
    """The letters that serve at a stage, to that role; a tenant's where the role is not told."""
    return [letter for letter in letters().values() if stage in letter.stages and (role is None or role in letter.roles)]
