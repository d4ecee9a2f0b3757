"""Whom to call: partners in the order of a stage and a role, filtered by what is known."""

from collections.abc import Sequence

from knowledge.directory import Local, Orientation, Pointer
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage

EVERYONE = "locataire"


def orient(stage: Stage, role: str | None, situation: Situation, orientation: Sequence[Orientation]) -> tuple[Pointer, ...]:
    """The partners for that stage and role, most useful first; a condition that what is known contradicts drops one.

    One that the person speaks of comes right behind the first; a court only once somebody is summoned.
    """
    wanted = EVERYONE if role in {None, "juriste"} else role
    found = next((o.partners for o in orientation if o.stage is stage and o.role == wanted), ())
    kept = [pointer for pointer in found if _holds(pointer, situation)]
    spoken_of = [one for one in situation.mentions if one != "tribunal" or stage.rank >= Stage.ASSIGNATION.rank or stage is Stage.INCONNU]
    return tuple(sorted(kept, key=lambda pointer: (pointer is not kept[0], pointer.partner not in spoken_of)))


def _holds(pointer: Pointer, situation: Situation) -> bool:
    """Whether nothing told contradicts the pointer's conditions; one that a household speaks of is kept: an aid that was cut is asked of the CAF."""
    if pointer.partner in situation.mentions and situation.role != "bailleur":
        return True
    told = {"housing_aid": situation.housing_aid, "landlord_type": situation.landlord_type, "department": situation.department}
    return all(told.get(fact) in {None, value} for fact, value in pointer.when.items())


def local_contact(partner: str, situation: Situation, stage: Stage, locals_: Sequence[Local]) -> Local | None:
    """The partner's contact where the household lives: the nearest territory first (commune, arrondissement, département)."""
    here = [local for local in locals_ if local.partner == partner and (not local.stages or stage in local.stages)]
    here = [local for local in here if situation.department in {None, local.department}]
    in_commune = (local for local in here if situation.commune in local.communes)
    in_arrondissement = (local for local in here if situation.arrondissement in local.arrondissements)
    everywhere = (local for local in here if situation.department and not local.communes and not local.arrondissements)
    return next(in_commune, None) or next(in_arrondissement, None) or next(everywhere, None)
