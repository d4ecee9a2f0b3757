"""Unpaid months as told: by number, by their names, « le loyer de ce mois »."""

import re

from assistant.understanding.calendar_words import MONTHS, NUMBERS

NEAR = 45
_N = rf"(\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_M = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_HALF = r"(?P<half> et demie?)?"
_ITEM = r"(?:mois|months?|loyers?|redevances?|echeances?|termes?|mensualites?|rents?|quittances?)"
_UNPAID = (
    r"(?:impayee?s?|d'impayee?s?|de retards?|en retards?|de dette|non (?:payee?s?|reglee?s?|honoree?s?)|n'?on?t? pas ete (?:payee?s?|reglee?s?)|pas (?:payee?s?|reglee?s?)|sans payer|sans paye"
    r"|a payer|de (?:loyers?|redevance)|d'arrieres?|dus?|dues?|unpaid|of (?:unpaid )?rent|behind|late|in arrears|missed|entiers?|qui manquent|manquants?|nets? impayes?|restee?s? impayee?s?)"
)
_NOT = r"(?:pas|plus|rien|jamais|haven't|hasn't|not|aucun|no)"
_PAY = r"(?:paye\w*|payer|reglee?s?|regler|verse\w*|paid|paying|pay|pays|touche\w*|recu\w*|vois|vu|percu\w*)"
_FOR = r"(?:depuis|pendant|for|ca fait|cela fait|il y a|voila)"
_COUNTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:paye\w*|payer|regler|doit|dois|doivent)\b[^.;]{{0,15}}\b(?:les|mes|ses|nos) {_N} {_ITEM}{_HALF}\b(?! de (?:caution|garantie))",
        rf"\b{_N} {_ITEM}{_HALF}(?: de| d'| nets?)? ?(?:loyers? |redevances? |rent )?(?:qui (?:sont |restent )?)?(?:\([^)]*\) )?{_UNPAID}\b",
        rf"\b(?:dois|doit|doivent|devons|doive|devant|owe|owes|manque|reste|retard|impayes?|reclame\w*) (?:deja |encore |toujours |bien |au moins |environ |me |lui |plus de |au proprietaire |au bailleur |a \w+ |de |d'|depuis )*{_N} (?:seule? )?(?:mois|loyers?|months?|echeances?|termes?){_HALF}\b(?! (?:pour|de caution|a partir|avant|jusqu))",
        rf"\b{_FOR} (?:environ |bientot |presque |maintenant |deja |plus de )?{_N} (?:mois|months?){_HALF}(?: (?:de loyer|que|qu'))?[^.;,]{{0,40}}\b{_NOT}\b[^.;]{{0,14}}\b(?:{_PAY}|sa part|un sou|un centime|de loyer|loyer)",
        rf"\b{_FOR} (?:environ |bientot |presque |maintenant |deja |plus de )?{_N} (?:mois|months?){_HALF} (?:que|qu')[^.;]{{0,25}}\b{_PAY} {_NOT}\b",
        rf"\b{_N} (?:mois|months?){_HALF} (?:que |qu')[^.;,]{{0,20}}\b{_NOT}\b[^.;,]{{0,12}}\b{_PAY}",
        rf"\b{_NOT}\b[^.;]{{0,30}}\b{_PAY}\b[^.;,]{{0,30}}\b{_FOR} (?:environ |bientot |presque |maintenant |deja |plus de )?{_N} (?:mois|months?){_HALF}",
        rf"\b{_PAY} {_NOT}\b[^.;,]{{0,30}}\b{_FOR} (?:environ |bientot |presque |deja |plus de )?{_N} (?:mois|months?){_HALF}",
        rf"\b(?:cesse|arrete|stopped) (?:de )?(?:payer|paye|paying)\b[^.;,]{{0,25}}\b{_FOR} {_N} (?:mois|months?){_HALF}",
        rf"\b(?:retards?|impayes?|dette|arrieres?)(?: de loyers?| locative)? (?:est |sont |s'eleve |monte )?(?:de |d'|depuis |a |environ )*{_N} {_ITEM}{_HALF}\b",
        rf"\b{_N} (?:mois|months?){_HALF} (?:sans|without)\b(?! (?:nouvelle|reponse|probleme|retard))",
        rf"\b(?:pour|reclame\w*|concernant) (?:mes|ses|les|nos|tes) {_N} (?:loyers?|mois){_HALF}\b(?! (?:d'apl|de caution))",
        rf"\bloyers?(?: impayes?| en retard| de retard)?,? \(?{_N} mois{_HALF}\b(?! (?:de caution|de garantie|d'avance|pour|apres|avant|plus))",
        rf"\bnon (?:payee?s?|reglee?s?|versee?s?|honoree?s?) depuis {_N} mois{_HALF}\b",
        r"\bpour (1|un) loyer\b(?P<half>) \(",
        rf"\bles {_N} loyers?{_HALF} (?:que|qu'|dus|en question)\b",
        rf"\b(?:for|pour) (?!un |une |1 |one |a ){_N} (?:unpaid |missed )?(?:loyers?|rents|months' rent)\b{_HALF}",
    )
)
_SPANS = (
    (re.compile(r"\bce mois(?:-?\s?ci)?,? (?:ni|et|ou) (?:celui du |le )?(?:mois dernier|precedent|mois d'avant)"), 2.0),
    (re.compile(r"\b(?:un|1) trimestre de loyers?\b"), 3.0),
    (re.compile(r"\b(?:un|1) an (?:de loyers?|d'impayes?|sans payer)"), 12.0),
    (re.compile(r"\b(?:deux|2) ans? (?:de loyers?|d'impayes?|sans payer)"), 24.0),
)
_APART = r"(?:par contre|en revanche|lui,|est (?:bien |deja )?(?:paye|passe|regle)\b|c'est (?:bon|paye|passe)\b|was paid|is paid)"  # a paid month is in no list of unpaid ones
_LIST = re.compile(
    rf"(?<!\d )(?<!en )(?<!debut )(?<!fin )(?<!mi )(?<!mi-)(?<!depuis )(?<!avant )(?<!apres )(?<!since )(?<!\der )(?<!courant )(?<!des )(?<!vers )"
    rf"\b{_M}\b(?!\.? (?:20)?\d\d)(?:\s?(?:,|et|/|ni|and|puis|&|\+)?\s?(?:de |d'|celui de |celui d'|le loyer d'|le loyer de |le |ni |et )?\b{_M}\b(?! (?:20)?\d\d)(?!(?:\s?(?:,|et)\s?{_M})? {_APART}))*"
)
_LACKING = re.compile(
    r"\b(?:(?:a|de) payer|pas|n'(?:ai|a|avons|ont) pu|impayee?s?|retard|dois|doit|devons|manqu\w+|non|plus|unpaid|owe|ni|oublie\w*|saute\w*|loupe\w*|rate\w*|rien|sans|n'est pas|n'ont pas|en suspens|mise en demeure|reclame\w*|relance\w*|sauf|hormis|excepte|a part|except|late|missing|missed|due|not|didn't|haven't|hasn't)\b"
)
_SETTLED = re.compile(r"\b(?:(?:ai|a|ont|avons|est|sont|ete|bien|deja|tout) (?:bien |deja |ete )?(?:payee?s?|reglee?s?|versee?s?)|compris|y compris|paid)\b")
_RENT_OF = re.compile(
    r"\b(?:loyers?|rent|impayes?|mois|paye|payer|pas|echeances?|regle|regler|celui|doit|dois|devons|manque\w*|saute|oublie|juste|c'est)\s*(?:juste |du |de |d'|le |les |celui |mois |seulement )*$"
)
_UNSURE = re.compile(r"\s?(?:,|:)? ?(?:je|on|il|elle) (?:ne )?sai[st] pas\b")  # « et janvier je sais pas encore »
_OF_A_PLAN = re.compile(r"\s?(?:du (?:plan|juge)|de l'echeancier|prevues?|fixees?)")
_DATING = re.compile(r"\b(?:depuis|since|avant|apres|des|vers|en|debut|fin|mi|jusqu'a|jusqu'en) (?:le |la )?(?:debut |fin |mi )?(?:mois )?(?:de |d'|du )?$")
_THIS_MONTH = re.compile(
    r"\b(?:premier|1er|un seul|dernier|ce) (?:loyer|mois|impaye)\b[^.;]{0,20}\b(?:impaye|retard|pas paye|pas pu|en retard|pas passe)|\b(?:loyer de ce mois|loyer du mois|premier impaye|un loyer de retard|un (?:seul )?mois de retard)\b(?! (?:dernier|prochain))"
    r"|\b(?:un|1|one)(?: seul)? (?:loyer|mois)(?: de loyer)?(?: qui)? (?:impaye|en retard|de retard|pas paye|late)|\bone month(?:'s)? (?:behind|late|of rent)"
)


def read_months(text: str) -> float | None:
    """How many months are unpaid, by number or by their names."""
    for pattern in _COUNTS:
        for found in pattern.finditer(text):
            if _OF_A_PLAN.match(text[found.end() :]):
                continue
            word = found[1]
            return float(int(word) if word.isdigit() else NUMBERS[word]) + (0.5 if found["half"] else 0)
    for pattern, months in _SPANS:
        if pattern.search(text):
            return months
    names = {MONTHS[name] for listed in _LIST.finditer(text) if _is_unpaid(text, listed) for name in re.findall(rf"\b{_M}\b", listed[0])}
    if names:
        return float(len(names))
    return 1.0 if _THIS_MONTH.search(text) else None


def _is_unpaid(text: str, listed: re.Match[str]) -> bool:
    """Whether the months named are those that are not paid: a rent's, in a sentence that lacks them."""
    before = re.split(r"[.;!?\n]", text[max(0, listed.start() - NEAR) : listed.start()])[-1]
    after = re.split(r"[.;!?\n]", text[listed.end() : listed.end() + NEAR])[0]
    settled, lacking = _SETTLED.search(after), _LACKING.search(after)
    if settled and (lacking is None or settled.start() < lacking.start()):
        return False
    if _DATING.search(before):
        return False
    several = len(re.findall(rf"\b{_M}\b", listed[0])) > 1
    if _UNSURE.match(after):
        return False
    starts = not before.strip(" ,") or before.rstrip().endswith(("mais", ":"))
    placed = several or starts or _RENT_OF.search(before) or re.match(r"(?:'s)? rent\b|\s?(?:pas|impaye|non|rien|jamais)\b", after)
    return bool(placed) and bool(_LACKING.search(before) or lacking)
