"""The closed lists of words that data files may write: what a key may say, by the key's name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.dated import Confidence
from knowledge.procedure.stage import Stage

ROLES = ("locataire", "bailleur", "travailleur-social", "juriste")
STATEMENTS = ("engagement", "droit", "delai", "courrier", "alerte", "critere", "objectif", "organisation", "indicateur", "information")
GAPS = ("conforme", "obsolete", "incomplet", "imprecis")
UNITS = ("jours", "semaines", "mois", "ans", "eur", "x-loyer")


@dataclass(frozen=True, slots=True)
class Words:
    """What a key may say: the noun of the message, and the words."""

    noun: str
    known: frozenset[str]


def closed(partners: Iterable[str], parameters: Iterable[str]) -> Mapping[str, Words]:
    """The words of each key that points to a stage, a partner, a rule, or one of the lists above."""
    stages = Words("étape inconnue", frozenset(stage.value for stage in Stage))
    people = Words("partenaire inconnu", frozenset(partners))
    rules = Words("règle de droit inconnue", frozenset(parameters))
    roles = Words("rôle inconnu", frozenset(ROLES))
    return {
        "stage": stages,
        "stages": stages,
        "partner": people,
        "partners": people,
        "parameter": rules,
        "parameters": rules,
        "role": roles,
        "roles": roles,
        "kind": Words("sorte d'énoncé inconnue", frozenset(STATEMENTS)),
        "nature": Words("nature d'écart inconnue", frozenset(GAPS)),
        "unit": Words("unité inconnue", frozenset(UNITS)),
        "yes_no": Words("réponse inconnue", frozenset(("oui", "non"))),
        "confidence": Words("confiance inconnue", frozenset(Confidence)),
    }
