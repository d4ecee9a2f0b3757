"""The Markdown editions say what the source texts say: word for word, in order, but for the listed errata."""

import re
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "knowledge" / "data" / "corpus"
SEEDS = ROOT / "tests" / "data" / "seeds"
ERRATA = yaml.safe_load((CORPUS / "errata.yaml").read_text("utf-8"))
MAX_WORDS = 5


def words(text: str) -> list[str]:
    """Every run of letters and digits, in lower case; HTML tags and superscript note calls are no words."""
    return re.findall(r"[^\W_]+", re.sub(r"<[^>]+>|[⁰¹²³⁴-⁹]+", " ", text.lower()))


def edition_words(document: str) -> list[str]:
    """The words of an edition without what is ours: front matter, anchors, editor's notes, note calls, merge marks."""
    text = (CORPUS / f"{document}.md").read_text("utf-8").split("\n---\n", maxsplit=1)[1]
    text = re.sub(r"^> .*$", " ", text, flags=re.MULTILINE)
    text = re.sub(r"\{#[^}]*\}|\[\^\w+\]:?", " ", text)
    return words(text.replace("<sup>", "").replace("</sup>", ""))


def find(words_: list[str], piece: list[str], start: int) -> int:
    """Where *piece* begins at or after *start*; -1 when it does not stand there."""
    return next((i for i in range(start, len(words_) - len(piece) + 1) if words_[i : i + len(piece)] == piece), -1)


def repaired(source: list[str], repairs: list[dict[str, str]]) -> list[str]:
    """The source's words with each erratum applied, in the order of the text."""
    done: list[str] = []
    for repair in repairs:
        context, wrong = words(repair.get("after", "")), words(repair["source"])
        at = find(source, context + wrong, 0)
        assert at >= 0, f"erratum not found, or not in the order of the text: {repair}"
        done += source[: at + len(context)] + words(repair["edition"])
        source = source[at + len(context) + len(wrong) :]
    return done + source


def without(words_: list[str], moves: list[dict[str, str]]) -> list[str]:
    """The words without the passages that the edition moved (a footnote brought back to its place)."""
    for move in moves:
        piece = words(move["passage"])
        at = find(words_, piece, 0)
        assert at >= 0, f"moved passage not found: {move['passage'][:60]}…"
        words_ = words_[:at] + words_[at + len(piece) :]
    return words_


@pytest.mark.parametrize("file", sorted(ERRATA))
def test_an_edition_has_the_words_of_its_source_in_order(file: str) -> None:
    """Nothing is summarised away, added or reordered."""
    entry = ERRATA[file]
    glyphs = {glyph.lower() for glyph in entry.get("glyphs", {})}
    source = [word for word in words((SEEDS / file).read_text("utf-8")) if word not in glyphs]
    edition = [word for document in entry["documents"] for word in edition_words(document)]
    moves = entry.get("moves") or []
    expected, seen = without(repaired(source, entry.get("repairs") or []), moves), without(edition, moves)
    for at, (want, have) in enumerate(zip_longest(expected, seen)):
        assert want == have, f"word {at}: source « {' '.join(expected[at - 8 : at + 8])} », edition « {' '.join(seen[at - 8 : at + 8])} »"


@pytest.mark.parametrize("file", sorted(ERRATA))
def test_an_erratum_is_small_and_says_why(file: str) -> None:
    """A repair touches five words at most, and a reader can judge its reason."""
    for repair in ERRATA[file].get("repairs") or []:
        assert len(words(repair["source"])) <= MAX_WORDS, repair
        assert len(words(repair["edition"])) <= MAX_WORDS, repair
        assert repair["reason"].strip(), repair
    assert all(reason.strip() for reason in (ERRATA[file].get("glyphs") or {}).values())
    assert all(move["reason"].strip() for move in ERRATA[file].get("moves") or [])
