"""A message as the grammars read it: folded, with phonetic and SMS spellings repaired against the domain's words."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.stems import fold

_WORD = re.compile(r"\b(?![a-z]\.(?:,| [a-z0-9]))[a-z0-9]+(?:-[a-z]+)*\b(?!')")
_EUROS_FIRST = re.compile(r"[€£]\s?(\d[\d ,.]*\d|\d)")
SHORT, LONG = 5, 8
VOWELS = frozenset("aeiouyh")
Rewriting = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class Message:
    """`raw` as written; `folded` without accents nor capitals; `text` repaired as well."""

    raw: str
    text: str
    folded: str
    english: bool = False


@dataclass(frozen=True, slots=True)
class _Spelling:
    repairs: dict[str, str]
    accented: tuple[Rewriting, ...]
    phrases: tuple[Rewriting, ...]
    words: tuple[str, ...]
    known: frozenset[str]
    english: frozenset[str]
    french: frozenset[str]


@cache
def _spelling() -> _Spelling:
    folder = files("retrieval") / "data"
    data = yaml.safe_load((folder / "spelling.yaml").read_text("utf-8"))
    ordinary = (folder / "known_words.txt").read_text("utf-8").split()
    words = tuple(dict.fromkeys(data["vocabulary"].split()))
    return _Spelling(
        repairs={fold(str(wrong)): str(right) for wrong, right in data["repairs"].items()},
        accented=_rewritings(data["accented"]),
        phrases=_rewritings(data["phrases"]),
        words=words,
        known=frozenset((*words, *ordinary)),
        english=frozenset(data["english"].split()),
        french=frozenset(data["french"].split()),
    )


def _rewritings(lines: list[list[str]]) -> tuple[Rewriting, ...]:
    return tuple((re.compile(pattern), text) for pattern, text in lines)


def is_ordinary(word: str) -> bool:
    """Whether *word* is one of the language's or of the subject's, rightly spelt."""
    return word in _spelling().known


@lru_cache(maxsize=20_000)
def repair(word: str) -> str:
    """The word that a spelling stands for; itself when nothing is close enough."""
    spelling = _spelling()
    if word in spelling.repairs:
        return spelling.repairs[word]
    if len(word) < SHORT or any(c.isdigit() for c in word) or word in spelling.known or word.removesuffix("s") in spelling.known:
        return word
    return _phonetic(word, spelling) or _unelided(word, spelling) or _near(word) or word


def _phonetic(word: str, spelling: _Spelling) -> str | None:
    """« convoke » is « convoque », « avokat » « avocat »: a word of ours written with a k."""
    heard = (word.replace("k", sound) for sound in ("qu", "c")) if "k" in word else ()
    return next((one for one in heard if one in spelling.known), None)


def _unelided(word: str, spelling: _Spelling) -> str | None:
    """« dexpulsion » is « d'expulsion », « jcomprend » « je comprend »: a lost apostrophe or vowel before a word of ours."""
    elided, rest = word[0], word[1:]
    if elided in "ldjmnst" and (rest in spelling.known or spelling.repairs.get(rest)):
        rest = spelling.repairs.get(rest, rest)
        return f"je {rest}" if elided == "j" and rest[0] not in VOWELS else f"{elided}'{rest}"
    near = _near(rest) if elided in "ld" and len(word) > LONG and not _near(word) else None
    return f"{elided}'{near}" if near else None


def _near(word: str) -> str | None:
    """The vocabulary's word one letter away, two for a long one."""
    cutoff = 1 if len(word) < LONG else 2
    found = process.extractOne(word, _spelling().words, scorer=OSA.distance, score_cutoff=cutoff)
    return str(found[0]) if found else None


@lru_cache(maxsize=8)
def read(raw: str) -> Message:
    """The message ready for the grammars; an English one is only folded. Each step of a question reads it: it is kept for the next ones, no longer."""
    folded = _plain(raw)
    if is_english(folded):
        return Message(raw, folded, folded, english=True)
    folded = _plain(_rewritten(raw.lower(), _spelling().accented))
    text = _WORD.sub(lambda found: repair(found[0]), folded)
    return Message(raw, _rewritten(text, _spelling().phrases), folded)


def _plain(raw: str) -> str:
    """Without accents nor capitals, apostrophes straight, « € 50 » and « 50€ » as « 50 euros »."""
    folded = re.sub(r"[’`´]", "'", fold(raw))
    return re.sub(r"\s?€", " euros", _EUROS_FIRST.sub(r"\1 euros", folded))


def _rewritten(text: str, rewritings: tuple[Rewriting, ...]) -> str:
    for pattern, replacement in rewritings:
        text = pattern.sub(replacement, text)
    return text


def is_english(folded: str) -> bool:
    """Whether the function words are English ones; never on fewer than three words."""
    spelling = _spelling()
    words = re.findall(r"[a-z']+", folded)
    english, french = (sum(word in group for word in words) for group in (spelling.english, spelling.french))
    return len(words) > 2 and english > french and english * 4 >= len(words)  # noqa: PLR2004 (two words tell nothing)
