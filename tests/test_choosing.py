"""Which sentence leads: never another place's address, a list whole, a fiche's oui only for its own question."""

from datetime import date

import pytest

from assistant.bootstrap import Assistant
from assistant.choosing import candidates
from assistant.composing.yes_no import bare, fitted
from assistant.steps.search import search
from assistant.steps.understand import understand
from assistant.steps.verify import supported
from assistant.turn import Turn
from knowledge.listing import items_around

TODAY = date(2026, 11, 25)
SEATS = {"Arras": "pref-ccapex@", "Béthune": "sp-bethune", "Calais": "sp-calais", "Lens": "sp-lens"}


def read(assistant: Assistant, question: str) -> Turn:
    """The turn as it is when a sentence is chosen."""
    return search(understand(Turn(question, TODAY), assistant.engine), assistant.engine)


@pytest.mark.parametrize("town", SEATS)
def test_no_other_town_s_address_may_answer(assistant, town):
    """One sentence for each town stands in the charter; those of the others are out."""
    found = candidates(read(assistant, f"quelle adresse mail pour la sous-commission CCAPEX de {town} ?"), assistant.engine)
    alone = [one.text for one in found if one.passage and "@" in one.text]
    assert alone
    assert all(SEATS[town] in text for text in alone)


def test_without_a_town_no_single_address_answers(assistant):
    found = candidates(read(assistant, "quelle adresse mail pour la sous-commission CCAPEX ?"), assistant.engine)
    assert not [one.text for one in found if one.passage and "@" in one.text]


@pytest.mark.parametrize(
    ("said", "left"),
    [("Oui, mais un plan suffit.", "Un plan suffit."), ("Non. Le juge décide.", "Le juge décide."), ("Le juge décide.", "Le juge décide.")],
)
def test_a_oui_or_non_can_be_taken_away(said, left):
    assert bare(said) == left


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("la trêve hivernale arrête-t-elle toute la procédure ?", True),
        ("pendant la trêve le tribunal peut quand même me juger ?", False),
        ("quand commence la trêve hivernale ?", False),
    ],
)
def test_a_fiche_lends_its_non_to_its_own_question_only(assistant, question, kept):
    fiche = assistant.engine.knowledge.fiches["treve-procedure-continue"]
    said = fitted(fiche, fiche.short, read(assistant, question), is_known=True, sure=True)
    assert said.startswith("Non") is kept


def test_an_item_knows_its_whole_list(knowledge):
    """« Trois enjeux majeurs » of the charter (II.1)."""
    around = items_around(knowledge.passages["charte-62#ii-1.2"], knowledge)
    assert [passage.anchor for passage in around] == ["ii-1.1", "ii-1.2", "ii-1.3"]


def test_a_date_to_come_stands_in_the_answer_to_a_precise_question(assistant):
    answer = assistant.answer("commandement de payer reçu le 3 novembre 2026, bail de 2024, le FSL peut payer ma dette ?", TODAY, department="62")
    assert "mardi 15 décembre 2026" in answer.answer


@pytest.mark.parametrize(("day", "stage"), [("2027-04-10", "concours-force-publique-accorde"), ("2026-11-20", "expulse")])
def test_an_eviction_whose_day_is_still_to_come_has_not_happened(assistant, day, stage):
    """A form or a request may name the act with a day to come: the police is granted, nobody is out yet."""
    report = assistant.situation("que faire ?", TODAY, known={"act": "expulse", "act_date": date.fromisoformat(day)})
    assert report.stage == stage


def test_an_item_that_alone_is_asked_for_is_not_drowned_in_its_list(assistant):
    answer = assistant.answer("Mon bail a été résilié par le juge. À quelles conditions mon propriétaire privé envisage-t-il d'en refaire signer un ?", TODAY)
    assert not answer.answer.startswith("1.")


def test_what_only_its_words_have_found_has_its_true_cosine(assistant):
    found = assistant.engine.search.search("voix prépondérante du président de la sous-commission en cas d'égalité", limit=40)
    assert all(one.cosine for one in found)


def test_a_passed_date_is_not_told_beside_another_question(assistant):
    answer = assistant.answer("I have a hearing next month because of unpaid rent and I can't afford a lawyer. Do I have to have one?", TODAY)
    assert "Last day" not in answer.answer


def test_a_day_that_no_calendar_has_is_said_whatever_is_asked(assistant):
    answer = assistant.answer("commandement de payer recu le 31 avril, jusqu'a quand pour payer ?", TODAY)
    assert "« 31 avril » n'existe pas" in answer.answer


def test_a_way_of_asking_met_to_the_letter_leads(assistant):
    """Its fiche comes first, whatever the other signs of the other sentences."""
    found = candidates(read(assistant, "combien d'années pour réclamer un loyer"), assistant.engine)
    assert found[0].is_asked_so
    assert found[0].fiche is not None
    assert found[0].fiche.id == "prescription-loyers"


def test_an_article_s_number_is_not_cut_from_its_article():
    """A sentence whose figures stand in no source goes whole; « art. 754 » ends none."""
    assert supported("CPC, art. 754 : 15 jours avant. Le reste tient.", {"754", "15"}) == "CPC, art. 754 : 15 jours avant. Le reste tient."
    assert supported("CPC, art. 751 : 15 jours avant. Le reste tient.", {"754", "15"}) == "Le reste tient."
