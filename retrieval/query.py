"""A question's words as the index knows them: misspellings brought back, acronyms, people's words and English spelt out in French."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.glossary import Term
from retrieval.spelling import is_english
from retrieval.stems import fold, stem, stems, tokens

SHORT, LONG = 5, 8
_ENGLISH = frozenset(
    [
        "the",
        "is",
        "are",
        "was",
        "what",
        "how",
        "who",
        "when",
        "which",
        "do",
        "does",
        "did",
        "can",
        "could",
        "must",
        "should",
        "will",
        "i",
        "my",
        "to",
        "for",
        "of",
        "and",
        "they",
        "we",
        "you",
        "he",
        "she",
        "it",
        "if",
        "from",
    ]
)


class QueryWords:
    """Turns a question into the stems to look for, with the vocabulary of the indexed texts and the glossary."""

    def __init__(self, texts: Iterable[str], glossary: Sequence[Term]) -> None:
        words = {word for text in texts for word in tokens(text)}
        self._known = words
        self._words = tuple(sorted(word for word in words if len(word) >= SHORT and word.isalpha()))
        self._spelt = _spelt_out(glossary)
        self._names = _any_of(self._spelt)
        self._near = lru_cache(maxsize=50_000)(self._nearest)

    def stems(self, question: str) -> list[str]:
        """The question's own stems, the repaired ones, and those of what its terms stand for; each once."""
        if is_english(fold(question)):
            return self._in_french(question)
        repaired = " ".join(self._near(word) for word in tokens(question))
        found = [*stems(question), *stems(repaired)]
        for name in self._names.finditer(fold(f"{question} {repaired}")):
            found += self._spelt[name[0]]
        return list(dict.fromkeys(found))

    def _in_french(self, question: str) -> list[str]:
        """An English question's own stems, and the French ones of what it says."""
        said = fold(question)
        found = [stem(word) for word in tokens(question) if word not in _ENGLISH]
        found += [word for name in _english_names().finditer(said) for word in _english()[name[0]]]
        found += [word for name in self._names.finditer(said) for word in self._spelt[name[0]]]
        return list(dict.fromkeys(found))

    def _nearest(self, word: str) -> str:
        """The word of the texts that a misspelt one is nearest to; itself when it is known, short, or near to none."""
        if word in self._known or len(word) < SHORT or not word.isalpha():
            return word
        cutoff = 1 if len(word) < LONG else 2
        near = process.extractOne(word, self._words, scorer=OSA.distance, score_cutoff=cutoff)
        return str(near[0]) if near else word


@cache
def _english() -> Mapping[str, list[str]]:
    """What English speakers say, in French stems (`data/english.yaml`)."""
    data = yaml.safe_load((files("retrieval") / "data" / "english.yaml").read_text("utf-8"))
    return {name: stems(french) for name, french in data.items()}


@cache
def _english_names() -> re.Pattern[str]:
    return _any_of(_english())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all names, the longest first; it matches nothing when there are none."""
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True))) or '(?!)'})(?![a-z0-9])")


def _spelt_out(glossary: Sequence[Term]) -> dict[str, list[str]]:
    """Each acronym, former name and people's word with the stems of its term, its expansion and its current name."""
    spelt: dict[str, list[str]] = {}
    for term in glossary:
        meaning = stems(" ".join(filter(None, (term.term, term.expansion, term.current))))
        for name in (term.term, *term.people, *term.former, *((term.current,) if term.current else ())):
            spelt.setdefault(fold(name), []).extend(meaning)
    return {name: list(dict.fromkeys(words)) for name, words in spelt.items() if len(name) > 2 and stem(name)}  # noqa: PLR2004 (two letters are anything)
