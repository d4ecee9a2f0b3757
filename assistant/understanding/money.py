"""Amounts and unpaid months, as stated: the rent, the debt, how many months. Nothing is multiplied."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understanding.calendar_words import MONTHS, NUMBERS

SMALL_RENT, LARGE_RENT = 80, 3000
NEAR = 45
_UNITS = {**NUMBERS, "cent": 100, "cents": 100, "mille": 1000, "milles": 1000, "thousand": 1000, "hundred": 100}
_SPELT = r"(?:(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|two|three|four|five|one)[ -])?(?:mille|milles|cents?|thousand|hundred)(?:[ -](?:deux|trois|quatre|cinq|six|sept|huit|neuf)[ -]cents?|[ -]cents?)?"
_AMOUNT = re.compile(
    rf"(?<![\d/.,-])(?:(?P<k>\d{{1,2}})\s?k(?P<k2>\d)?\b|(?P<digits>\d{{1,3}}(?:[ .,]\d{{3}})+|\d+)(?:[.,](?P<cents>\d{{1,2}}))?(?![\d/])|(?P<spelt>{_SPELT})(?=\s?euros))"
    r"(?P<unit>\s?euros)?(?! ?(?:mois|loyers?|ans?|jours?|semaines?|enfants?|h\b|heures?|%|fois|eme|er\b|e\b|/|rents?|months?|weeks?|days?|years?))"
)
_DEBT_OF_RENT = re.compile(
    r"\b(?:dettes?|impayes?|arrieres?|retard|dus?|reste|reclame\w*)(?: de| d'| des)? ?(?:loyers?|locatives?|locatif)?(?: de| d'| :| est de| estimee? a| pour)* ?$|\bdus? ?: ?$"
)
_NOT_RENT = re.compile(
    r"\b(?:credit|facture|edf|electricite|gaz|pension|salaire|gagne|touche|percois|rsa|chomage|retraite|revenus?|ressources|caution|depot de garantie|frais"
    r"|apl|aide au logement|allocations?|amende|huissier a|avocat|voiture|pret|charges de copro|mensualite|rembourser|verse|propose|propos\w+|echeances?|par mois en plus|en plus du loyer|en plus|plan|apurement|echeancier|salary|earn|loan|bill)\b"
)
_DEBT_BEFORE = re.compile(
    r"\b(?:dois|doit|doivent|devons|devait|devais|dette|impayes?|impayee|arrieres?|retard|sommes?|reclame\w*|total|solde|creance|montant|rattraper|owe|owes|arrears|debt|regler|payer|pour|principal)\b[^.;]*$"
)
_DEBT_AFTER = re.compile(
    r"^\s?(?:euros)?\s?(?:de |d'|en |a |of |in )?(?:la |l')?(?:dette|impayes?|retard|arrieres?|loyers\b|loyer impaye|loyer en retard|loyers? de retard|arrears|unpaid|behind|payer|rembourser|rattraper|debt|locatif)"
)
_OWING = re.compile(r"\b(?:dois|doit|devons|owe)\b[^,]{0,20}$")
_OWED = re.compile(
    r"\b(?:dois|doit|doivent|devons|dette(?: locative)?(?: est)?(?: de)?|owe|owes|impayes?(?: de)?|retard de)\s*(?:environ |bien |encore |deja |plus de |about |:|de )*$"
)
_RENT_BEFORE = re.compile(
    r"\b(?:loyer|rent)\b(?: mensuel| actuel| is| est| c'est| lc| de| n'est que| etait| hc| cc| charges comprises| hors charges)*(?: ?[:=(]| de| a| d'environ| environ| of| to| is)*\s*$|\b(?:mois|loyers)(?: de loyer)? (?:a|de)\s*$|\bmonths? (?:of|at)\s*$"
)
_RENT_AFTER = re.compile(
    r"^\s?(?:euros)?\s?(?:de loyer\b(?! (?:impaye|en retard|de retard))|par mois|/ ?mois|mensuels?|hors charges|charges comprises|\bcc\b|\bhc\b|a month|per month|/ ?month|le mois|(?:of )?rent\b|chaque mois|tous les mois)"
)
_N = rf"(\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_UNPAID = r"(?:impayes?|d'impayes?|de retard|en retard|de dette|non payes?|non regles?|pas payes?|sans payer|sans paye|a payer|de loyers?|d'arrieres?|dus|unpaid|of (?:unpaid )?rent|behind|late|in arrears|que je (?:ne )?paye? p)"
_COUNTS = (
    re.compile(rf"\b(?:paye\w*|payer|regler|doit|dois|doivent)\b[^.;]{{0,15}}\b(?:les|mes|ses|nos) {_N} (?:mois|loyers?)(?P<half> et demi)?\b"),
    re.compile(rf"\b{_N} (?:mois|months?)(?P<half> et demi)?(?: de| d')? ?(?:loyers? )?{_UNPAID}"),
    re.compile(rf"\b(?:pour )?{_N} (?:loyers?|echeances?|termes|mensualites|rents?|quittances)(?P<half> et demi)? (?:de loyer )?{_UNPAID}"),
    re.compile(
        rf"\b(?:dois|doit|doivent|devons|owe|owes|manque|reste) (?:deja |encore |bien |au moins |environ |me |lui )*{_N} (?:mois|loyers?|months?)(?P<half> et demi)?\b"
    ),
    re.compile(
        rf"\b(?:depuis|ca fait|cela fait|il y a|for|pendant) {_N} (?:mois|months?)(?P<half> et demi)?[^.;]{{0,40}}\b(?:pas|plus|haven't|not|rien)\b[^.;]{{0,12}}\b(?:paye|payer|regle|regler|verse|paid|paying|pay)"
    ),
    re.compile(
        rf"\b(?:pas|plus|haven't|not|rien)\b[^.;]{{0,25}}\b(?:paye|payer|regle|verse|paid|pay)\w*\b[^.;,]{{0,30}}\b(?:depuis|pendant|for|ca fait) {_N} (?:mois|months?)(?P<half> et demi)?"
    ),
    re.compile(
        rf"\b(?:paye\w*|verse\w*|regle\w*|pays?) (?:pas|plus|rien)\b[^.;,]{{0,30}}\b(?:depuis|pendant|for|ca fait) {_N} (?:mois|months?)(?P<half> et demi)?"
    ),
    re.compile(rf"\b(?:retard|impayes?|dette) (?:de |d'|depuis )?{_N} (?:mois|loyers?)(?P<half> et demi)?\b"),
    re.compile(rf"\b{_N} (?:mois|months?)(?P<half> et demi)? (?:sans|without)\b"),
)
_YEAR_OF_RENT = re.compile(r"\b(un|deux|1|2) ans? (?:de loyers?|d'impayes?|sans payer)")
_NAMED = re.compile(
    rf"\b(?:loyers?|rent|impayes?|mois|paye|payer|pas|echeances?|regle|regler) (?:(?:du mois )?(?:de |d'|du mois d'|du mois de |of |for |ni |le |celui d'|celui de ))?(?P<list>(?:{'|'.join(MONTHS)})(?:\s?(?:,|et|/|ni|and|puis|&)?\s?(?:de |d'|celui de |celui d'|le |ni |et )?(?:{'|'.join(MONTHS)}))*)\b"
)
_UNPAID_NEAR = re.compile(r"\b(?:pas|impayes?|retard|dois|manque|non|plus|unpaid|owe|ni|oublie\w*|saute|louper|loupe|rate)\b")
_LISTED = re.compile(
    rf"\b(?P<list>(?:{'|'.join(MONTHS)})(?:\s?(?:,|et|and)?\s?(?:{'|'.join(MONTHS)}))+)\b[^.;]{{0,20}}\b(?:sans|pas|n'ont|n'ont pas|impayes?|non|unpaid|not)\b"
)
_THIS_MONTH = re.compile(
    r"\b(?:premier|1er|un seul|dernier|ce) (?:loyer|mois|impaye)\b[^.;]{0,20}\b(?:impaye|retard|pas paye|pas pu|en retard)|\b(?:loyer de ce mois|loyer du mois|premier impaye|un loyer de retard|un mois de retard)\b"
)


@dataclass(frozen=True, slots=True)
class Money:
    """Euros and months as told; None = not told."""

    debt: float | None = None
    rent: float | None = None
    months: float | None = None


def read_money(text: str) -> Money:
    """The amounts of a message about the rent of one dwelling."""
    debts: list[float] = []
    rents: list[float] = []
    for match, value in _amounts(text):
        kind = _kind(text, match, value)
        if kind == "debt":
            debts.append(value)
        elif kind == "rent":
            rents.append(value)
    return Money(max(debts, default=None), rents[0] if rents else None, _months(text))


def _amounts(text: str) -> Iterator[tuple[re.Match[str], float]]:
    for match in _AMOUNT.finditer(text):
        value = _value(match)
        if match["unit"] or match["k"] or match["spelt"] or value >= SMALL_RENT:
            yield match, value


def _value(match: re.Match[str]) -> float:
    if match["k"]:
        return float(match["k"]) * 1000 + float(match["k2"] or 0) * 100
    if match["spelt"]:
        return _spelt(match["spelt"])
    return float(re.sub(r"[ .,]", "", match["digits"])) + float(f"0.{match['cents'] or 0}")


def _spelt(words: str) -> float:
    total, current = 0, 0
    for word in re.split(r"[ -]", words):
        number = _UNITS[word]
        if number >= 100:  # noqa: PLR2004 (cent, mille multiply what stands before)
            current = max(current, 1) * number
            if number == 1000:  # noqa: PLR2004
                total, current = total + current, 0
        else:
            current += number
    return float(total + current)


def _kind(text: str, match: re.Match[str], value: float) -> str | None:
    """Whether an amount is the rent or the debt; None when it is something else, or nothing says."""
    before = re.split(r"[.;!?\n]", text[max(0, match.start() - NEAR) : match.start()])[-1]
    end = match.start("unit") if match["unit"] else match.end()
    after = text[end : end + NEAR]
    if _DEBT_OF_RENT.search(before):
        return "debt"
    if _is_rent(before, after):
        return None if value > LARGE_RENT or _names_another(before[-22:], after[:30]) else "rent"
    if _DEBT_AFTER.search(after):
        return "debt"
    if _names_another(re.split(r",| et ", before)[-1], after[:24]):
        return None
    marked = bool(match["unit"] or match["k"]) and bool(_DEBT_BEFORE.search(before))
    return "debt" if marked or (_OWED.search(before) and not _dated(text, match)) else None


def _is_rent(before: str, after: str) -> bool:
    """Whether the words around an amount make it the rent: « loyer de … », « … par mois » that is not owed."""
    return bool(_RENT_BEFORE.search(before)) or bool(_RENT_AFTER.search(after) and not _OWING.search(before))


def _names_another(before: str, after: str) -> bool:
    """Whether the amount is a loan, a bill, an income, an instalment."""
    return bool(_NOT_RENT.search(before) or _NOT_RENT.search(after.split(",", maxsplit=1)[0]))


def _dated(text: str, match: re.Match[str]) -> bool:
    """Whether the digits belong to a date or a year."""
    return bool(re.match(rf"\s?(?:{'|'.join(MONTHS)})\b", text[match.end() :])) or bool(re.fullmatch(r"(?:19|20)\d\d", match[0].strip()))


def _months(text: str) -> float | None:
    """How many months are unpaid, by number or by their names."""
    for pattern in _COUNTS:
        if found := pattern.search(text):
            word = found[1]
            return float(int(word) if word.isdigit() else NUMBERS[word]) + (0.5 if found["half"] else 0)
    if found := _YEAR_OF_RENT.search(text):
        return 12.0 * (2 if found[1] in {"deux", "2"} else 1)
    named = [m for m in _NAMED.finditer(text) if _UNPAID_NEAR.search(text[max(0, m.start() - NEAR) : m.end() + NEAR])]
    names = {name for listed in (*named, *_LISTED.finditer(text)) for name in re.findall("|".join(sorted(MONTHS, key=len, reverse=True)), listed["list"])}
    if names:
        return float(len({MONTHS[name] for name in names}))
    return 1.0 if _THIS_MONTH.search(text) else None
