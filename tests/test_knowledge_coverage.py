"""Every section of the four texts, and every rule, is what some fiche rests on; or a reason says why none is."""

from dataclasses import replace

from knowledge.__main__ import coverage
from knowledge.coverage import bare, needless, uncovered
from knowledge.loading import Knowledge

PHRASINGS = 8


def test_no_section_and_no_rule_is_left_without_a_fiche(knowledge: Knowledge):
    """Those that are stand in uncovered.yaml, each with its reason."""
    assert uncovered(knowledge) == ()


def test_an_exception_has_a_reason_and_is_still_needed(knowledge: Knowledge):
    """A reason is a sentence; an exception goes when a fiche comes."""
    assert all(len(reason.split()) > 5 for reason in knowledge.uncovered.values())
    assert needless(knowledge) == ()


def test_without_its_fiche_a_section_and_a_rule_are_told(knowledge: Knowledge, capsys):
    """What one fiche alone covers shows as soon as the fiche is gone."""
    left = {id_: fiche for id_, fiche in knowledge.fiches.items() if id_ != "vienne-consultation-centrale"}
    poorer = replace(knowledge, fiches=left)
    assert {"ri-86#art-4-ccapex-centrale", "ri-86-consultation-15-jours"} <= set(bare(poorer))
    assert coverage(poorer, []) == 1
    assert "ri-86#art-4-ccapex-centrale : aucune fiche n'y renvoie" in capsys.readouterr().out


def test_a_fiche_is_asked_in_at_least_eight_ways(knowledge: Knowledge):
    """And answers in both languages."""
    for fiche in knowledge.fiches.values():
        assert len(set(fiche.asked)) >= PHRASINGS, fiche.id
        assert fiche.short.strip(), fiche.id
        assert fiche.short_en.strip(), fiche.id


def test_a_yes_no_question_is_answered_by_yes_or_no(knowledge: Knowledge):
    """« Oui » or « Non » is the first word, in English too."""
    english = {"oui": "Yes", "non": "No"}
    for fiche in knowledge.fiches.values():
        if fiche.yes_no:
            assert fiche.short.startswith(fiche.yes_no.capitalize()), fiche.id
            assert fiche.short_en.startswith(english[fiche.yes_no]), fiche.id
