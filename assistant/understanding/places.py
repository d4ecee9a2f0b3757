"""The commune, postcode or département of a message."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understanding.expressions import expressions
from knowledge.place import Commune, Gazetteer, key
from retrieval.spelling import Message, is_ordinary

TOWN = 2000  # smaller homonyms of French words are only read behind a clear cue
SHORT, LONG, WORDS = 3, 7, 6
_POSTCODE = re.compile(r"(?<!\d)(\d{5})(?!\d)(?!\s?euros)")
_NUMBERED = re.compile(
    r"\b(?:dans le|departement|dept) (\d{2,3}|2[ab])\b(?! ?(?:euros|mois|jours?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|%|/|h\b|ans))|\((\d{2})\)"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """The commune when one is clear, else the candidates; the département when it was told."""

    commune: Commune | None = None
    candidates: tuple[Commune, ...] = ()
    department: str | None = None


def read_place(message: Message, gazetteer: Gazetteer) -> Placed:
    """Where the person lives, as far as the words tell."""
    said = expressions("places")
    text = said["not-a-town"].sub(" ; ", message.folded)
    told = next((code for code, pattern in said["departments"].items() if pattern.search(message.folded)), None) or _other_department(text, gazetteer)
    found = _by_postcode(message.folded, gazetteer) or _by_name(text, message.raw, gazetteer, told)
    if not found:
        return Placed(department=told)
    one = found[0] if len(found) == 1 else None
    departments = {commune.department for commune in found}
    return Placed(one, () if one else found, one.department if one else departments.pop() if len(departments) == 1 else told)


def _other_department(text: str, gazetteer: Gazetteer) -> str | None:
    """Another département, by its name behind « du », « de la », « en », « dans » or by its number in brackets."""
    for match in expressions("places")["behind"].finditer(text.replace("-", " ")):
        words = match["name"].split()
        for length in range(len(words), 0, -1):
            if code := gazetteer.departments.get(key(" ".join(words[:length]))):
                return code
    numbered = _NUMBERED.search(text)
    number = (numbered[1] or numbered[2]) if numbered else None
    return number if number in set(gazetteer.departments.values()) else None


def _by_postcode(text: str, gazetteer: Gazetteer) -> tuple[Commune, ...]:
    """A postcode's communes; one when the message names it as well, or when one has nearly all the inhabitants."""
    codes = [match[1] for match in _POSTCODE.finditer(text)]
    found = tuple(commune for commune in gazetteer.all if any(code in commune.postcodes for code in codes)) if codes else ()
    words = f" {key(text)} "
    named = tuple(commune for commune in found if f" {key(commune.name)} " in words)
    return named or _settled(found) if found else ()


def _by_name(text: str, written: str, gazetteer: Gazetteer, department: str | None) -> tuple[Commune, ...]:
    """A name behind a clear cue, then one of ours written with a capital, then one behind a weak cue; a misspelt one last."""
    cues = list(_cues(text))
    for strong in (True, False):
        for words in (words for is_strong, words in cues if is_strong is strong):
            found = _longest(words, gazetteer, department, written, strong=strong)
            if found and department in gazetteer.ours and all(c.department != department for c in found):
                found = (near,) if (near := _near(words, gazetteer)) else found
            if found:
                return found
        if strong and (found := _capitalised_town(text, written, gazetteer)):
            return found
    misspelt = (_near(words, gazetteer) for strong, words in cues if strong)
    return next(((one,) for one in misspelt if one), ())


def _cues(text: str) -> Iterator[tuple[bool, list[str]]]:
    """The words behind each cue, and whether the cue tells where one lives."""
    said = expressions("places")
    for cue in said["cue"].finditer(text):
        behind = re.split(r"[.,;!?\n(:]", text[cue.end() : cue.end() + 60])[0].replace("-", " ")
        article = "le " if re.search(r"\b(?:au|du|le)\s*$", cue[0]) else ""
        yield bool(said["strong"].search(cue[0])), re.findall(r"[a-z0-9]+(?:'[a-z]+)?", article + behind)[:WORDS]


def _longest(words: list[str], gazetteer: Gazetteer, department: str | None, written: str, *, strong: bool) -> tuple[Commune, ...]:
    """The longest name that these words begin with; behind « l' » a commune « L' … » too."""
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        if found := _usable(name, gazetteer, department, written, strong=strong):
            return found
    return ()


def _usable(name: str, gazetteer: Gazetteer, department: str | None, written: str, *, strong: bool) -> tuple[Commune, ...]:
    """Homonyms settled where one dominates; a common word is no commune without a capital or a clear cue."""
    communes = gazetteer.named(name)
    if not communes or len(name) < SHORT or name in expressions("places")["not-names"]:
        return ()
    ours = any(c.department in gazetteer.ours for c in communes) and max(c.population for c in communes) >= TOWN
    if _is_capitalised(name, written) or (not is_ordinary(name) and (strong or ours)) or (strong and ours):
        inside = tuple(c for c in communes if c.department == department) or communes
        return inside if len(inside) == 1 else _settled(inside)
    return ()


def _is_capitalised(name: str, written: str) -> bool:
    """Whether the name's own word stands with a capital, elsewhere than at the head of a sentence for an ordinary word."""
    first = next((word for word in name.split() if word not in {"le", "la", "les", "saint", "sainte"}), name)
    for match in re.finditer(r"[\w’']+", written.replace("-", " ")):
        if key(match[0].split("'")[-1].split("’")[-1]) == first and match[0].split("'")[-1].split("’")[-1][0].isupper():
            head = not written[: match.start()].strip() or written[: match.start()].rstrip()[-1] in ".!?:\n"
            return not (head and is_ordinary(first))
    return False


def _capitalised_town(text: str, written: str, gazetteer: Gazetteer) -> tuple[Commune, ...]:
    """A commune of ours that stands alone between commas, in a note: « Liévin, couple, deux enfants »."""
    for piece in re.split(r"[.,;!?:()\n]", text):
        words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", piece.replace("-", " "))[:WORDS]
        for length in (n for n in range(len(words), 0, -1) if n == len(words) or len(words) - n <= 1):
            name = " ".join(words[:length])
            ours = tuple(c for c in gazetteer.named(name) if c.department in gazetteer.ours)
            if ours and len(name) > SHORT and name not in expressions("places")["not-names"] and _stands_capitalised(name, written):
                return ours if len(ours) == 1 else _settled(ours)
    return ()


def _stands_capitalised(name: str, written: str) -> bool:
    """Whether the note writes it with a capital, hyphens aside."""
    first = name.split(maxsplit=1)[0]
    return any(key(word) == first and word[0].isupper() for word in re.findall(r"[\w’']+", written.replace("-", " "))) or " " in name


def _settled(communes: tuple[Commune, ...]) -> tuple[Commune, ...]:
    ranked = sorted(communes, key=lambda c: -c.population)
    return (ranked[0],) if ranked[0].population >= max(5000, 20 * sum(c.population for c in ranked[1:])) else communes


def _near(words: list[str], gazetteer: Gazetteer) -> Commune | None:
    """A misspelt commune of ours behind a clear cue: one letter away, two in a long name, or written as it is heard; never an ordinary word."""
    for length in (4, 3, 2, 1):
        name = " ".join(words[:length])
        if len(words) < length or len(name) < SHORT + 2 or is_ordinary(words[0]) or name in expressions("places")["not-names"]:
            continue
        if found := gazetteer.near(name, gazetteer.ours, 2 if len(name) > LONG else 1) or gazetteer.sounding(name, gazetteer.ours):
            return found
    return None
