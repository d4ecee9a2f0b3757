"""What « found », « overlaps », « verbatim » and « supported » mean: the verdicts of the contract's metrics, typed."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

import Stemmer
from rapidfuzz import fuzz

_UNITS = ["zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"]
NUMBERS = {word: str(number) for number, word in enumerate(_UNITS)} | {"vingt": "20", "trente": "30", "quarante": "40", "cinquante": "50"}
STOP = frozenset(
    [
        "a",
        "au",
        "aux",
        "avec",
        "ce",
        "ces",
        "cet",
        "cette",
        "dans",
        "de",
        "des",
        "du",
        "d",
        "elle",
        "elles",
        "en",
        "et",
        "est",
        "il",
        "ils",
        "je",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "lui",
        "ma",
        "mais",
        "me",
        "meme",
        "mes",
        "moi",
        "mon",
        "ne",
        "nos",
        "notre",
        "nous",
        "on",
        "ou",
        "par",
        "pas",
        "pour",
        "qu",
        "que",
        "qui",
        "s",
        "sa",
        "se",
        "ses",
        "son",
        "sont",
        "sur",
        "ta",
        "te",
        "tes",
        "toi",
        "ton",
        "tu",
        "un",
        "une",
        "vos",
        "votre",
        "vous",
        "y",
        "l",
        "c",
        "n",
        "j",
        "m",
        "t",
        "ete",
        "etre",
        "fait",
        "peut",
        "plus",
        "ainsi",
        "oui",
        "non",
        "dont",
        "the",
        "of",
        "to",
        "and",
        "in",
        "is",
        "it",
        "for",
        "by",
        "with",
        "yes",
        "no",
    ]
)
YES, NO = frozenset({"oui", "yes"}), frozenset({"non", "no"})
SHARE, OVERLAP, MATCH, WINDOWS = 0.75, 0.7, 85, 0.9
LITERAL_WORDS, SHORTEST, LONGEST, WINDOW = 6, 6, 1500, 40


@cache
def _stemmer() -> Any:
    return Stemmer.Stemmer("french")


def normalise(text: object) -> str:
    """Tags and superscripts dropped, lower case, no accents, every run of non-alphanumerics to one space."""
    plain = re.sub(r"<[^>]+>|[¹²³⁴⁵⁶⁷⁸⁹⁰]+", " ", str(text)).replace("œ", "oe").replace("Œ", "oe")
    folded = "".join(c for c in unicodedata.normalize("NFKD", plain.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", folded))


def join_thousands(text: object) -> str:
    """« 4 000 » and « 4.000 » are one figure."""
    return re.sub(r"(?<=\d)[ \u00a0\u202f.](?=\d{3}(?!\d))", "", str(text))


def content_words(text: object) -> list[str]:
    """Stems of the words that carry meaning; numbers in words become digits, `un` and `une` never."""
    words = [word for word in normalise(join_thousands(text)).split() if word not in STOP]
    return [NUMBERS[word] if word in NUMBERS and word != "un" else _stemmer().stemWord(word) for word in words]


def fact_found(fact: str | list[str], answer: str, beside: str = "") -> bool:
    """Whether a fact (or one of its accepted wordings) stands in the answer or in the values beside it."""
    if isinstance(fact, list):
        return any(fact_found(one, answer, beside) for one in fact)
    wanted = normalise(fact)
    if wanted in YES | NO:
        return normalise(answer).split()[:1] != [] and normalise(answer).split()[0] in (YES if wanted in YES else NO)
    stock = set(content_words(f"{answer} {beside}"))
    parts = [fact] if "(" not in fact else [fact, re.sub(r"\([^)]*\)", " ", fact), *re.findall(r"\(([^)]*)\)", fact)]
    return any(_stands(words, stock) for part in parts if (words := content_words(part)))


def _stands(words: list[str], stock: set[str]) -> bool:
    """All the figures and three quarters of the words are there."""
    return all(word in stock for word in words if word.isdigit()) and sum(word in stock for word in words) / max(1, len(words)) >= SHARE


def must_not_found(text: str, answer: str) -> bool:
    """Whether a short literal stands, on word boundaries, in the answer's first sentence."""
    if len(normalise(text).split()) > LITERAL_WORDS:
        return False
    first = re.split(r"(?<=[.!?])\s", answer.strip(), maxsplit=1)[0]
    return f" {normalise(text)} " in f" {normalise(first)} "


def overlaps(gold: str, passage: str) -> bool:
    """Whether 70 % of the gold's words stand in the passage, or the passage stands whole in the gold."""
    if len(passage) > LONGEST:
        return False
    wanted, words = set(content_words(gold)), set(content_words(passage))
    if wanted and len(wanted & words) / len(wanted) >= OVERLAP:
        return True
    return len(normalise(passage).split()) >= SHORTEST and normalise(passage) in normalise(gold)


def letters(text: object) -> str:
    """The letters and digits alone."""
    return normalise(text).replace(" ", "")


def verbatim(quote: str, source_letters: str) -> bool:
    """Whether nine in ten of the quote's 40-letter windows stand in the source, small errata aside."""
    quoted = letters(quote)
    windows = [quoted[at : at + WINDOW] for at in range(0, max(1, len(quoted) - WINDOW // 2), WINDOW)]
    return bool(quoted) and sum(_near(window, source_letters) for window in windows) / len(windows) >= WINDOWS


def _near(window: str, source_letters: str) -> bool:
    """Whether a window stands in the source at 85 % or better; an exact one needs no alignment (a hundred times faster)."""
    return window in source_letters or fuzz.partial_ratio(window, source_letters) >= MATCH


def figures(text: object) -> set[str]:
    """The figures a reader sees: list numbers and citation marks left out, thousands joined."""
    return set(re.findall(r"\d+", join_thousands(re.sub(r"\[\d+\]|^\s*\d+[.)]\s", " ", str(text), flags=re.MULTILINE))))


def values(thing: object) -> str:
    """Every value under an object, keys left out, as one string."""
    if isinstance(thing, dict):
        return _joined(thing.values())
    if isinstance(thing, (list, tuple)):
        return _joined(thing)
    return "" if thing is None else str(thing)


def _joined(things: Iterable[object]) -> str:
    return " ".join(values(thing) for thing in things)
