"""Every page of the portal in a real browser: phone and desk, dark, at 400 %, without JavaScript, with the keyboard alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
PAGES: dict[str, str] = yaml.safe_load(Path("tests/pages.yaml").read_text("utf-8"))
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
NARROW = {"width": 320, "height": 640}  # a screen of 1280 px at 400 %


def violations(page: Page, rules: object = WCAG) -> list[str]:
    """The rules that the page breaks."""
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in Axe().run(page, options=rules).response["violations"]]


def overflows(page: Page) -> bool:
    """Whether the page must be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.fixture(scope="module")
def dark(browser: Browser) -> Iterator[Page]:
    """A narrow screen in the dark."""
    context = browser.new_context(viewport=NARROW, locale="fr-FR", color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.fixture
def without_javascript(browser: Browser) -> Iterator[Page]:
    """A phone whose browser runs no script."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR", java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_breaks_no_rule_and_fits_its_screen(base: str, page: Page, name: str):
    """Axe finds nothing of WCAG 2.1 A and AA, and nothing is wider than the screen."""
    page.goto(base + PAGES[name])
    assert violations(page) == []
    assert not overflows(page)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_readable_in_the_dark_and_at_four_hundred_per_cent(base: str, dark: Page, name: str):
    """Enough contrast, and no sideways scroll at 320 px."""
    dark.goto(base + PAGES[name])
    assert violations(dark, CONTRAST) == []
    assert not overflows(dark)


def test_a_tenant_finds_a_date_without_javascript(base: str, without_javascript: Page):
    """From the home page to the last day to pay, by links and forms alone."""
    page = without_javascript
    page.goto(base)
    page.get_by_role("link", name="Calculer une date, un seuil").first.click()
    page.get_by_role("link", name="Mes dates").click()
    page.get_by_role("link", name=re.compile("Commandement de payer reçu")).click()
    page.get_by_label("Jour où le commandement a été remis").fill("2026-11-03")
    page.get_by_label("Date de signature du bail").fill("2024-03-01")
    page.get_by_role("button", name="Calculer").click()
    expect(page.get_by_text("mardi 15 décembre 2026")).to_be_visible()


def test_a_social_worker_finds_a_contact_without_javascript(base: str, without_javascript: Page):
    """A postcode and a stage, then a number to tap."""
    page = without_javascript
    page.goto(f"{base}/partenaires")
    page.get_by_label("Votre commune ou code postal").fill("62300")
    page.get_by_label("Où en êtes-vous ?").select_option("assignation")
    page.get_by_label("Vous êtes").select_option("professionnel")
    page.get_by_role("button", name="Chercher").click()
    page.locator(".choices").get_by_role("link", name=re.compile("^Lens")).click()
    expect(page.locator("#trouve")).to_contain_text("arrondissement de Lens")
    expect(page.locator("main a[href='tel:0805160075']").first).to_be_visible()


def test_a_landlord_switches_side_and_departement(base: str, without_javascript: Page):
    """The switches are links: the page says what is chosen."""
    page = without_javascript
    page.goto(f"{base}/procedure/impaye-constitue")
    page.get_by_role("navigation", name="Vous êtes").get_by_role("link", name="Bailleur").click()
    page.get_by_role("navigation", name="Département").get_by_role("link", name="Vienne").click()
    expect(page.get_by_role("heading", name="Que faire, côté bailleur")).to_be_visible()
    expect(page.get_by_role("link", name="Vienne").first).to_have_attribute("aria-current", "true")


def test_a_jurist_reads_a_rule_at_another_date(base: str, page: Page):
    """Search the law, open a rule, choose the day of the reform, open its text."""
    page.goto(f"{base}/droit?q=impay%C3%A9+constitu%C3%A9")
    page.locator("main").get_by_role("link", name=re.compile("Seuil à partir duquel")).first.click()
    page.get_by_label("Voir cette règle à une autre date").fill("2027-01-01")
    page.get_by_role("button", name="Voir").click()
    expect(page.locator("section[aria-labelledby='en-vigueur']")).to_contain_text("plus de 450")
    page.locator(".gap .source").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_keyboard_reaches_the_content_and_every_stage(base: str, page: Page):
    """The skip link comes first; each stop of the line takes the focus and opens its page."""
    page.goto(f"{base}/procedure")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#contenu$"))
    stages = page.get_by_role("link", name=re.compile("Assignation : convoqué au tribunal"))
    stages.first.focus()
    expect(stages.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Assignation : convoqué au tribunal")


def test_a_citation_is_copied_with_one_button(base: str, page: Page):
    """The script adds the button; it copies the title, the date and the address."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}/textes/ri-62")
    page.locator(".section-end summary").nth(1).click()
    page.get_by_role("button", name="Copier la citation").first.click()
    expect(page.get_by_role("button", name="Citation copiée")).to_be_visible()
    assert "/textes/ri-62#" in page.evaluate("navigator.clipboard.readText()")
