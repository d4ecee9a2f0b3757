"""What was asked and cannot be given without one more datum: a last day without the act's date, an address without a commune."""

from assistant.intent import asks_for
from knowledge.procedure.locate import Located
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage

DATED_BY_THE_ACT = {
    Stage.COMMANDEMENT_DE_PAYER,
    Stage.COMMANDEMENT_DE_QUITTER_LES_LIEUX,
    Stage.CONCOURS_DEMANDE,
    Stage.JUGEMENT_DELAIS,
    Stage.JUGEMENT_RESILIATION,
    Stage.EXPULSE,
}


def lacking_datum(text: str, located: Located, situation: Situation, *, is_misdated: bool = False) -> str | None:
    """The contract's field to ask for, when the person asks for a day or for a local address that depends on it, or told a day that no calendar has."""
    if is_misdated or asks_for("last-day", text):
        if located.stage in DATED_BY_THE_ACT and located.since is None:
            return "act_date"
        if located.stage is Stage.ASSIGNATION and situation.hearing is None:
            return "hearing_date"
    if asks_for("local-office", text) and situation.commune is None:
        return "commune"
    return None
