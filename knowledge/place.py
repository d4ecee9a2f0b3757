"""Communes: from a name, a postcode or an INSEE code to the arrondissement and the département."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

DOMINANT = 20  # a homonym with twenty times the inhabitants of all the others is the one meant
KNOWN = 5000
_POSTCODE = re.compile(r"^\d{5}$")
_SAINT = re.compile(r"\bst(e?)\b")
_SOUNDS = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (
        (r"(?:eau|au)l?[tdsxp]*\b|o[tdsxp]+\b|eau|au", "o"),
        (r"(?:er|ez|et|ay|ai)s?\b", "é"),
        (r"ph", "f"),
        (r"qu|k", "c"),
        (r"y", "i"),
        (r"h", ""),
        (r"(?<=[nr])[td]s?\b|es?\b|s\b", ""),
        (r"(.)\1", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of the official geographic code; an arrondissement as the charter writes it."""

    code: str
    name: str
    postcodes: tuple[str, ...]
    department: str
    arrondissement: str
    population: int


@lru_cache(maxsize=32_768)
def key(name: str) -> str:
    """A name without case, accents, hyphens or apostrophes; « St » is « Saint »."""
    folded = unicodedata.normalize("NFKD", name.lower().replace("œ", "oe"))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return _SAINT.sub(r"saint\1", " ".join(re.findall(r"[a-z0-9]+", plain)))


def sound(name: str) -> str:
    """How a name is heard, near enough: « chatelero » and Châtellerault, « henin bomon » and Hénin-Beaumont."""
    heard = key(name)
    for pattern, letters in _SOUNDS:
        heard = pattern.sub(letters, heard)
    return heard


class Gazetteer:
    """All communes, found by name (misspelt too), postcode or code; `ours` are the départements whose texts are known."""

    def __init__(self, communes: Iterable[Commune], departments: Mapping[str, str], ours: Iterable[str]) -> None:
        self.all = tuple(communes)
        self.ours = tuple(sorted(ours))
        self.departments = {key(name): code for code, name in departments.items()}
        self._names: dict[str, list[Commune]] = defaultdict(list)
        self._codes: dict[str, list[Commune]] = defaultdict(list)
        self._local: dict[tuple[str, ...], dict[str, Commune]] = {}
        self._heard: dict[tuple[str, ...], dict[str, list[Commune]]] = {}
        self.seats_in = lru_cache(maxsize=4096)(self._seats_in)
        for commune in self.all:
            self._names[key(commune.name)].append(commune)
            for code in {commune.code, *commune.postcodes}:
                self._codes[code].append(commune)

    @cached_property
    def seats(self) -> frozenset[str]:
        """The arrondissements of our départements, as they are compared: « boulogne » for Boulogne-sur-Mer."""
        return frozenset(key(c.arrondissement).partition(" sur ")[0] for c in self.all if c.department in self.ours and c.arrondissement)

    def _seats_in(self, text: str) -> frozenset[str]:
        """Those that *text* names; the département's name, or its addresses, name none."""
        said = f" {key(text)} ".replace(" pas de calais ", " ")
        return frozenset(seat for seat in self.seats if f" {seat} " in said)

    def named(self, name: str) -> tuple[Commune, ...]:
        """The communes of exactly that name, accents and hyphens aside."""
        return tuple(self._names.get(key(name), ()))

    def find(self, text: str, department: str | None = None) -> tuple[Commune, ...]:
        """The communes that *text* may mean: one when it is clear, several when it is not, none when unknown."""
        found = self._codes.get(text.strip(), []) or self._names.get(key(text), []) or self._near(text, department)
        inside = [c for c in found if c.department == department] or found
        return (dominant,) if (dominant := _dominant(inside)) else tuple(inside)

    def starting_with(self, text: str, limit: int = 20) -> tuple[Commune, ...]:
        """The communes whose name or postcode starts so, the largest first."""
        if re.match(r"^\d", text.strip()):
            found = [c for code, communes in self._codes.items() if code.startswith(text.strip()) for c in communes]
        else:
            prefix = key(text)
            found = [c for name, communes in self._names.items() if prefix and name.startswith(prefix) for c in communes]
        return tuple(sorted(dict.fromkeys(found), key=lambda c: (-c.population, c.name))[:limit])

    def near(self, text: str, departments: Iterable[str], slack: int) -> Commune | None:
        """The one commune of these départements whose name is at most *slack* letters away."""
        names = self._of(tuple(departments))
        found = process.extractOne(key(text), names.keys(), scorer=OSA.distance, score_cutoff=slack)
        return names[found[0]] if found else None

    def sounding(self, text: str, departments: Iterable[str]) -> Commune | None:
        """The one commune of these départements that is heard so; none where several are."""
        found = self._sounds(tuple(departments)).get(sound(text), [])
        return found[0] if len(found) == 1 else None

    def _near(self, text: str, department: str | None) -> list[Commune]:
        """A misspelt name: two letters at most, in the département when it is told, else in ours."""
        found = self.near(text, (department,) if department else self.ours, 2 if len(text) > 6 else 1)  # noqa: PLR2004
        return [found] if found else []

    def _of(self, departments: tuple[str, ...]) -> dict[str, Commune]:
        if departments not in self._local:
            self._local[departments] = {key(c.name): c for c in self.all if c.department in departments}
        return self._local[departments]

    def _sounds(self, departments: tuple[str, ...]) -> dict[str, list[Commune]]:
        if departments not in self._heard:
            heard: dict[str, list[Commune]] = defaultdict(list)
            for name, commune in self._of(departments).items():
                heard[sound(name)].append(commune)
            self._heard[departments] = heard
        return self._heard[departments]


def _dominant(communes: Iterable[Commune]) -> Commune | None:
    ranked = sorted(communes, key=lambda c: -c.population)
    if len(ranked) == 1:
        return ranked[0]
    if ranked and ranked[0].population >= max(KNOWN, DOMINANT * sum(c.population for c in ranked[1:])):
        return ranked[0]
    return None
