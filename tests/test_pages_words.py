"""The small readers and writers of the pages: what is typed, what is marked, what is explained, what never breaks a line."""

from datetime import date

import pytest
from markupsafe import Markup

from assistant.wording import written_amount
from knowledge.glossary import Term
from portal.pages.entry import read_amount, read_day
from portal.pages.inline import inline_html
from portal.pages.matching import marked, matching, query_stems
from portal.pages.rendering import short_day
from portal.pages.terms import Terms
from portal.pages.typography import spaced

FIRST, LAST = date(1989, 7, 8), date(2035, 12, 31)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2026-11-03", date(2026, 11, 3)),
        (" 3/11/2026 ", date(2026, 11, 3)),
        ("03.11.2026", date(2026, 11, 3)),
        ("1989-07-08", FIRST),
        ("1989-07-07", None),
        ("2036-01-01", None),
        ("31/02/2026", None),
        ("11/03/26", None),
        ("demain", None),
    ],
)
def test_a_day_is_read_or_refused(typed, value):
    """Both ways of writing, within the bounds, and never a guess."""
    entry = read_day(typed, FIRST, LAST)
    assert entry.value == value
    assert (entry.fault is None) == (value is not None)
    assert entry.typed


def test_an_empty_day_is_neither_read_nor_wrong():
    """Nothing typed is nothing told."""
    entry = read_day("  ", FIRST, LAST)
    assert (entry.value, entry.fault, entry.typed) == (None, None, "")


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1250", 1250), ("1 250,50 €", 1250.5), ("1250.5 euros", 1250.5), ("0", 0), ("-1", None), ("1e9", None), ("2000000", None), ("mille", None)],
)
def test_an_amount_is_read_or_refused(typed, value):
    """With spaces, a comma, its sign; not negative, not huge, not in letters."""
    entry = read_amount(typed, 1_000_000)
    assert entry.value == value
    assert (entry.fault is None) == (value is not None)


@pytest.mark.parametrize(("amount", "written"), [((900, "fr"), "900\u00a0€"), ((1250.5, "fr"), "1\u00a0250,50\u00a0€"), ((1250.5, "en"), "€1\u00a0250.50")])
def test_an_amount_is_written_as_in_its_language(amount, written):
    """A space that does not break, a comma, two digits where there are cents."""
    assert written_amount(*amount) == written


def test_the_first_of_a_month_is_written_as_in_french():
    """« 1er janvier », and no weekday."""
    assert short_day(date(2027, 1, 1)) == "1er janvier 2027"


def test_a_line_never_breaks_before_a_high_sign():
    """Our own sentences are bound; quotes, texts and what was typed are left alone."""
    assert spaced("<p>Oui : « non » ?</p>") == "<p>Oui\u00a0: «\u00a0non\u00a0»\u00a0?</p>"
    assert spaced('<a title="a : b">a : b</a>') == '<a title="a : b">a\u00a0: b</a>'
    assert spaced("<blockquote>a : b</blockquote> c : d") == "<blockquote>a : b</blockquote> c\u00a0: d"
    assert spaced("<textarea>qui ?</textarea>") == "<textarea>qui ?</textarea>"


def test_marks_leave_tags_alone_and_follow_the_stem():
    """« bailleur » marks « bailleurs »; a tag's attribute is not a word."""
    stems = query_stems("bailleur")
    assert marked("les bailleurs <b>", stems) == Markup("les <mark>bailleurs</mark> &lt;b&gt;")
    assert marked(Markup('<a id="bailleur">x</a>'), stems) == Markup('<a id="bailleur">x</a>')


def test_matching_puts_the_fullest_first():
    """Most of the words, or nothing."""
    assert matching("commandement de payer", ["payer le loyer", "un commandement de payer", "la trêve"], str) == ["un commandement de payer", "payer le loyer"]


def test_a_term_is_linked_once_and_outside_links():
    """The first use in a page, in the plural too, never inside a link or a heading."""
    ccapex = Term(id="ccapex", term="CCAPEX", meaning="La commission.", meaning_en="The commission.")
    page = Terms((ccapex,), ()).page()
    assert page.mark(Markup("<h2>CCAPEX</h2>")) == Markup("<h2>CCAPEX</h2>")
    assert page.mark("La CCAPEX et la CCAPEX") == Markup('La <a class="term" id="vu-ccapex" href="#mot-ccapex">CCAPEX</a> et la CCAPEX')
    assert page.mark("Encore la CCAPEX") == "Encore la CCAPEX"
    assert list(page.used) == ["ccapex"]


def test_an_everyday_word_is_not_linked():
    """A word on the list of the known ones keeps its definition in the glossary alone."""
    bail = Term(id="bail", term="Bail", meaning="Le contrat.", meaning_en="The lease.")
    assert Terms((bail,), {"bail"}).page().mark("Le bail") == "Le bail"


def test_an_edition_is_escaped_but_for_its_own_marks():
    """Bold and note calls are shown; anything else stays text."""
    assert inline_html("**a** <script>[^3]") == Markup('<strong>a</strong> &lt;script&gt;<sup class="call"><a href="#note-3">3</a></sup>')
