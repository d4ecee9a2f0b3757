"""The doors beside the chat, without JavaScript: a paper sent by a form, a review, the page that others' sites frame."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.browser
ON_A_PHONE = pytest.mark.parametrize("page", [{"width": 390, "height": 844}], ids=["phone"], indirect=True)
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
LINES = ("ASSIGNATION DEVANT LE JUGE DES CONTENTIEUX DE LA PROTECTION", "signifié le 20 novembre 2026", "assigné à comparaître à l'audience du 12 janvier 2027")


def is_sound(page: Page) -> bool:
    """Axe finds nothing, and nothing is wider than the screen."""
    found = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in Axe().run(page, options=WCAG).response["violations"]]
    assert found == []
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def paper() -> dict[str, object]:
    """An assignation as a PDF."""
    written = io.BytesIO()
    canvas = Canvas(written)
    for n, line in enumerate(LINES):
        canvas.drawString(40, 800 - 20 * n, line)
    canvas.save()
    return {"name": "papier.pdf", "mimeType": "application/pdf", "buffer": written.getvalue()}


def test_a_paper_leads_to_the_card_without_javascript(base: str, browser: Browser):
    """Chosen, sent, checked, then where one stands."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}/document-recu")
    page.get_by_label("Votre fichier").set_input_files(paper())
    page.get_by_role("button", name="Lire ce papier").click()
    expect(page.get_by_text("Audience : mardi 12 janvier 2027")).to_be_visible()
    page.get_by_role("link", name="Oui, voir où j'en suis").click()
    expect(page.get_by_role("main")).to_contain_text("Assignation")
    context.close()


@ON_A_PHONE
def test_the_paper_pages_break_no_rule(base: str, page: Page):
    """The form, a refusal, a reading."""
    page.goto(f"{base}/document-recu")
    assert is_sound(page)
    page.get_by_label("Votre fichier").set_input_files({"name": "x.pdf", "mimeType": "application/pdf", "buffer": b"rien"})
    page.get_by_role("button", name="Lire ce papier").click()
    expect(page.get_by_role("alert")).to_contain_text("que les PDF")
    assert is_sound(page)
    page.get_by_label("Votre fichier").set_input_files(paper())
    page.get_by_role("button", name="Lire ce papier").click()
    expect(page.get_by_role("heading", name="Voici ce que j'ai lu")).to_be_visible()
    assert is_sound(page)


@ON_A_PHONE
def test_a_review_is_given_read_and_deleted(base: str, page: Page):
    """Under an answer, without script; what is kept is shown, then gone."""
    page.goto(f"{base}/question?q=c%27est%20quoi%20la%20CCAPEX%20%3F")
    page.get_by_text("Dire pourquoi").click()
    page.get_by_label("Votre remarque").fill("appelez-moi au 06 12 34 56 78")
    page.get_by_role("button", name="👎 Non").click()
    expect(page.get_by_text("appelez-moi au [téléphone]")).to_be_visible()
    expect(page.get_by_text("Elle n'est pas gardée")).to_be_visible()
    assert is_sound(page)
    page.get_by_role("button", name="Effacer cet avis").click()
    expect(page.get_by_role("heading", name="Votre avis est effacé")).to_be_visible()


@ON_A_PHONE
def test_the_framed_page_answers_and_breaks_no_rule(base: str, page: Page):
    """A question, an answer, in the space of a frame."""
    page.set_viewport_size({"width": 320, "height": 560})
    page.goto(f"{base}/widget?departement=62")
    page.get_by_label("Dites ce qui vous arrive").fill("j'ai reçu un commandement de payer il y a 3 semaines")
    page.get_by_role("button", name="Voir la réponse").click()
    expect(page.get_by_role("heading", name="Réponse")).to_be_visible()
    expect(page.get_by_role("link", name="0 805 160 075").first).to_be_visible()
    assert is_sound(page)
