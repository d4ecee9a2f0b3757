"""Oui or non is read on what the answering text says; other questions get neither."""

from datetime import date

import pytest

from assistant.composing.yes_no import answers_yes, with_yes_no, yes_no_question
from assistant.excerpt import excerpt
from assistant.polarity import WEIGHED, Sense, is_turned
from assistant.turn import Turn
from retrieval.query import QueryWords
from retrieval.stems import stems

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "question",
    [
        "est-ce que je peux rester chez moi ?",
        "le proprio a le droit de venir sans prévenir ?",
        "je peux demander un délai",
        "faut il un avocat pour l'audience ?",
        "c'est obligatoire le diagnostic ?",
        "can my landlord evict me in winter?",
        "la banque refuse mon prêt, je peux saisir le FSL ?",
        "la commission s'occupe de mon cas ou pas",
    ],
)
def test_a_question_that_wants_yes_or_no_is_told(question):
    assert yes_no_question(question)


@pytest.mark.parametrize(
    "question",
    [
        "qui préside la commission ?",
        "je peux faire quoi ?",
        "combien de temps j'ai pour payer ?",
        "quel est le délai pour faire appel ?",
        "adresse de la sous-commission de Lens ?",
        "what will the letter tell me?",
        "je dois payer combien",
        "et dans la vienne ?",
        "le secretariat de la ccapex vienne, il est ou ?",
        "mon proprio est mort, je paie qui ?",
        "et après l'audience, chez moi ?",
        "le préfet attend ou il peut envoyer la police ?",
    ],
)
def test_a_question_that_wants_something_else_is_not(question):
    assert yes_no_question(question) is None


@pytest.mark.parametrize(
    ("question", "evidence", "yes"),
    [
        ("le maire peut venir a la commission ?", "Le maire est invité à la séance de la sous-commission.", True),
        ("le vote se fait a bulletin secret ?", "Le vote s'effectue à main levée.", False),
        ("il faut un quorum pour voter ?", "La sous-commission délibère sans condition de quorum.", False),
        ("la commission aide les proprietaires ?", "La commission n'a pas vocation à traiter des situations des propriétaires.", False),
        ("ils peuvent m'expulser si je suis le plan ?", "La procédure d'expulsion est suspendue en cas de respect du plan.", False),
        ("la treve arrete l'expulsion ?", "Pendant la trêve hivernale, l'exécution est suspendue.", True),
        ("le bailleur est oblige de refaire un bail ?", "Les bailleurs s'engagent à envisager un nouveau bail.", False),
        ("mon dossier passe automatiquement ?", "Examen uniquement si le bailleur social le demande.", False),
        ("la sous-commission en est-elle avertie ?", "Si l'avis n'est pas suivi, le secrétariat en informe la sous-commission.", True),
    ],
)
def test_yes_or_no_follows_the_text(question, evidence, yes):
    assert answers_yes(question, evidence) is yes


@pytest.mark.parametrize(
    ("question", "way", "turned"),
    [
        ("ils peuvent nous sortir avant la naissance ?", "Le ménage en voie d'expulsion peut-il saisir le juge de l'exécution ?", True),
        ("est-ce que je risque de me retrouver dehors en janvier ?", "suis-je protégé en janvier ?", True),
        ("they can put us out this week?", "Can a tenant ask the judge for more time?", True),
        ("j'arrete de payer le loyer ?", "le locataire doit-il continuer de payer ?", True),
        ("can i stop paying the rent?", "puis-je arrêter de payer mon loyer ?", False),
        ("tous les bailleurs doivent-ils signer ?", "le bailleur doit-il signer ?", True),
        ("je peux demander du temps au juge ?", "Le locataire peut-il demander un délai au juge ?", False),
        ("ils vont me mettre dehors ?", "le propriétaire peut me mettre à la porte ?", False),
    ],
)
def test_a_hopeful_question_does_not_speak_for_a_fearful_one(question, way, turned):
    assert is_turned(question, way, WEIGHED) is turned


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Aucun quorum n'est exigé.", "Aucun quorum n'est exigé."),
        ("Un quorum de cinq membres est exigé.", "Oui. Un quorum de cinq membres est exigé."),
    ],
)
def test_no_mark_says_oui_before_a_sentence_that_denies_it(said, answer):
    turn = Turn("un quorum est-il exigé ?", TODAY)
    assert with_yes_no(said, turn, sense=Sense(is_yes=True, is_marked=True)) == answer


def test_an_excerpt_keeps_whole_sentences_about_the_question():
    quote = "La séance est annuelle. " * 12 + "Le maire donne un avis au préfet. " + "Le secrétariat classe les pièces. " * 8
    said = excerpt(quote, "quel avis donne le maire ?", 120)
    assert "Le maire donne un avis au préfet." in said
    assert len(said) <= 120
    assert said in quote


def test_a_long_sentence_is_cut_between_words_and_says_so():
    said = excerpt("mot " * 200, "mot", 50)
    assert len(said) <= 50
    assert said.endswith("mot …")


def test_an_english_question_is_searched_with_french_words():
    words = QueryWords(["Le commandement de quitter les lieux"], ())
    assert set(stems("commandement de quitter les lieux")) <= set(words.stems("what is the deadline of a notice to quit?"))
