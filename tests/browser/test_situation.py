"""« Où en suis-je ? », the card, the fiche and a letter, as a tenant, a landlord and a social worker go through them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
CARD = "/ou-en-suis-je?act=commandement-de-payer&act_date=2026-11-03&commune=Lens&debt_eur=1250"
NEXT = "Continuer"


def check(page: Page) -> None:
    """No rule of WCAG 2.1 A and AA broken, nothing wider than the screen."""
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def say(page: Page, answer: str) -> None:
    """Type an answer and go on."""
    page.locator("#typed").fill(answer)
    page.get_by_role("button", name=NEXT).click()


def test_a_tenant_answers_to_the_card_and_takes_the_fiche_along(base: str, page: Page):
    """From the first screen to the PDF, every page on the way fit to be read."""
    page.goto(f"{base}/ou-en-suis-je")
    check(page)
    page.get_by_role("button", name=NEXT).click()
    check(page)
    page.get_by_label("Commandement de payer visant").check()
    page.get_by_role("button", name=NEXT).click()
    say(page, "je ne sais plus")
    expect(page.get_by_role("alert")).to_contain_text("Je n'ai pas compris cette date")
    check(page)
    say(page, "le 3 novembre 2026")
    page.get_by_role("button", name="Passer cette question").click()
    say(page, "1250")
    say(page, "62300")
    check(page)
    page.get_by_label("Lens").check()
    page.get_by_role("button", name=NEXT).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Commandement de payer reçu")
    expect(page.get_by_role("link", name=re.compile("0 805 160 075")).last).to_have_attribute("href", "tel:0805160075")
    page.get_by_text("La règle de cette date").first.click()
    expect(page.get_by_text("Compté depuis le mardi 3 novembre 2026").first).to_be_visible()
    check(page)
    page.get_by_role("button", name="Préparer la fiche de liaison").click()
    page.get_by_label("Vos questions").fill("Puis-je garder mon bail ?")
    page.get_by_role("button", name="Mettre à jour la page").click()
    check(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger la fiche en PDF").click()
    reader = PdfReader(BytesIO(Path(download.value.path()).read_bytes()))
    assert len(reader.pages) == 1
    assert "Puis-je garder mon bail" in reader.pages[0].extract_text()


def test_a_social_worker_changes_a_letter_and_downloads_it(base: str, page: Page):
    """The letter to the commission of the commune, a field filled, the Word file holds it."""
    page.goto(base + CARD)
    page.get_by_role("button", name="Saisir la CCAPEX").click()
    expect(page.get_by_label("À qui")).to_have_value(re.compile("sp-lens-ccapex@pas-de-calais.gouv.fr"))
    page.get_by_label("Ce qui s'est passé").fill("Perte d'emploi en septembre.")
    check(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger pour Word").click()
    word = Document(BytesIO(Path(download.value.path()).read_bytes()))
    assert "Perte d'emploi en septembre." in "\n".join(paragraph.text for paragraph in word.paragraphs)


@pytest.mark.parametrize(
    "path",
    [
        CARD,
        CARD + "&lang=en",
        "/ou-en-suis-je?act=assignation&hearing_date=2027-01-12&role=bailleur",
        "/ou-en-suis-je?act=concours-force-publique-demande&role=travailleur-social",
        "/ou-en-suis-je?commune=Lens",
        "/courriers",
        "/courriers/notice-dalo",
    ],
)
def test_a_card_or_a_letter_breaks_no_rule_of_accessibility(base: str, page: Page, path: str):
    """For a tenant, a landlord, a social worker, in English, and where no stage is known."""
    page.goto(base + path)
    check(page)


def test_a_card_can_be_corrected(base: str, page: Page):
    """The form shows what was understood; the new date counts."""
    page.goto(base + CARD)
    page.get_by_role("button", name="Corriger").click()
    check(page)
    page.get_by_label("Date du papier").fill("2026-11-10")
    page.get_by_role("button", name="Voir ma carte corrigée").click()
    expect(page.locator(".told")).to_contain_text("mardi 10 novembre 2026")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_works_without_javascript(base: str, browser: Browser, scheme: str):
    """The questionnaire by the keyboard alone, on a phone, with scripts off."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{base}/ou-en-suis-je")
    page.get_by_label("Dites ce qui vous arrive").fill("J'ai deux mois de loyer en retard à Poitiers")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Question 1")).to_be_visible()
    while page.get_by_role("button", name="Passer cette question").count():
        page.get_by_role("button", name="Passer cette question").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Impayé constitué")
    context.close()
