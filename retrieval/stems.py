"""French text to the stems that BM25 compares: accents folded before stemming, elisions and stop words gone."""

import re
import unicodedata
from functools import cache, lru_cache

import Stemmer

_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]")
_STOP = frozenset(
    [
        "a",
        "ai",
        "as",
        "au",
        "aux",
        "avec",
        "c",
        "ca",
        "ce",
        "ces",
        "cet",
        "cette",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "elle",
        "elles",
        "en",
        "est",
        "et",
        "eu",
        "il",
        "ils",
        "j",
        "je",
        "l",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "lui",
        "m",
        "ma",
        "mais",
        "me",
        "mes",
        "moi",
        "mon",
        "n",
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
        "si",
        "son",
        "sont",
        "sur",
        "t",
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
        "ete",
        "etre",
        "fait",
        "peut",
        "plus",
        "tout",
        "tous",
        "toute",
        "toutes",
        "comme",
        "donc",
    ]
)
_stem = Stemmer.Stemmer("french").stemWord


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Lower case without accents; « œ » becomes « oe »."""
    text = text.lower().replace("œ", "oe").replace("’", "'")
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def tokens(text: str) -> list[str]:
    """The words of *text*, folded, without elisions."""
    return re.findall(r"[a-z0-9]+", _ELISION.sub(" ", fold(text)))


@cache
def stem(word: str) -> str:
    """The stem of a folded word."""
    return str(_stem(word))


def stems(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [stem(word) for word in tokens(text) if word not in _STOP]
