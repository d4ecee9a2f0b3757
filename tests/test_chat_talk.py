"""The chat without a browser: what it knows, what it says, what it keeps in a tab, and the questionnaire's steps."""

import dataclasses
from datetime import date

import pytest

from assistant.answer import Answer, Outcome
from portal.chat.guide import SKIP, goes_on, summed_up
from portal.chat.marks import mark_for, remember
from portal.chat.neighbours import neighbours
from portal.chat.showing import shown
from portal.chat.talk import Talk, resumed
from portal.chat.words import courtesy, words
from portal.feedback.records import is_unanswered, mark_of
from portal.pages.catalogue import Catalogue
from portal.situation.answering import Answered, answered
from portal.situation.state import State

DAY = date(2026, 11, 25)
COMMANDEMENT = "j'ai reçu un commandement de payer le 3 novembre à Béthune, je fais quoi ?"


@pytest.fixture(scope="module")
def told(assistant):
    """The answer to a told situation."""
    return assistant.answer(COMMANDEMENT, DAY)


def test_an_answer_has_marks_dates_with_rules_and_numbers_to_tap(told, knowledge):
    """Everything that the page has, as Markdown."""
    text = shown(told, Catalogue(knowledge))
    assert f"[[1]]({told.citations[0].url})" in text.split("\n\n")[0]
    assert "[la règle](/droit/commandement-de-payer-delai)" in text
    assert "(tel:0805160075)" in text
    dates = [line for line in text.splitlines() if line.startswith("- **") and "la règle" in line]
    assert len(dates) == len([card for card in told.deadlines if card.date])


def test_a_passage_that_the_law_overtook_says_so(knowledge, told):
    """« le droit a changé » stands beside the quote, with the rule."""
    catalogue = Catalogue(knowledge)
    passage = next(passage for passage in knowledge.passages if catalogue.changed(passage))
    cited = dataclasses.replace(told.citations[0], url=f"/textes/{passage}")
    text = shown(dataclasses.replace(told, citations=(cited,)), catalogue)
    assert "le droit a changé depuis : [" in text


def test_an_emergency_shows_the_numbers_first(assistant, knowledge):
    """Before any other word."""
    text = shown(assistant.answer("je veux mourir", DAY), Catalogue(knowledge))
    assert text.index("tel:3114") < 200


def test_an_english_answer_has_english_headings(assistant, knowledge):
    """The quotes stay French."""
    text = shown(assistant.answer("I received a commandement de payer on 3 November, what should I do?", DAY), Catalogue(knowledge))
    assert "Whom to call" in text
    assert "Qui appeler" not in text


def test_what_was_understood_stays_known(told):
    """The act, its date, the place; a second act leaves the first one's date behind."""
    talk = Talk().heard(told)
    assert talk.known["act"] == "commandement-de-payer"
    assert talk.facts()["act_date"] == date(2026, 11, 3)
    assert talk.known["commune"] == "Béthune"
    summoned = talk.heard(Answer(Outcome.ANSWERED, "", stage="assignation"))
    assert summoned.known["act"] == "assignation"
    assert "act_date" not in summoned.known
    assert summoned.known["commune"] == "Béthune"


def test_the_card_is_reached_with_what_is_known(told, client):
    """Its address tells the facts, and shows the card or the next question."""
    address = Talk().heard(told).card()
    assert "act=commandement-de-payer" in address
    assert client.get(address).status_code == 200
    assert Talk().card() is None


@pytest.mark.parametrize(
    "kept",
    [None, "x", [], {}, {"known": "x"}, {"known": {"act_date": "hier"}}, {"known": {"debt_eur": "-3"}}, {"known": {"role": "roi"}}, {"known": {}}],
)
def test_what_a_tab_hands_over_is_checked(kept):
    """Anything can be posted to a window."""
    assert resumed(kept) is None


def test_a_tab_hands_over_facts_and_a_bounded_question():
    """Known facts pass, unknown names do not."""
    talk = resumed({"known": {"act": "assignation", "commune": "Lens", "admin": "1"}, "question": "x" * 9000})
    assert talk.known == {"act": "assignation", "commune": "Lens"}
    assert len(talk.question) == 2000


@pytest.mark.parametrize("message", ["Bonjour", "bonjour !", "Merci beaucoup.", "ok merci", "Au revoir", "hello"])
def test_a_courtesy_is_answered_as_one(message):
    """No « hors de mon sujet » to a greeting."""
    assert courtesy(message)


@pytest.mark.parametrize("message", ["bonjour, j'ai reçu une assignation", "merci de me dire si on peut m'expulser", "salut jai pas payé"])
def test_a_question_that_greets_is_a_question(message):
    """It goes to the assistant."""
    assert courtesy(message) is None


def test_the_questionnaire_asks_then_sums_up(assistant):
    """The paper with who brings it, the date in words, then the summary and the card's address."""
    state, first = goes_on(Answered(State()), None, assistant, DAY)
    assert first.asking == "act"
    assert "Qui l'apporte : un commissaire de justice" in first.text
    assert {"inconnu", SKIP} <= {value for value, _ in first.choices}
    step = answered(state, "act", "commandement-de-payer", "", assistant, DAY)
    state, second = goes_on(step, "act", assistant, DAY)
    assert second.asking == "act_date"
    state, third = goes_on(answered(state, "act_date", "", "le 3 novembre", assistant, DAY), "act_date", assistant, DAY)
    assert third.asking != "act_date"
    _, said = summed_up(state, assistant, DAY)
    assert said.asking is None
    assert "Vous êtes ici" in said.text
    assert "/ou-en-suis-je?act=commandement-de-payer&act_date=2026-11-03" in said.text


def test_an_answer_that_is_not_understood_is_asked_again(assistant):
    """With what is wrong, and the same choices."""
    state = State(known={"act": "commandement-de-payer"}).having_asked("act")
    _, said = goes_on(answered(state, "act_date", "", "31/02/2026", assistant, DAY), "act_date", assistant, DAY)
    assert said.asking == "act_date"
    assert "date" in said.text.split("\n\n")[0]


def test_a_mark_holds_no_word_of_the_question(told):
    """Category and ids alone."""
    mark = remember("step-1", told)
    assert mark_for("step-1") is mark
    assert mark_for("another") is None
    assert mark.stage == "commandement-de-payer"
    assert mark.passages[0].startswith("charte-62#")
    assert "novembre" not in str(dataclasses.asdict(mark))
    assert mark_of(told).answer != mark_of(told).answer


def test_only_a_declined_question_counts_as_unanswered(assistant, told):
    """A partial answer is one."""
    assert is_unanswered(assistant.answer("quelle est la recette des crêpes ?", DAY))
    assert not is_unanswered(told)


def test_the_first_screen_keeps_its_promises():
    """What it does, what it does not, free, anonymous; four starters."""
    assert len(words()["starters"]) == 4
    assert "je ne remplace pas un juriste" in words()["welcome"]
    assert "gratuit et anonyme" in words()["welcome"]


def test_questions_near_an_answer_are_offered(told, knowledge):
    """Those of its stage for that side; those beside its fiche."""
    tenant = [fiche.stages for fiche in neighbours(told, None, knowledge.fiches)]
    landlord = neighbours(told, "bailleur", knowledge.fiches)
    assert len(tenant) == 2
    assert all("commandement-de-payer" in stages for stages in tenant)
    assert all("bailleur" in fiche.roles for fiche in landlord)
    fiche = next(one for one in knowledge.fiches.values() if len(one.related) >= 2)
    assert [one.id for one in neighbours(Answer(Outcome.ANSWERED, "", fiche=fiche.id), None, knowledge.fiches)] == list(fiche.related[:2])
