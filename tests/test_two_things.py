"""Two things asked in one question, lists, and the oui or non that is marked on ways of asking."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Outcome
from assistant.composing.yes_no import marked_sense
from assistant.intent import asks_what_now, two_parts
from assistant.polarity import UNMARKED
from assistant.steps.search import search
from assistant.steps.understand import understand
from assistant.turn import Turn
from knowledge.asking import plain, senses
from knowledge.listing import items_around

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("qui fait le bilan et qui doit le valider apres ?", ("qui fait le bilan", "qui doit le valider apres")),
        ("c'est quoi un pcb et combien ca coute", ("c'est quoi un pcb", "combien ca coute")),
        ("mon bailleur est prive et il me menace", None),
        ("qui siege a la commission et a la sous-commission ?", None),
    ],
)
def test_two_things_asked_are_told_apart_from_one(text, parts):
    assert two_parts(text) == parts


def test_each_of_two_things_is_answered(assistant):
    answer = assistant.answer("Qui prépare le bilan annuel de la Ccapex et qui doit le valider ensuite ?", TODAY, department="86").answer
    assert "DDETS" in answer
    assert "valid" in answer


def test_a_list_in_a_table_s_cell_is_whole(knowledge):
    """« L'accompagnement » of the charter, six items in one cell (IV.1, action 1)."""
    around = items_around(knowledge.passages["charte-62#iv-1-action-1.2-2-6"], knowledge)
    assert [passage.anchor for passage in around] == [f"iv-1-action-1.2-2-{n}" for n in range(1, 7)]


def test_a_paragraph_that_ends_with_a_colon_announces_its_list(knowledge):
    """What the CCAPEX hands over each year (charter, III.2)."""
    around = items_around(
        next(p for p in knowledge.passages.values() if "réalise chaque année et transmet" in p.quote and p.quote.rstrip().endswith(":")), knowledge
    )
    assert len(around) > 1
    assert all(passage.kind == "item" for passage in around)


def test_a_way_of_asking_may_be_marked_oui_or_non():
    written = ["peut-on m'expulser en hiver ? [non]", "suis-je à l'abri en hiver ? [oui]", "quand commence la trêve ?"]
    assert senses(written) == {"peut-on m'expulser en hiver ?": False, "suis-je à l'abri en hiver ?": True}
    assert [plain(text) for text in written][2] == written[2]


@pytest.mark.parametrize(("question", "sense"), [("does appealing stop the eviction", False), ("l'appel suspend-il l'expulsion", False)])
def test_the_nearest_marked_way_of_asking_speaks(assistant, question, sense):
    turn = search(understand(Turn(question, TODAY), assistant.engine), assistant.engine)
    assert marked_sense(turn, assistant.engine, "appel-suspend-expulsion").is_yes is sense


def test_no_marked_way_says_nothing(assistant):
    turn = Turn("l'appel suspend-il l'expulsion", TODAY)
    assert marked_sense(replace(turn, vector=None), assistant.engine, "appel-suspend-expulsion") == UNMARKED


def test_nobody_is_told_their_request_is_forbidden_on_a_faint_likeness(assistant):
    answer = assistant.answer("je vais me retrouver a la rue dans 2 semaines comment avoir un logement d'urgence a arras", TODAY)
    assert "interdit par la loi" not in answer.answer


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("j'ai recu ce papier, que dois-je faire maintenant ?", True),
        ("commandement recu hier, je fais quoi", True),
        ("jai recu le jugement, et maintenant ?", True),
        ("et maintenant la force publique est accordee, est ce que la charte prevoit un relogement d'office ?", False),
        ("il me reste 200 euros je paie le loyer ou edf en premier", False),
        ("que fait-il vis-a-vis de l'etude d'huissier ?", False),
        ("que fait le secretariat de la commission ?", False),
        ("j'ai recu une assignation, il se passe quoi ?", True),
        ("si je ne paie pas le plan du juge, il se passe quoi ?", False),
    ],
)
def test_what_to_do_now_is_not_what_somebody_does(text, asked):
    assert asks_what_now(text) is asked


def test_what_a_text_wants_done_is_read_in_it_and_no_paper_is_asked_for(assistant):
    answer = assistant.answer("que doit faire le bailleur au stade du commandement, selon la charte ?", TODAY)
    assert answer.outcome is not Outcome.CLARIFY
    assert any(citation.document == "charte-62" for citation in answer.citations)
