"""What is taken along is opened as its reader would: the PDF, the calendar, the Word document."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document
from fastapi.testclient import TestClient
from icalendar import Calendar
from pypdf import PdfReader

from assistant.bootstrap import current_day
from portal.exports.letter import FOLDER, letters, letters_at
from portal.exports.paper import writable

DAY = date(2026, 11, 25)
SAID = {"message": "J'ai reçu un commandement de payer le 3 novembre, j'habite à Béthune.", "debt_eur": "1250.5", "rent_eur": "600", "lease_date": "2024-03-01"}
LONG = "très longue réponse " * 55


@pytest.fixture
def web(client: TestClient) -> Iterator[TestClient]:
    """The application on a known day."""
    client.app.dependency_overrides[current_day] = lambda: DAY
    yield client
    client.app.dependency_overrides.clear()


def read_pdf(reply) -> tuple[PdfReader, str]:
    """The pages and their text, with plain spaces."""
    assert reply.headers["content-type"] == "application/pdf"
    reader = PdfReader(BytesIO(reply.content))
    text = " ".join(page.extract_text() for page in reader.pages)
    return reader, re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def read_docx(reply) -> str:
    """The paragraphs of a Word document, one a line."""
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(reply.content)).paragraphs).replace("\u00a0", " ")


def fields_of(page: str) -> dict[str, str]:
    """What a letter's page would send back, untouched."""
    from html import unescape  # noqa: PLC0415 (only a page's reader needs it)

    form = page[page.index('id="courrier"') :]
    inputs = re.findall(r'<input type="(?:hidden|text)"[^>]*?name="([^"]+)" value="([^"]*)"', form)
    areas = re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL)
    return {name: unescape(value) for name, value in (*inputs, *areas)}


def test_the_fiche_is_seen_before_it_is_made(web):
    """Its page holds what the PDF will: the stage, the dates, the debt, the questions."""
    page = web.post("/fiche-de-liaison", data={**SAID, "ask": "Puis-je garder mon bail ?"}).text.replace("\u00a0", " ")
    for said in (
        "Commandement de payer reçu (étape 4 sur 12)",
        "15 décembre 2026 (dans 20 jours)",
        "1 250,50 €",
        "Puis-je garder mon bail ?",
        "Nom et prénom : …",
    ):
        assert said in page


def test_the_fiche_is_one_page_with_its_dates(web):
    """The PDF: one page, its title and language told, the dates right, what is done apart from what is not."""
    reader, text = read_pdf(web.post("/fiche-de-liaison.pdf", data={**SAID, "done": ["0"], "did": "J'ai écrit au bailleur", "ask": "Et après ?"}))
    assert len(reader.pages) == 1
    assert reader.metadata.title == "Fiche de liaison"
    assert reader.trailer["/Root"]["/Lang"] == "fr-FR"
    for said in ("15 décembre 2026", "3 novembre 2026", "1 250,50 €", "Béthune", "loi n° 2023-668", "J'ai écrit au bailleur", "Et après ?", "0 805 160 075"):
        assert said in text
    done, to_do = text.index("Démarches déjà faites"), text.index("Démarches pas encore faites")
    assert done < text.index("Appelez SOS Loyers impayés") < to_do < text.index("Faites partir une demande au FSL")


@pytest.mark.parametrize(
    "sent",
    [
        {"message": ""},
        {**SAID, "did": LONG, "ask": LONG},
        {"act": "concours-force-publique-demande", "act_date": "2026-11-03", "commune": "Saint-Martin-lez-Tatinghem", "ask": "a\n" * 60},
    ],
)
def test_the_fiche_stays_on_one_page(web, sent):
    """Whatever is said, or nothing."""
    reader, text = read_pdf(web.post("/fiche-de-liaison.pdf", data=sent))
    assert len(reader.pages) == 1
    assert "Fiche de liaison" in text


def test_the_fiche_is_french_for_its_reader(web):
    """Asked for in English, it is still read by a French social worker."""
    _, text = read_pdf(web.post("/fiche-de-liaison.pdf", data={**SAID, "lang": "en"}))
    assert "Dernier jour pour payer" in text


def test_the_calendar_has_an_event_a_date(web):
    """All day, with the rule, the text and the source, a reminder a week and a day before."""
    reply = web.post("/agenda.ics", data=SAID)
    assert reply.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(reply.content).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [date(2026, 12, 15)], "past dates are left out"
    event = events[0]
    assert event["dtend"].dt == date(2026, 12, 16)
    assert "6 semaines" in event["description"]
    assert "loi n° 2023-668" in event["description"]
    assert event["description"].count("https://") == 1
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(days=-7), timedelta(days=-1)]


def test_two_dates_that_depend_on_the_lease_say_on_what(web):
    """An unknown lease: both days, each with its condition, under different identifiers."""
    sent = {name: value for name, value in SAID.items() if name != "lease_date"}
    events = Calendar.from_ical(web.post("/agenda.ics", data=sent).content).walk("VEVENT")
    assert {event["dtstart"].dt for event in events} == {date(2026, 12, 15), date(2027, 1, 3)}
    assert all("si" in event["description"] for event in events)
    assert len({event["uid"] for event in events}) == 2


def test_the_hearing_stands_in_the_calendar(web):
    """In the person's language."""
    sent = {"act": "assignation", "hearing_date": "2027-01-12", "lang": "en"}
    events = Calendar.from_ical(web.post("/agenda.ics", data=sent).content).walk("VEVENT")
    assert "The court hearing: go, or be represented" in {str(event["summary"]) for event in events if event["dtstart"].dt == date(2027, 1, 12)}


def test_without_a_date_there_is_no_calendar(web):
    """It says what is missing."""
    reply = web.post("/agenda.ics", data={"act": "commandement-de-payer"})
    assert reply.status_code == 422
    assert "il manque la date" in reply.text.replace("\u00a0", " ")


@pytest.mark.parametrize("name", letters())
def test_every_letter_opens_in_word_and_as_a_pdf(web, name):
    """Addressee, subject, text, attachments, legal basis: the same in both, names left blank."""
    page = web.post(f"/courriers/{name}", data=SAID)
    assert page.status_code == 200
    sent = fields_of(page.text)
    word, (reader, pdf) = read_docx(web.post(f"/courriers/{name}.docx", data=sent)), read_pdf(web.post(f"/courriers/{name}.pdf", data=sent))
    letter = letters()[name]
    assert reader.trailer["/Root"]["/Lang"] == "fr-FR"
    assert reader.metadata.title == letter.title.fr
    for said in (letter.subject, "Nom et prénom : …", "À Béthune, le 25 novembre 2026", "Pièces jointes", *letter.attach, "Texte : "):
        assert said in word, said
        assert re.sub(r"\s+", " ", said) in pdf, said
    assert "{" not in word


@pytest.mark.parametrize("name", letters())
def test_a_letter_writes_no_figure_of_its_own(name):
    """Amounts, delays and articles come from the fields and the dated rules."""
    words = re.sub(r"\{[^}]*\}|^#.*$|^title.*$|^stages.*$|^basis.*$|^  - \{id.*$", "", (FOLDER / f"{name}.yaml").read_text("utf-8"), flags=re.MULTILINE)
    assert not re.search(r"\d", words)


@pytest.mark.parametrize(
    ("commune", "addressee"),
    [
        ("Béthune", "sp-bethune-ccapex@pas-de-calais.gouv.fr (2016, à confirmer)"),
        ("Lens", "sp-lens-ccapex@pas-de-calais.gouv.fr (2016, à confirmer)"),
        ("Montmorillon", "Ccapex, sous-commission de Poitiers"),
        ("Châtellerault", "sp-chatelleraut-pole-securite@vienne.gouv.fr (2018, à confirmer)"),
        ("Lille", "adresse à demander à la préfecture ou à l'ADIL"),
    ],
)
def test_the_ccapex_is_that_of_the_commune(web, commune, addressee):
    """The sub-commission of the arrondissement; an old address says so, an unknown one is not invented."""
    page = web.post("/courriers/saisine-ccapex", data={"act": "commandement-de-payer", "commune": commune})
    assert addressee in fields_of(page.text)["addressee"]


def test_a_letter_is_filled_from_what_was_said(web):
    """The debt, the rent, the stage and the date of the paper."""
    body = fields_of(web.post("/courriers/saisine-ccapex", data=SAID).text)["body"].replace("\u00a0", " ")
    for said in ("1 250,50 €", "600 €", "Commandement de payer reçu", "mardi 3 novembre 2026"):
        assert said in body


def test_a_changed_field_changes_the_text(web):
    """Even when the person goes straight to the download."""
    sent = fields_of(web.post("/courriers/echeancier", data=SAID).text)
    word = read_docx(web.post("/courriers/echeancier.docx", data={**sent, "slot-mensualite": "80 €", "slot-bailleur": "Agence du Centre"}))
    assert "d'y ajouter 80 € chaque mois" in word
    assert word.count("Agence du Centre") == 1


def test_a_changed_text_is_kept_word_for_word(web):
    """What the person wrote wins; a field changed too is pointed out, nothing is lost."""
    sent = fields_of(web.post("/courriers/echeancier", data=SAID).text)
    mine = {**sent, "body": "Bonjour,\n\nVoici ma proposition."}
    assert "Voici ma proposition." in read_docx(web.post("/courriers/echeancier.docx", data=mine))
    page = web.post("/courriers/echeancier", data={**mine, "slot-mensualite": "80 €"}).text
    assert "Votre texte a été gardé" in page.replace("\u00a0", " ")
    assert fields_of(page)["body"] == mine["body"]
    again = web.post("/courriers/echeancier", data={**mine, "slot-mensualite": "80 €", "go": "fill"}).text
    assert "80 €" in fields_of(again)["body"]


def test_a_notice_says_what_the_law_says_today(web):
    """The form's number and the delays come from the dated rules; the 2026 ceiling is not shown."""
    _, dalo = read_pdf(web.post("/courriers/notice-dalo.pdf", data={"act": "jugement-resiliation"}))
    assert "Cerfa n° 15036" in dalo
    _, legal_aid = read_pdf(web.post("/courriers/notice-aide-juridictionnelle.pdf", data={"act": "assignation"}))
    assert "12 862" not in legal_aid
    assert "3039" in legal_aid


def test_letters_come_at_their_stage():
    """The judge of enforcement after the order to leave, not before."""
    assert "delais-jex" in {letter.id for letter in letters_at("commandement-de-quitter-les-lieux")}
    assert "delais-jex" not in {letter.id for letter in letters_at("commandement-de-payer")}
    assert letters_at("bail-en-cours") == []
    assert letters_at("commandement-de-payer", "bailleur") == [], "they speak for the tenant"


def test_a_letter_can_be_had_without_a_situation(web):
    """The list, and a letter with blanks."""
    page = web.get("/courriers").text
    assert all(f"/courriers/{name}" in page for name in letters())
    assert "……" in fields_of(web.get("/courriers/demande-fsl").text)["body"]


@pytest.mark.parametrize(
    ("path", "sent", "status", "said"),
    [
        ("/courriers/echeancier.pdf", {"slot-somme": "80"}, 422, "« somme »"),
        ("/courriers/lettre-au-maire.docx", {}, 404, "saisine-ccapex"),
        ("/courriers/echeancier.docx", {"body": "a" * 9000}, 413, "trop long"),
        ("/courriers/echeancier.docx", {"body": "bonjour\x07"}, 422, "caractères invisibles"),
        ("/courriers/echeancier.pdf", {"body": "مرحبا"}, 422, "DOCX"),
        ("/fiche-de-liaison.pdf", {"ask": "\U0001f600"}, 422, "ne sait pas écrire"),
        ("/fiche-de-liaison", {"ask": "pourquoi " * 200}, 413, "1200"),
        ("/fiche-de-liaison.pdf", {"act_date": "demain"}, 422, "act_date"),
    ],
)
def test_a_bad_entry_is_said_in_french(web, path, sent, status, said):
    """Unknown field or letter, too long, unwritable: a sentence that says what to do."""
    reply = web.post(path, data=sent)
    assert reply.status_code == status
    assert said in reply.text.replace("\u00a0", " ")
    assert reply.headers["content-type"].startswith("text/html")


def test_a_word_document_can_hold_any_alphabet(web):
    """A name the PDF's font cannot write is whole in the Word document."""
    assert "Ołena Șerban مرحبا" in read_docx(web.post("/courriers/echeancier.docx", data={"body": "Ołena Șerban مرحبا"}))


def test_the_font_writes_french_and_drops_an_accent_rather_than_a_letter():
    """« œ », « € » and dashes as they are; a letter that is not there loses its mark."""
    assert writable("cœur « 80 € » – l’été…") == "cœur « 80 € » – l’été…"
    assert writable("Șerban") == "Serban"


def test_a_file_is_kept_nowhere(web):
    """The browser keeps no copy; no cookie is set."""
    reply = web.post("/fiche-de-liaison.pdf", data=SAID)
    assert reply.headers["cache-control"] == "no-store"
    assert "attachment" in reply.headers["content-disposition"]
    assert "set-cookie" not in reply.headers
