"""An operator who verified the ADIL's number in a département adds it by one setting; it shows there, and nowhere else."""

from datetime import date

import pytest

from assistant.bootstrap import Assistant, build_assistant
from assistant.engine import Engine
from assistant.local_adil import with_local_adils
from assistant.orienting import named_cards, partner_cards
from assistant.settings import AssistantSettings
from knowledge.loading import Knowledge
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from knowledge.reading import KnowledgeError

TODAY = date(2026, 11, 25)
LOCAL, SOS = "03 00 00 00 00", "0 805 160 075"
SETTING = f"62={LOCAL} le 2026-11-20"


def adil(knowledge: Knowledge, **place):
    """The ADIL's card after a commandement, somewhere."""
    cards = partner_cards(Stage.COMMANDEMENT_DE_PAYER, Situation(**place), knowledge, "fr")
    return next(card for card in cards if card.partner == "adil")


@pytest.fixture
def told(knowledge: Knowledge) -> Knowledge:
    """What is known with the operator's number for the Pas-de-Calais."""
    return with_local_adils(knowledge, SETTING, TODAY)


@pytest.mark.parametrize(
    ("place", "phone"),
    [
        ({"department": "62"}, LOCAL),
        ({"department": "62", "arrondissement": "Lens", "commune": "Lens"}, LOCAL),
        ({"department": "86", "arrondissement": "Poitiers"}, SOS),
        ({"department": "59"}, SOS),
        ({}, SOS),
    ],
)
def test_the_number_shows_in_its_departement_only(told, place, phone):
    """Elsewhere, and where no place was told, the national number stands."""
    assert adil(told, **place).phone == phone


def test_the_card_says_who_added_it_and_when(told):
    """The source is the operator, with the day of the verification."""
    card = adil(told, department="62")
    assert card.source == "ajouté par l'exploitant le 20/11/2026"
    assert card.as_of == "2026-11-20"
    assert card.name == "ADIL, numéro local (département 62)"


def test_without_the_setting_only_the_national_number_is_given(knowledge: Knowledge):
    """Nothing is invented for the Pas-de-Calais."""
    assert adil(with_local_adils(knowledge, AssistantSettings(adil_numbers="").adil_numbers, TODAY), department="62").phone == SOS


@pytest.mark.parametrize(
    "written", ["62=0300000000 le 2026-11-20", "62 = 03.00.00.00.00  le 2026-11-20 ;", "86=0549000000 le 2026-11-20; 62=03 00 00 00 00 le 2026-11-20"]
)
def test_the_setting_may_be_written_in_several_ways(knowledge: Knowledge, written):
    """Spaces, dots, several départements."""
    assert adil(with_local_adils(knowledge, written, TODAY), department="62").phone == LOCAL


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("62=03 00 00 00 le 2026-11-20", "dix chiffres"),
        ("62=33 3 00 00 00 00 le 2026-11-20", "dix chiffres"),
        ("62=03 00 00 00 00", "dix chiffres"),
        ("Pas-de-Calais=03 00 00 00 00 le 2026-11-20", "dix chiffres"),
        ("99=03 00 00 00 00 le 2026-11-20", "ce département n'existe pas"),
        ("62=03 00 00 00 00 le 2026-13-20", "ce jour n'existe pas"),
        ("62=03 00 00 00 00 le 2026-11-26", "pas encore venu"),
        ("62=0 800 359 359 le 2026-11-20", "celui d'un autre service"),
        ("62=03 00 00 00 00 le 2026-11-20;62=03 00 00 00 01 le 2026-11-20", "deux fois"),
    ],
)
def test_a_wrong_setting_stops_the_start_and_says_how_to_write_it(knowledge: Knowledge, written, said):
    """The Nord's number is refused too."""
    with pytest.raises(KnowledgeError) as error:
        with_local_adils(knowledge, written, TODAY)
    assert said in str(error.value)
    assert "ADIL_NUMBERS='62=" in str(error.value)


def test_the_setting_is_read_from_the_environment(monkeypatch):
    """`ADIL_NUMBERS`, as the operator writes it."""
    monkeypatch.setenv("ADIL_NUMBERS", SETTING)
    assert AssistantSettings().adil_numbers == SETTING


def test_the_start_refuses_a_wrong_setting(monkeypatch):
    """`build_assistant` is where the setting enters."""
    monkeypatch.setattr("assistant.bootstrap.assistant_settings", lambda: AssistantSettings(adil_numbers="62=12"))
    with pytest.raises(KnowledgeError, match="ADIL_NUMBERS"):
        build_assistant()


def test_a_sentence_that_names_sos_loyers_impayes_gives_its_number(assistant: Assistant, told):
    """A local number on the card never stands behind the national service's name."""
    engine = assistant.engine
    answer = Assistant(Engine(told, engine.search, engine.windows)).answer("quel est le cours de la bourse", TODAY, department="62")
    assert f"SOS Loyers impayés, {SOS}" in answer.answer
    assert [card.phone for card in answer.partners if card.partner == "adil"] == [LOCAL]


def test_every_partner_can_be_named_with_the_number_added(told):
    """The directory shows it too."""
    cards = {card.partner: card for card in named_cards(told.partners, Situation(department="62"), told, "fr")}
    assert cards["adil"].phone == LOCAL
    assert set(cards) == set(told.partners)


@pytest.mark.parametrize(("question", "said"), [("c'est quoi le numéro vert de l'adil du 62 ?", LOCAL), ("c'est quoi le numéro vert de l'adil ?", SOS)])
def test_the_green_number_that_is_asked_for_is_the_one_verified(assistant: Assistant, told, question, said):
    """Where an operator has one for that département; the national one elsewhere."""
    engine = assistant.engine
    answer = Assistant(Engine(told, engine.search, engine.windows)).answer(question, TODAY)
    assert said in answer.answer
    assert (LOCAL in answer.answer) is (said == LOCAL)
