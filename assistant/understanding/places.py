"""The commune, postcode or département of a message."""

import re
from dataclasses import dataclass

from assistant.understanding.text import Message
from knowledge.place import Commune, Gazetteer, key

OURS = ("62", "86")
TOWN = 2000  # smaller homonyms of French words are only read behind a clear cue
_POSTCODE = re.compile(r"(?<!\d)(\d{5})(?!\d)(?!\s?euros)")
_CUE = re.compile(
    r"\b(?:habit(?:e|ent|ons|ez)(?: a| sur| dans)?|vis(?:ons)? a|loge a|commune de|ville de|mairie de|logement a|appartement a|maison a|locataire a|loue a"
    r"|sur|vers|pres de|cote de|live in|living in|flat in|house in|apartment in|near|a|de|d'|in|at|secteur de|arrondissement de)\s+(?=[a-z])"
)
_NOT_A_TOWN = re.compile(
    r"\bpas[- ]de[- ]calais(?:[- ]habitat)?\b|\b(?:habitat|ccapex|caf|prefecture|departement) de la vienne\b|\bhabitat 86\b|\bterre d.? ?opale habitat\b|\b(?:tribunal|tj|juge|jcp|sp|sous-prefecture|prefecture|ccapex|sous-commission|greffe|mds|ccas|juge des contentieux de la protection)(?: judiciaire| de proximite)? (?:de |d'|a )[a-z-]+(?:[ -]sur[ -][a-z]+)?|\b(?:audience|hearing)\b[^.;,]{0,40}\b(?:a|in) (?:st |saint )?[a-z-]+"
)
_BEHIND = re.compile(r"\b(?:du|de la|de l'|des|d'|en|dans le|dans la|dans l'|dans les|l'|in|of)\s?([a-z][a-z']*(?: [a-z']+){0,3})")
_NUMBERED = re.compile(
    r"\b(?:dans le|departement|dept) (\d{2,3}|2[ab])\b(?! ?(?:euros|mois|jours?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|%|/|h\b|ans))|\((\d{2})\)"
)
_STRONG = re.compile(
    r"habit|\bvis|loge|commune|ville|mairie|logement a|appartement a|maison a|locataire a|loue a|live|living|flat|house|apartment|arrondissement"
)
_DEPARTMENTS = {
    "62": re.compile(r"\bpas[- ]de[- ]calais\b(?![- ]habitat)|(?<![\d/.,-])62(?![\d/.,-])(?! ?(?:euros|ans|ieme|m2|mois|jours))|\bdans le 62\b"),
    "86": re.compile(
        r"\bla vienne\b|\bdans le 86\b|\bdepartement de la vienne\b|(?<![\d/.,-])86(?![\d/.,-])(?! ?(?:euros|ans|ieme|m2|mois|jours))|\ben vienne\b"
    ),
}
_WORDS = frozenset(
    [
        "mars",
        "la",
        "le",
        "les",
        "un",
        "une",
        "mon",
        "ma",
        "retard",
        "payer",
        "paye",
        "caf",
        "police",
        "juge",
        "tribunal",
        "maison",
        "avion",
        "lens-habitat",
        "cours",
        "charges",
        "bail",
        "banque",
        "jour",
        "mois",
        "france",
        "partir",
        "suite",
        "cause",
        "part",
        "nouveau",
        "tout",
        "tous",
        "rien",
        "pas",
        "plus",
        "moins",
        "jamais",
        "prix",
        "place",
        "partie",
        "propos",
        "cote",
        "peine",
        "force",
        "base",
        "hauteur",
        "titre",
        "mort",
        "vie",
        "table",
        "terre",
        "salle",
        "saint",
        "sainte",
        "vous",
        "nous",
    ]
)


@dataclass(frozen=True, slots=True)
class Placed:
    """The commune when one is clear, else the candidates; the département when it was told."""

    commune: Commune | None = None
    candidates: tuple[Commune, ...] = ()
    department: str | None = None


def read_place(message: Message, gazetteer: Gazetteer) -> Placed:
    """Where the person lives, as far as the words tell."""
    text = _NOT_A_TOWN.sub(" ", message.text) if "habitat" in message.text else message.text
    told = next((code for code, pattern in _DEPARTMENTS.items() if pattern.search(text)), None) or _other_department(text, gazetteer)
    for found in (_by_postcode(message.text, gazetteer), _by_name(message, gazetteer, told)):
        if found:
            one = found[0] if len(found) == 1 else None
            departments = {commune.department for commune in found}
            return Placed(one, () if one else found, one.department if one else departments.pop() if len(departments) == 1 else told)
    return Placed(department=told)


def _other_department(text: str, gazetteer: Gazetteer) -> str | None:
    """Another département, by its name behind « du », « de la », « en », « dans » or by its number in brackets."""
    for match in _BEHIND.finditer(text.replace("-", " ")):
        words = match[1].split()
        for length in range(len(words), 0, -1):
            if code := gazetteer.departments.get(key(" ".join(words[:length]))):
                return code
    numbered = _NUMBERED.search(text)
    return numbered[1] if numbered and numbered[1] in set(gazetteer.departments.values()) else None


def _by_postcode(text: str, gazetteer: Gazetteer) -> tuple[Commune, ...]:
    """A postcode's communes; one when the message names it as well."""
    found = next((communes for match in _POSTCODE.finditer(text) if (communes := gazetteer.find(match[1]))), ())
    words = f" {key(text)} "
    named = tuple(commune for commune in found if f" {key(commune.name)} " in words)
    return named or found


def _by_name(message: Message, gazetteer: Gazetteer, department: str | None) -> tuple[Commune, ...]:
    """The longest name behind a cue; a misspelt one only in our départements."""
    folded = _NOT_A_TOWN.sub(" ", message.text)
    for cue in sorted(_CUE.finditer(folded), key=lambda m: not _STRONG.search(m[0])):
        strong = bool(_STRONG.search(cue[0]))
        words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", re.split(r"[.,;!?\n(]", folded[cue.end() : cue.end() + 60])[0].replace("-", " "))[:6]
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length])
            if found := _usable(gazetteer.named(name), name, department, strong=strong, written=message.raw):
                return found
        if words and (near := _near(words, gazetteer, strong=strong)):
            return (near,)
    return ()


def _usable(communes: tuple[Commune, ...], name: str, department: str | None, *, strong: bool, written: str) -> tuple[Commune, ...]:
    """Homonyms settled where one dominates; a common word is no commune without a capital or a clear cue."""
    if not communes or len(name) < 3 or name in _WORDS:  # noqa: PLR2004 (« Y », « Eu »)
        return ()
    capital = re.search(r"\b[A-ZÉÈ][\w'’-]*\b", written) is not None and _capitalised(name, written)
    large = max(c.population for c in communes) >= TOWN
    if not (
        strong
        or capital
        or (large and any(c.department in OURS for c in communes))
        or (" " in name and name.split(maxsplit=1)[0] not in {"la", "le", "les", "l"})
    ):
        return ()
    inside = tuple(c for c in communes if c.department == department) or communes
    return inside if len(inside) == 1 else _settled(inside)


def _capitalised(name: str, written: str) -> bool:
    first = name.split(maxsplit=1)[0]
    return any(key(word) == first and word[0].isupper() for word in re.findall(r"[\w’'-]+", written.replace("-", " ")))


def _settled(communes: tuple[Commune, ...]) -> tuple[Commune, ...]:
    ranked = sorted(communes, key=lambda c: -c.population)
    return (ranked[0],) if ranked[0].population >= max(5000, 20 * sum(c.population for c in ranked[1:])) else communes


def _near(words: list[str], gazetteer: Gazetteer, *, strong: bool) -> Commune | None:
    """A misspelt commune of ours: one letter in a long word, two behind a clear cue."""
    for length in (3, 2, 1):
        name = " ".join(words[:length])
        if len(words) >= length and len(name) >= 5 and words[0] not in _WORDS:  # noqa: PLR2004 (shorter words are near to anything)
            found = gazetteer.near(name, OURS, (2 if len(name) > 7 else 1) if strong else 1 if len(name) > 7 else 0)  # noqa: PLR2004
            if found and (strong or found.population >= TOWN):
                return found
    return None
