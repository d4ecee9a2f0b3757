"""A message as the grammars read it: folded, with phonetic and SMS spellings repaired against the domain's words."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.stems import fold

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z]+)*")
SHORT, LONG = 5, 8


@dataclass(frozen=True, slots=True)
class Message:
    """`raw` as written; `text` folded and repaired."""

    raw: str
    text: str
    english: bool = False


@dataclass(frozen=True, slots=True)
class _Spelling:
    repairs: dict[str, str]
    phrases: tuple[tuple[re.Pattern[str], str], ...]
    words: tuple[str, ...]
    known: frozenset[str]


@cache
def _spelling() -> _Spelling:
    folder = files("assistant.understanding") / "data"
    data = yaml.safe_load((folder / "spelling.yaml").read_text("utf-8"))
    ordinary = (folder / "known_words.txt").read_text("utf-8").split()
    words = tuple(dict.fromkeys(data["vocabulary"].split()))
    repairs = {fold(str(wrong)): str(right) for wrong, right in data["repairs"].items()}
    phrases = tuple((re.compile(pattern), text) for pattern, text in data["phrases"])
    return _Spelling(repairs, phrases, words, frozenset((*words, *ordinary)))


@lru_cache(maxsize=20_000)
def repair(word: str) -> str:
    """The word that a spelling stands for; itself when nothing is close enough."""
    spelling = _spelling()
    if word in spelling.repairs:
        return spelling.repairs[word]
    if len(word) < SHORT or any(c.isdigit() for c in word) or word in spelling.known or word.removesuffix("s") in spelling.known:
        return word
    return _unelided(word, spelling) or _near(word) or word


def _unelided(word: str, spelling: _Spelling) -> str | None:
    """« dexpulsion » is « d'expulsion »: a lost apostrophe before a word of ours."""
    elided, rest = word[0], word[1:]
    if elided in "ldjmnst" and rest in spelling.known:
        return f"{elided}'{rest}"
    near = _near(rest) if elided in "ld" and len(word) > LONG and not _near(word) else None
    return f"{elided}'{near}" if near else None


def _near(word: str) -> str | None:
    """The vocabulary's word one letter away, two for a long one."""
    cutoff = 1 if len(word) < LONG else 2
    found = process.extractOne(word, _spelling().words, scorer=OSA.distance, score_cutoff=cutoff)
    return str(found[0]) if found else None


def read(raw: str) -> Message:
    """The message ready for the grammars; an English one is only folded."""
    folded = re.sub(r"[’`´]", "'", fold(raw))
    folded = re.sub(r"€\s?(\d[\d ,.]*\d|\d)", r"\1 euros ", folded)
    folded = re.sub(r"\s?€", " euros", folded)
    if is_english(folded):
        return Message(raw, folded, english=True)
    text = _WORD.sub(lambda found: repair(found[0]), folded)
    for pattern, replacement in _spelling().phrases:
        text = pattern.sub(replacement, text)
    return Message(raw, text)


_ENGLISH = frozenset(
    [
        "the",
        "my",
        "i",
        "i'm",
        "i've",
        "have",
        "has",
        "had",
        "to",
        "of",
        "is",
        "am",
        "are",
        "was",
        "were",
        "what",
        "when",
        "where",
        "how",
        "who",
        "which",
        "and",
        "or",
        "if",
        "but",
        "not",
        "do",
        "does",
        "did",
        "can",
        "could",
        "should",
        "would",
        "will",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "they",
        "he",
        "she",
        "we",
        "you",
        "your",
        "our",
        "their",
        "there",
        "this",
        "that",
        "it",
        "been",
        "got",
        "get",
        "an",
        "be",
        "pay",
        "rent",
        "landlord",
        "tenant",
        "help",
    ]
)
_FRENCH = frozenset(
    [
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "et",
        "est",
        "je",
        "j'ai",
        "j",
        "mon",
        "ma",
        "mes",
        "il",
        "elle",
        "on",
        "nous",
        "vous",
        "ils",
        "pas",
        "que",
        "qui",
        "pour",
        "dans",
        "sur",
        "avec",
        "au",
        "aux",
        "ce",
        "c'est",
        "suis",
        "ai",
        "a",
        "loyer",
        "mois",
        "recu",
        "quoi",
    ]
)


def is_english(folded: str) -> bool:
    """Whether the function words are English ones; never on fewer than three words."""
    words = re.findall(r"[a-z']+", folded)
    english, french = (sum(word in group for word in words) for group in (_ENGLISH, _FRENCH))
    return len(words) > 2 and english > french and english * 4 >= len(words)  # noqa: PLR2004 (two words tell nothing)
