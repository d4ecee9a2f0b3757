"""The house keeps its sizes, and its data its promises."""

from pathlib import Path

import pytest

from knowledge.__main__ import find_faults
from knowledge.dated import Facts, Selected, Several
from knowledge.loading import Knowledge, squeeze
from knowledge.procedure.stage import Stage

PACKAGES = ("knowledge", "retrieval", "assistant", "portal", "eval")
FILES = [path for package in PACKAGES for path in Path(package).rglob("*.py")]
LONGEST = 320


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_file_stays_short(path):
    """Around sixty lines, and none that nobody would read whole."""
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_there_are_thirteen_stages_with_their_sheets(knowledge: Knowledge):
    """Every stage of the contract has its sheet."""
    assert set(knowledge.sheets) == set(Stage)


def test_every_parameter_of_the_dossier_is_there(knowledge: Knowledge):
    """Ninety-one rules, each with a version or a reason."""
    assert len([p for p in knowledge.law.values() if not p.id.startswith(("ri-", "charte-", "ccapex-62"))]) >= 91


def test_every_gap_quotes_its_document(knowledge: Knowledge):
    """Where a text and the law differ, the text's own words stand in it."""
    texts = {key: squeeze(" ".join(p.quote for p in knowledge.passages.values() if p.document.endswith(key))) for key in ("62", "86")}
    for parameter in knowledge.law.values():
        for gap in parameter.gaps:
            assert squeeze(gap.quote) in texts[gap.document[-2:]], (parameter.id, gap.quote)


def test_a_low_confidence_value_is_never_shown_as_a_figure(knowledge: Knowledge):
    """Its plain sentence sends to the ADIL, without a digit of the value."""
    for parameter in knowledge.law.values():
        for version in parameter.versions:
            if not version.shown:
                assert "ADIL" in version.plain, parameter.id


def test_the_impaye_changes_on_the_first_of_january(knowledge: Knowledge):
    """Until 31 December 2026 twice the rent, from 1 January 2027 450 € or three months."""
    from datetime import date  # noqa: PLC0415

    rule = knowledge.law["impaye-definition-aide-logement"]
    eve, morrow = rule.on(Facts(date(2026, 12, 31))), rule.on(Facts(date(2027, 1, 1)))
    assert isinstance(eve, Selected)
    assert isinstance(morrow, Selected)
    assert eve.version.value is not None
    assert eve.version.value.number == 2
    assert morrow.version.value is not None
    assert [q.number for q in morrow.version.value.list] == [450, 3]
    assert not isinstance(eve, Several)


def test_the_adil_stands_in_every_list(knowledge: Knowledge):
    """At every stage, for every role."""
    assert all("adil" in {pointer.partner for pointer in one.partners} for one in knowledge.orientation)


def test_no_number_of_the_nord_is_given(knowledge: Knowledge):
    """The Nord's green number never reaches a card or a sentence."""
    for path in [*Path("assistant").rglob("*.yaml"), *Path("knowledge/data/partners").glob("*.yaml"), *Path("portal").rglob("*.html")]:
        assert "800 359 359" not in path.read_text("utf-8")
    assert knowledge.partners["adil"].contact.phone == "0 805 160 075"


def test_every_citation_stands_in_its_section(knowledge: Knowledge):
    """`python -m knowledge check` finds nothing."""
    assert list(find_faults(knowledge)) == []
