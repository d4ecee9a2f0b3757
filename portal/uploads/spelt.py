"""Dates in letters, as acts write them: « l'an deux mille vingt-six et le trois novembre » becomes « le 3 novembre 2026 »."""

import re

_UNITS = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"]
_VALUES = {**{word: n for n, word in enumerate(_UNITS, start=1)}, "premier": 1, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50}
_MONTHS = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_NUMBER = rf"(?:(?:{'|'.join(sorted(_VALUES, key=len, reverse=True))}|et)[ -]*)+?"
_SPELT = re.compile(rf"\bl.an deux[ -]?mille[ -]+(?P<year>{_NUMBER})[ ,]+(?:et )?le (?P<day>{_NUMBER}|\d{{1,2}}(?:er)?) ?(?P<month>{_MONTHS})\b")


def in_figures(text: str) -> str:
    """The folded text with such dates written in figures."""
    return _SPELT.sub(lambda found: f"l'an le {_number(found['day'])} {found['month']} {2000 + _number(found['year'])}", text)


def _number(words: str) -> int:
    if figures := re.match(r"\d+", words):
        return int(figures[0])
    return sum(_VALUES.get(word, 0) for word in re.split(r"[ -]+", words))
