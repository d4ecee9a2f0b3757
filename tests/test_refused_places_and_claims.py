"""What is local elsewhere, what contradicts the texts, and what a question rests on: read from words and data alone."""

from pathlib import Path

import pytest
import yaml

from assistant.elsewhere import is_local, place_elsewhere
from assistant.intent import lacks_what_is_asked, rests_on_a_claim
from assistant.likeness import OFF, OURS, clear_danger, clear_kind, is_surely_ours, is_unlike_ours, likeness
from assistant.premises import contradicted, facts, numbers_in
from assistant.signs import is_off_subject
from assistant.steps.protect import heard
from knowledge.loading import Knowledge
from retrieval.spelling import read

FOLDER = Path(__file__).parent / "cases" / "refus"
OURS_62_86 = frozenset({"62", "86"})


def phrases(name: str, key: str) -> list[str]:
    return [str(text) for text in yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))[key]]


def is_elsewhere(text: str, knowledge: Knowledge) -> bool:
    message = read(text)
    return is_local(message.text) and place_elsewhere(message, knowledge.gazetteer, OURS_62_86) is not None


def test_what_is_local_elsewhere_is_recognised(knowledge: Knowledge):
    """A commission, a contact or a text of another département, by its name, its number or a town."""
    assert [text for text in phrases("autre-departement", "declined") if not is_elsewhere(text, knowledge)] == []


def test_the_law_asked_from_elsewhere_and_our_own_places_are_not_refused(knowledge: Knowledge):
    assert [text for text in phrases("autre-departement", "answered") if is_elsewhere(text, knowledge)] == []


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: fact.id)
def test_every_correction_is_proved(fact, knowledge: Knowledge):
    """By a quote that stands in its section, or by a rule of the dossier."""
    assert fact.cited or fact.law in knowledge.law
    assert all(knowledge.cited(cited) or knowledge.opening(cited) for cited in fact.cited)


@pytest.mark.parametrize(
    ("id_", "prefix"),
    [("articles-ri-86", "art-"), ("annexes-ri-86", "annexe-"), ("titres-ri-86", "titre-"), ("articles-arrete-86", "art-")],
)
def test_the_counts_are_those_of_the_documents(id_, prefix, knowledge: Knowledge):
    """Articles, titles and annexes, counted in the edition itself."""
    fact = next(fact for fact in facts() if fact.id == id_)
    document = "arrete-86" if "arrete" in id_ else "ri-86"
    anchors = {section.anchor for section in knowledge.documents[document].sections}
    assert fact.count == sum(anchor.removeprefix(prefix).isdigit() for anchor in anchors if anchor.startswith(prefix))


def test_nothing_true_is_contradicted():
    assert [(text, found.id) for text in phrases("fausse-premisse", "confirmed") if (found := contradicted(read(text).text, None))] == []


def test_most_false_claims_are_contradicted_by_data():
    """The others rest on a claim, or are left to the weakness of what is found."""
    doubted = phrases("fausse-premisse", "doubted")
    assert sum(contradicted(read(text).text, None) is not None for text in doubted) >= 0.7 * len(doubted)


def test_the_known_departement_completes_a_claim():
    """« L'article 20 du règlement » is wrong where the request says the Vienne."""
    text = read("Que dit l'article 20 du règlement intérieur ?").text
    assert contradicted(text, None) is None
    found = contradicted(text, "86")
    assert found is not None
    assert found.id == "articles-ri-86"


@pytest.mark.parametrize(("text", "numbers"), [("quinze jours et 4 000 euros", {15, 4000}), ("deuxieme article", {2}), ("un delai", set())])
def test_numbers_are_read_in_digits_and_in_letters(text, numbers):
    assert numbers_in(text) == numbers


def test_a_question_that_takes_a_number_for_granted_is_only_confirmed_by_it():
    """« C'est bien… » with another number than the answer's."""
    text = read("Le délai dure bien trois mois ?").text
    assert rests_on_a_claim(text, "Vous avez 6 semaines.")
    assert not rests_on_a_claim(text, "Vous avez 3 mois.")


def test_a_statistic_or_a_meeting_to_come_is_never_wholly_answered():
    assert lacks_what_is_asked(read("Combien d'expulsions en 2023 dans le Pas-de-Calais ?").text, "Il y en a eu 12.")
    assert lacks_what_is_asked(read("Quand a lieu la prochaine sous-commission ?").text, "Une fois par trimestre.")


def test_another_subject_is_told_by_its_words_and_ours_is_not():
    """Nine in ten by words; none of what is ours."""
    declined, answered = phrases("hors-sujet", "declined"), phrases("hors-sujet", "answered")
    assert sum(is_off_subject(read(text).text) for text in declined) >= 0.8 * len(declined)
    assert [text for text in answered if is_off_subject(read(text).text)] == []


def test_a_repair_hides_no_sign():
    """The message is looked at as written and as repaired."""
    assert heard("Il a jeté mes meubles").startswith("il a jete mes meubles")


def test_without_a_vector_everything_is_left_to_the_words():
    """An embedder of another size, or none, gives no opinion."""
    shares = likeness(None)
    assert clear_kind(shares, 0.0) is None
    assert clear_danger(shares, ("suicide",)) is None
    assert not is_unlike_ours(shares, 0.0, near_subject=False)
    assert not is_surely_ours(None)


def test_a_known_question_is_never_set_aside_by_likeness():
    """However much it resembles another subject."""
    shares = {OURS: 0.1, OFF: 0.9, "triche": 0.0}
    assert is_unlike_ours(shares, 0.5, near_subject=True)
    assert not is_unlike_ours(shares, 0.97, near_subject=False)
    assert clear_kind({OURS: 0.1, "triche": 0.9}, 0.97) is None
    assert clear_kind({OURS: 0.1, "triche": 0.9}, 0.6) == "triche"
