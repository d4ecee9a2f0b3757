"""What people do, in a real browser, on a phone and on a desk."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
QUESTION = "j'ai reçu un commandement de payer il y a 3 semaines, je fais quoi ?"
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


def violations(page: Page) -> list[str]:
    """The rules of WCAG 2.1 A and AA that the page breaks."""
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found]


def test_a_tenant_asks_and_gets_dates_and_a_number(base: str, page: Page):
    """From the home page to an answer with a date, a number to call and a quote."""
    page.goto(base)
    page.get_by_label("Votre question").fill(QUESTION)
    page.get_by_role("button", name="Voir la réponse").click()
    expect(page.get_by_role("heading", name="Réponse")).to_be_visible()
    expect(page.get_by_role("link", name="0 805 160 075").first).to_have_attribute("href", re.compile("tel:0805160075"))
    expect(page.locator(".dates")).to_contain_text("2026")


@pytest.mark.parametrize(
    "path", ["/", "/question?q=je%20suis%20en%20retard%20de%20loyer", "/textes", "/textes/charte-62", "/textes/ri-86", "/question?q=je%20veux%20mourir"]
)
def test_a_page_breaks_no_rule_of_accessibility(base: str, page: Page, path: str):
    """Axe finds nothing, and nothing is wider than the screen."""
    page.goto(base + path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_citation_opens_the_reader_on_the_passage(base: str, page: Page):
    """The link of a quote brings its passage into view, marked."""
    page.goto(
        f"{base}/question?q=Qui%20est%20responsable%20de%20l%27indicateur%20nombre%20de%20plans%20d%27apurement%20non%20respect%C3%A9s%20%3F&departement=62"
    )
    page.locator(".quotes a").first.click()
    expect(page).to_have_url(re.compile(r"/textes/charte-62#"))
    expect(page.locator(":target")).to_be_in_viewport()


def say(base: str, page: Page, message: str) -> None:
    """Open the chat, wait for its first screen, and write."""
    page.goto(f"{base}/chat/")
    expect(page.get_by_text("je ne remplace pas un juriste").first).to_be_visible()
    expect(page.get_by_role("button", name="J'ai du retard de loyer")).to_be_visible()
    page.locator("#chat-input").fill(message)
    page.locator("#chat-input").press("Enter")


def test_the_chat_answers_with_its_sources(base: str, page: Page):
    """The first screen says what it is; a question is answered with people to call."""
    say(base, page, QUESTION)
    expect(page.get_by_text("Commandement de payer reçu").first).to_be_visible()
    expect(page.get_by_text("Qui appeler").first).to_be_visible()


def test_the_chat_asks_what_is_missing(base: str, page: Page):
    """An unclear act brings buttons; choosing one brings the answer."""
    say(base, page, "j'ai reçu un avis d'expulsion, que faire ?")
    page.get_by_role("button", name="Commandement de quitter les lieux").click()
    expect(page.get_by_text("juge de l'exécution").first).to_be_visible()
