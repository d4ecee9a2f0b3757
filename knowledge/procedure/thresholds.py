"""Thresholds of the law and of the charter, each answered with the text that sets it and a value read in the dated law."""

from collections.abc import Mapping
from datetime import date

from knowledge.dated import Facts, Parameter, Quantity, Selected, Selector, Version
from knowledge.procedure.counting import add_months
from knowledge.procedure.situation import Situation
from knowledge.procedure.verdict import Answer, Verdict, answered, either

DEFINITION_2027 = date(2027, 1, 1)  # décret n° 2026-84: more than 450 €, or three months after the first default
RENTS, MONTHS_2027, EUROS_2027 = 2, 3, 450
CHARTER_IMPAYE, CHARTER_REPORT = "charte-62#iv-2-objectif-2.2", "charte-62#iii-1-seuils.3"
PAS_DE_CALAIS = "62"


def impaye_constitue(situation: Situation, today: date) -> bool | None:
    """Whether the stage is the impayé constitué; without the day of the first default, a debt below the amount is not."""
    return _impaye_2027(situation, today) if today >= DEFINITION_2027 else _impaye_2019(situation)


def impaye(situation: Situation, law: Mapping[str, Parameter], today: date) -> Verdict:
    """Whether the impayé is constituted for the housing aid.

    Until 31 December 2026 twice the rent with charges (CCH, art. R. 824-1); from 1 January 2027 more than 450 €, or three months
    after a first default (décret n° 2026-84).
    """
    return _impaye(law["impaye-definition-aide-logement"], situation, today, None)


def impaye_of_the_charter(situation: Situation, law: Mapping[str, Parameter], today: date) -> Verdict:
    """Whether there is an impayé for the charter of the Pas-de-Calais: twice the rent with charges (IV.2, objectif 2)."""
    return _impaye(law["charte-62-impaye-2-loyers"], situation, today, CHARTER_IMPAYE)


def commandement_reported(situation: Situation, law: Mapping[str, Parameter], today: date) -> Verdict:
    """Whether the commandement de payer reaches a threshold that has it reported to the CCAPEX (loi n° 89-462, art. 24, I).

    Since 29 July 2023 two months without interruption or twice the rent without charges, everywhere; before, in the Pas-de-Calais,
    six months or three times (arrêté of 16 March 2016). For a natural person or a family société civile only: a social landlord
    refers the case itself.
    """
    served = situation.furthest.day.first if situation.furthest and situation.furthest.day else today
    local = _version(law["charte-62-seuils-cdp"], served) if situation.department == PAS_DE_CALAIS else None
    version, anchor = local or _version(law["signalement-cdp-seuils"], served), CHARTER_REPORT if local else None
    if version is None or version.value is None or not version.value.list:
        return Verdict(Answer.INCONNU, "department", version.legal_basis if version else None)
    if situation.landlord_type == "social":
        return Verdict(Answer.NON, "landlord_type", version.legal_basis, anchor)
    reached = either([_reaches(quantity, situation, today, version, anchor) for quantity in version.value.list])
    if reached.answer is Answer.OUI and situation.landlord_type is None:
        return Verdict(Answer.INCONNU, "landlord_type", reached.basis, reached.anchor)
    return reached


def _impaye(rule: Parameter, situation: Situation, today: date, anchor: str | None) -> Verdict:
    """The definition in force on *today*: one quantity, or several of which one is enough."""
    version = _version(rule, today)
    if version is None or version.value is None:
        return Verdict(Answer.INCONNU, rule.id, None, anchor)
    quantities = version.value.list or (version.value,)
    number = quantities[0].number or 0
    if len(quantities) == 1 and _rents(situation, number) is None and situation.months_unpaid is not None:
        months = Quantity(number, "mois")  # two unpaid months are two rents, where the amounts cannot be compared
        return _reaches(months, situation, today, version, anchor)
    return either([_reaches(quantity, situation, today, version, anchor) for quantity in quantities])


def _reaches(quantity: Quantity, situation: Situation, today: date, version: Version, anchor: str | None) -> Verdict:
    """One threshold: at least so many rents or months; more than so many euros."""
    number = quantity.number or 0
    match quantity.unit:
        case "x-loyer":
            return Verdict(answered(told=_rents(situation, number)), _lacking(situation), version.legal_basis, anchor)
        case "eur":
            debt = _debt(situation)
            return Verdict(answered(told=None if debt is None else debt > number), "debt_eur", version.legal_basis, anchor)
        case _:
            return Verdict(answered(told=_months(situation, number, today)), "months_unpaid", version.legal_basis, anchor)


def _rents(situation: Situation, number: float) -> bool | None:
    if situation.debt_eur is None or not situation.rent_eur:
        return None
    return situation.debt_eur >= number * situation.rent_eur


def _lacking(situation: Situation) -> str:
    """The datum that a comparison with the rent lacks, the debt first; the debt decides once both are told."""
    return "rent_eur" if situation.debt_eur is not None and not situation.rent_eur else "debt_eur"


def _debt(situation: Situation) -> float | None:
    """The debt told, or the unpaid months at the rent told."""
    if situation.debt_eur is None and situation.rent_eur and situation.months_unpaid:
        return situation.rent_eur * situation.months_unpaid
    return situation.debt_eur


def _months(situation: Situation, number: float, today: date) -> bool | None:
    """Unpaid months told, or else the time since the first default: its last possible day for a yes, its first for a no."""
    if situation.months_unpaid is not None:
        return situation.months_unpaid >= number
    default = situation.first_default
    if default is None or default.first > today:
        return None
    if add_months(min(default.last, today), int(number)) <= today:
        return True
    return False if add_months(default.first, int(number)) > today else None


def _version(rule: Parameter, day: date) -> Version | None:
    """The version of that day, whatever fact selects it."""
    found = rule.on(Facts(day, dict.fromkeys(Selector, day)))
    return found.version if isinstance(found, Selected) else None


def _impaye_2019(situation: Situation) -> bool | None:
    """Twice the rent with charges; two unpaid months where no amount is told (CCH, art. R. 824-1)."""
    if situation.debt_eur is not None and situation.rent_eur:
        return situation.debt_eur >= RENTS * situation.rent_eur
    if situation.months_unpaid is not None:
        return situation.months_unpaid >= RENTS
    return None


def _impaye_2027(situation: Situation, today: date) -> bool | None:
    """More than 450 €, or three months after the first default, whatever the amount."""
    debt = _debt(situation)
    if debt is not None and debt > EUROS_2027:
        return True
    default = situation.first_default
    if default and add_months(min(default.last, today), MONTHS_2027) <= today:
        return True
    if situation.months_unpaid is not None and situation.months_unpaid >= MONTHS_2027:
        return True
    return False if debt is not None else None
