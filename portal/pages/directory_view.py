"""A place and a stage to partners: the commune that was meant, or the candidates; contacts of the old texts apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation, PartnerCard
from assistant.orienting import named_cards, partner_cards
from knowledge.directory import Local
from knowledge.loading import Knowledge
from knowledge.place import Commune, key
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from portal.pages.catalogue import Catalogue

CANDIDATES, NEAR = 12, 3


@dataclass(frozen=True, slots=True)
class LocalView:
    """A contact as an old text writes it, and where."""

    local: Local
    stages: Sequence[str]
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Directory:
    """Who to call there: `commune` when the place is clear, `candidates` when it may be several, `unknown` when it is none."""

    cards: Sequence[PartnerCard]
    locals: Sequence[LocalView]
    commune: Commune | None
    candidates: Sequence[Commune]
    unknown: bool
    guessed: bool
    covered: bool


def directory(place: str, stage: Stage | None, role: str, catalogue: Catalogue) -> Directory:
    """The partners of *stage*, or all of them, as they can be reached in *place*."""
    knowledge = catalogue.knowledge
    found = knowledge.gazetteer.find(place) if place else ()
    commune = found[0] if len(found) == 1 else None
    situation = Situation(
        role=role,
        commune=commune.name if commune else None,
        department=commune.department if commune else None,
        arrondissement=commune.arrondissement if commune else None,
    )
    candidates = found if len(found) > 1 else knowledge.gazetteer.starting_with(place[:NEAR], CANDIDATES) if place and not commune else ()
    return Directory(
        cards=partner_cards(stage, situation, knowledge, "fr") if stage else named_cards(knowledge.partners, situation, knowledge, "fr"),
        locals=_locals(commune, stage, catalogue) if commune else (),
        commune=commune,
        candidates=candidates[:CANDIDATES],
        unknown=bool(place) and not found,
        guessed=commune is not None and not _as_typed(place, commune),
        covered=commune is None or commune.department in knowledge.departments,
    )


def _as_typed(place: str, commune: Commune) -> bool:
    return key(place) == key(commune.name) or place in {commune.code, *commune.postcodes}


def _locals(commune: Commune, stage: Stage | None, catalogue: Catalogue) -> list[LocalView]:
    """The contacts that the texts of 2016 to 2018 give for that place."""
    return [
        LocalView(local, _stages(local, catalogue.knowledge), catalogue.cited(local.source) if local.source else None)
        for local in catalogue.knowledge.locals
        if (commune.arrondissement in local.arrondissements or commune.name in local.communes)
        and _department(local, catalogue.knowledge) == commune.department
        and (stage is None or not local.stages or stage in local.stages)
    ]


def _department(local: Local, knowledge: Knowledge) -> str | None:
    return knowledge.documents[local.source.document].department if local.source else None


def _stages(local: Local, knowledge: Knowledge) -> list[str]:
    return [knowledge.sheets[stage].label.fr for stage in local.stages]
