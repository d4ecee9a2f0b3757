"""« Où en suis-je ? » without JavaScript: six questions at most, then the card, nothing kept on the way."""

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from assistant.bootstrap import current_day
from knowledge.procedure.stage import Stage
from portal.situation.asking import MOST, questions
from portal.situation.card import steps
from portal.situation.figures import left
from portal.situation.words import LANGUAGES, words

PATH, DAY = "/ou-en-suis-je", date(2026, 11, 25)
STORY = "J'ai reçu un commandement de payer le 3 novembre, j'habite à Béthune."


class Form(HTMLParser):
    """The hidden fields of a page's first form, and its first heading."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.forms, self._in_title, self.title = 0, False, ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Count the forms, gather the first one's hidden fields."""
        given = dict(attrs)
        self.forms += tag == "form"
        self._in_title = tag == "h1"
        if tag == "input" and given.get("type") == "hidden" and self.forms == 1:
            self.hidden[given["name"]] = given["value"] or ""

    def handle_data(self, data):
        """The heading's words."""
        self.title += data.strip() if self._in_title else ""
        self._in_title = False


class Web:
    """The application on a known day; its pages as they read, no-break spaces and apostrophes made plain."""

    def __init__(self, client: TestClient) -> None:
        self._client = client

    def get(self, path, **asked):
        """A page."""
        return self._read(self._client.get(path, **asked))

    def post(self, path, **sent):
        """What a form answers."""
        return self._read(self._client.post(path, **sent))

    def _read(self, reply):
        text = reply.text.replace("\u00a0", " ").replace("\u202f", " ").replace("&#39;", "'")
        return SimpleNamespace(status_code=reply.status_code, headers=reply.headers, text=text)


@pytest.fixture
def web(client: TestClient) -> Iterator[Web]:
    """The application on a known day."""
    client.app.dependency_overrides[current_day] = lambda: DAY
    yield Web(client)
    client.app.dependency_overrides.clear()


def answer(web: Web, page: str, **given: str):
    """The next page, from what the last one carries and what is answered."""
    return web.post(PATH, data={**Form(page).hidden, "go": "answer", **given})


def test_the_first_screen_says_what_it_is(web):
    """Free, anonymous, no lawyer, someone to call; in English too."""
    page = web.get(PATH).text
    for said in ("Rien n'est gardé", "je ne remplace pas un juriste", "tel:0805160075"):
        assert said in page.replace("&#39;", "'")
    assert "Where am I" in web.get(PATH, params={"lang": "en"}).text


def test_a_paper_is_described_by_its_title_and_by_who_brings_it(web):
    """The first question shows every paper as it looks."""
    page = web.post(PATH, data={"message": ""}).text
    assert "Commandement de payer visant la clause résolutoire" in page
    assert "un commissaire de justice" in page
    assert "Je ne sais pas" in page


def test_a_tenant_without_words_reaches_the_card_in_six_questions(web):
    """Choices and free words, one at a time; the card has the dates."""
    page = web.post(PATH, data={"message": "", "role": "locataire"}).text
    given = [{"choice": "commandement-de-payer"}, {"typed": "03/11/2026"}, {"typed": "mars 2024"}, {"typed": "environ 1 250,50 €"}, {"typed": "bethune"}]
    for one in given:
        assert 'name="question"' in page
        page = answer(web, page, **one).text
    assert Form(page).title == "Commandement de payer reçu"
    assert "mardi 15 décembre 2026" in page
    assert "dimanche 3 janvier 2027" not in page, "the lease decides: six weeks only"
    assert "dans 20 jours" in page
    assert "1 250,50 €" in page
    assert "sp-bethune-ccapex@pas-de-calais.gouv.fr (2016, à confirmer)" in page


@pytest.mark.parametrize("go", ["skip", "answer"])
@pytest.mark.parametrize("first", [option.value for option in questions()["act"].options])
def test_every_question_can_be_skipped_and_there_are_six_at_most(web, first, go):
    """Whatever the paper, « je ne sais pas » everywhere leads to a card."""
    page, asked = answer(web, web.post(PATH, data={"message": ""}).text, choice=first).text, 1
    while 'name="question"' in page:
        page, asked = answer(web, page, go=go, choice="inconnu").text, asked + 1
        assert asked <= MOST
    assert "tel:0805160075" in page


def test_a_told_story_is_not_asked_again(web):
    """What the message says is understood: the lease is the first thing still lacking."""
    page = web.post(PATH, data={"message": STORY}).text
    assert Form(page).title == words("fr")["ask-lease_date"]
    assert "mardi 3 novembre 2026" in page


@pytest.mark.parametrize("typed", ["début novembre", "il y a trois semaines", "hier", "le 3 novembre", "03/11/2026"])
def test_a_date_is_understood_in_words(web, typed):
    """Every way of telling a day moves on."""
    said = {"act": "commandement-de-payer", "question": "act_date", "asked": "act", "typed": typed}
    assert Form(web.post(PATH, data=said).text).title != words("fr")["ask-act_date"]


def test_what_is_not_understood_is_said_and_asked_again(web):
    """The same question, what was typed, and what to write."""
    reply = web.post(PATH, data={"act": "commandement-de-payer", "question": "act_date", "asked": "act", "typed": "bientôt"})
    assert reply.status_code == 422
    assert "Je n'ai pas compris cette date" in reply.text
    assert 'value="bientôt"' in reply.text


def test_a_postcode_of_several_communes_asks_which_one(web):
    """62300 is Lens or two others; the choice decides."""
    page = web.post(PATH, data={"act": "assignation", "question": "commune", "asked": "act", "typed": "62300"}).text
    assert "Laquelle" in page
    chosen = answer(web, page, choice="62498", typed="62300")
    assert "Lens (arrondissement : Lens)" in chosen.text


def test_an_unknown_paper_is_not_guessed(web):
    """« Je ne sais pas » gives no stage: it says what is missing and who reads the paper."""
    page = answer(web, web.post(PATH, data={"message": ""}).text, choice="inconnu").text
    assert Form(page).title == words("fr")["missing-title"]
    assert "0 805 160 075" in page


def test_an_unknown_act_in_an_address_tells_nothing(web):
    """It is no card of a mere delay: the questions begin."""
    assert Form(web.get(PATH, params={"act": "inconnu"}).text).title == words("fr")["title"]
    assert Form(web.get(PATH, params={"act": "inconnu", "commune": "Lens"}).text).title == words("fr")["missing-title"]


def test_an_unread_judgment_is_not_guessed(web):
    """A judgment whose terms are unknown is neither « stay » nor « leave »."""
    page = answer(web, web.post(PATH, data={"message": ""}).text, choice="jugement").text
    assert Form(page).title == words("fr")["ask-judgment"]
    assert Form(answer(web, page, choice="inconnu").text).title == words("fr")["missing-title"]


def test_a_danger_comes_before_everything(web):
    """The emergency numbers, whatever the question was."""
    page = web.post(PATH, data={"message": "je veux mourir, je vais tout perdre"}).text
    assert Form(page).title == words("fr")["emergency-title"]
    assert "tel:3114" in page


def test_the_card_has_its_parts_in_order(web):
    """Where, when, what, whom, rights, next, sources; three things to do now."""
    page = web.post(PATH, data={"message": STORY, "go": "card"}).text
    said = words("fr")
    parts = [said[key] for key in ("dates", "now", "partners", "rights", "next", "take-along", "sources", "told")]
    places = [page.index(said["you-are-here"]), *(page.index(f"{part}</h2>") for part in parts)]
    assert places == sorted(places)
    now = page[page.index('<ol class="actions">') : page.index("</ol>", page.index('<ol class="actions">'))]
    assert now.count("<li>") == 3
    assert page.count("La règle de cette date") == 3, "each date says its rule"
    assert "/textes/charte-62#" in page


def test_the_hearing_is_the_first_date_of_whoever_is_summoned(web):
    """It is no delay of the law, and the card shows it all the same."""
    page = web.get(PATH, params={"act": "assignation", "hearing_date": "2027-01-12", "commune": "Poitiers"}).text
    assert "mardi 12 janvier 2027" in page
    assert "dans 48 jours" in page


def test_the_line_does_not_say_that_time_was_granted(knowledge):
    """Past the judgment, the branch « délais accordés » may never have been taken."""
    places = {step.stage: step.place for step in steps(Stage.JUGEMENT_RESILIATION, knowledge, "fr")}
    assert places[Stage.ASSIGNATION] == "done"
    assert places[Stage.JUGEMENT_DELAIS] == "aside"
    assert places[Stage.JUGEMENT_RESILIATION] == "here"
    assert places[Stage.EXPULSE] == "ahead"


def test_the_card_speaks_english(web):
    """Everything the core says, in the person's language; quotes stay French."""
    page = web.get(PATH, params={"act": "commandement-de-payer", "act_date": "2026-11-03", "lang": "en"}).text
    assert "Tuesday 15 December 2026" in page
    assert "in 20 days" in page
    assert "À faire maintenant" not in page


def test_a_wrong_reading_can_be_corrected(web):
    """The corrected facts stand alone: the first text no longer wins."""
    page = web.post(PATH, data={"message": STORY, "go": "correct"}).text
    assert 'value="2026-11-03"' in page
    given = {"go": "corrected", "paper": "commandement-de-payer", "act_date": "10/11/2026", "commune": "Lens", "debt_eur": "900"}
    card = web.post(PATH, data=given).text
    assert "mardi 10 novembre 2026" in card
    assert "mardi 3 novembre 2026" not in card
    landlord = web.post(PATH, data={**given, "role": "bailleur"}).text
    assert words("fr")["role-bailleur"] in landlord
    assert words("fr")["letters"] not in landlord, "the letters speak for the tenant"
    wrong = web.post(PATH, data={**given, "act_date": "31/02/2026"})
    assert wrong.status_code == 422
    assert "Cette date n'existe pas" in wrong.text


def test_nothing_is_kept_on_the_way(web):
    """No cookie; what was said comes back in the form."""
    reply = web.post(PATH, data={"message": STORY})
    assert "set-cookie" not in reply.headers
    assert STORY in Form(reply.text).hidden["message"]


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ({"message": "loyer " * 1500}, 413, "trop long"),
        ({"message": "a" * 200_000}, 413, "trop long"),
        ({"message": "bonjour\x00"}, 422, "caractères invisibles"),
        ({"message": "", "act": "procès"}, 422, "commandement-de-payer"),
        ({"message": "", "lang": "de"}, 422, "fr, en"),
        ({"go": "corrected", "lang": "../fr"}, 422, "fr, en"),
        ({"message": "", "debt_eur": "beaucoup"}, 422, "debt_eur"),
        ({"message": "", "act_date": "hier"}, 422, "2026-11-25"),
        ({"question": "act", "choice": "convocation"}, 422, "Choix possibles"),
        ({"question": "commune", "choice": "nulle-part"}, 422, "commune"),
    ],
)
def test_a_bad_entry_is_said_in_french(web, sent, status, said):
    """Too long, unwritable, unknown: a page with a sentence, never a trace."""
    reply = web.post(PATH, data=sent)
    assert reply.status_code == status
    assert said in reply.text
    assert "Traceback" not in reply.text


def test_what_is_no_form_is_refused(web):
    """JSON or an upload is not read."""
    assert web.post(PATH, json={"message": STORY}).status_code == 415


def test_a_text_cannot_become_markup(web):
    """What is typed comes back as text."""
    page = web.post(PATH, data={"message": "<script>alert(1)</script> loyer en retard"}).text
    assert "<script>alert" not in page


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.INCONNU])
@pytest.mark.parametrize("role", ["locataire", "bailleur", "travailleur-social"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stage_has_a_card_for_everyone(web, stage, role, language):
    """Twelve stages, three roles, two languages: a card, whatever is missing."""
    facts = {"act": stage.value, "role": role, "lang": language, "commune": "Châtellerault", "months_unpaid": "3", "debt_eur": "1800", "rent_eur": "600"}
    reply = web.get(PATH, params=facts)
    assert reply.status_code == 200
    assert words(language)["partners"] in reply.text


def test_both_languages_have_the_same_words():
    """A third language is one more file with the same keys."""
    keys = [set(words(language)) for language in LANGUAGES]
    assert keys[0] == keys[1]
    for question, asked in questions().items():
        assert f"ask-{question}" in words("fr")
        for option in asked.options:
            assert option.paper or f"option-{question}-{option.value}" in words("fr")


@pytest.mark.parametrize("key", ["lede", "private", "fiche-lede", "missing-text", "story-hint", "letters-lede"])
def test_sentences_are_short(key):
    """Under fifteen words a sentence on average."""
    sentences = [part for part in re.split(r"[.:!?]", words("fr")[key]) if part.strip()]
    assert sum(len(part.split()) for part in sentences) / len(sentences) < 15


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2026, 11, 24), "passé hier", "passed yesterday"),
        (date(2026, 11, 25), "aujourd'hui", "today"),
        (date(2026, 11, 26), "demain", "tomorrow"),
        (date(2026, 12, 15), "dans 20 jours", "in 20 days"),
        (date(2026, 11, 18), "passé depuis 7 jours", "passed 7 days ago"),
    ],
)
def test_the_days_left_are_counted_from_today(day, french, english):
    """The eve, the day, the morrow."""
    assert (left(day, DAY, "fr"), left(day, DAY, "en")) == (french, english)
