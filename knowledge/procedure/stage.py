"""The stages of the procedure, under the contract's identifiers."""

from enum import StrEnum


class Stage(StrEnum):
    """In the order of the procedure; INCONNU stands outside it."""

    BAIL_EN_COURS = "bail-en-cours"
    IMPAYE_NAISSANT = "impaye-naissant"
    IMPAYE_CONSTITUE = "impaye-constitue"
    COMMANDEMENT_DE_PAYER = "commandement-de-payer"
    ASSIGNATION = "assignation"
    AUDIENCE_PASSEE = "audience-passee-attente-jugement"
    JUGEMENT_DELAIS = "jugement-delais-accordes"
    JUGEMENT_RESILIATION = "jugement-resiliation"
    COMMANDEMENT_DE_QUITTER_LES_LIEUX = "commandement-de-quitter-les-lieux"
    CONCOURS_DEMANDE = "concours-force-publique-demande"
    CONCOURS_ACCORDE = "concours-force-publique-accorde"
    EXPULSE = "expulse"
    INCONNU = "inconnu"

    @property
    def rank(self) -> int:
        """Its place in the procedure, from 0; INCONNU comes before all."""
        return -1 if self is Stage.INCONNU else list(Stage).index(self)
