"""The Vienne's criteria for examining a case in sous-commission, stage by stage: the table of ri-86, article 10."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from knowledge.procedure.stage import Stage

TABLE = "ri-86#art-10-criteres"


class Side(StrEnum):
    """What a criterion speaks for; none is enough by itself (ri-86#art-10-criteres.11)."""

    EXAMINE = "examen"
    LEAVE = "non-examen"


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of the table: the fact that it asks for, the statement that says it in plain words, and where it stands."""

    side: Side
    fact: str
    statement: str
    place: str
    landlord_type: str | None = None

    @property
    def anchor(self) -> str:
        """The passage that states it in the text's own words."""
        return f"{TABLE}.{self.place}"


def _row(row: int, stage: str, examine: Mapping[str, str], leave: Mapping[str, str] | None = None, landlord_type: str | None = None) -> tuple[Criterion, ...]:
    """The criteria of a row in the order of the text: each list has its heading first, and one place a line."""
    left = leave or {}
    places = [(Side.EXAMINE, at, *line) for at, line in enumerate(examine.items(), start=2)]
    places += [(Side.LEAVE, at, *line) for at, line in enumerate(left.items(), start=len(examine) + 3)]
    return tuple(Criterion(side, fact, f"86-art-10-{stage}-{words}", f"{row}-2-{at}", landlord_type) for side, at, fact, words in places)


CRITERIA: Mapping[Stage, tuple[Criterion, ...]] = {
    Stage.IMPAYE_CONSTITUE: _row(
        4,
        "impaye",
        {
            "private-landlord": "bailleur-prive",
            "late-stage": "stade-avance",
            "debt": "dette",
            "never-examined": "jamais-examinee",
            "vulnerable": "menage-vulnerable",
            "change": "changement-situation",
            "already-in-arrears": "deja-confronte",
            "over-indebted": "surendettement",
            "debt-from-the-start": "dette-entree",
        },
        {"aid-restored": "non-aide-retablie", "no-information": "non-sans-information", "examined-lately": "non-deja-examinee"},
    ),
    Stage.COMMANDEMENT_DE_PAYER: (
        *_row(
            5,
            "cdp",
            {
                "debt": "dette-4000",
                "never-examined": "jamais-examinee",
                "already-in-arrears": "deja-confronte",
                "vulnerable": "menage-vulnerable",
                "debt-from-the-start": "dette-entree",
            },
            landlord_type="prive",
        ),
        Criterion(Side.EXAMINE, "large-debt", "86-art-10-cdp-dette-4000", "5-2-2", "prive"),  # « et en particulier si », same line
        Criterion(Side.EXAMINE, "social-landlord-asks", "86-art-10-avant-assignation-demande-bailleur-social", "6", "social"),
    ),
    Stage.ASSIGNATION: _row(
        7,
        "assignation",
        {
            "debt": "dette",
            "never-examined": "jamais-examinee",
            "dalo-refused": "dalo-refuse",
            "vulnerable": "menage-vulnerable",
            "landlord-in-difficulty": "bailleur-prive-difficultes",
        },
        {"examined-lately": "non-deja-examinee"},
    ),
    Stage.COMMANDEMENT_DE_QUITTER_LES_LIEUX: _row(
        8,
        "cql",
        {
            "debt": "dette",
            "dalo-refused": "dalo-refuse",
            "private-without-assessment": "bailleur-prive-sans-diagnostic",
            "never-examined": "jamais-examinee",
            "vulnerable": "menage-vulnerable",
            "landlord-in-difficulty": "bailleur-prive-difficultes",
            "procedure-revived": "procedure-reactivee",
            "troubles": "troubles-voisinage",
        },
        {"examined-lately": "non-deja-examinee"},
    ),
    Stage.CONCOURS_DEMANDE: (Criterion(Side.EXAMINE, "always", "86-art-10-cfp-toutes-situations", "9"),),
}
