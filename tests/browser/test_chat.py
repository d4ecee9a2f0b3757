"""The chat as people use it: asked, reviewed, reloaded, cut off, given a paper; on a phone and on a desk."""

import io
import re
import sqlite3

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.browser
QUESTION = "j'ai reçu un commandement de payer il y a 3 semaines à Béthune, je fais quoi ?"
ON_A_PHONE = pytest.mark.parametrize("page", [{"width": 390, "height": 844}], ids=["phone"], indirect=True)
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


def violations(page: Page) -> list[str]:
    """The rules of WCAG 2.1 A and AA that the chat breaks now."""
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]


def button(page: Page, name: str) -> Locator:
    """The last button of that name."""
    return page.get_by_role("button", name=name).last


def opened(base: str, page: Page) -> None:
    """The chat, with its first screen."""
    page.goto(f"{base}/chat/")
    expect(button(page, "J'ai du retard de loyer")).to_be_visible()


def say(page: Page, message: str, reply: str) -> None:
    """Write, and wait for words of the reply."""
    before = page.locator(".ai-message").count()
    page.locator("#chat-input").fill(message)
    page.locator("#chat-input").press("Enter")
    expect(page.locator(".ai-message").nth(before)).to_contain_text(reply)


def test_the_first_screen_says_what_it_does_and_breaks_no_rule(base: str, page: Page):
    """What it does and does not, free, anonymous; « Où en suis-je ? », four starters, a number to tap."""
    opened(base, page)
    welcome = page.locator(".ai-message").first
    for words in ("où vous en êtes", "je ne remplace pas un juriste", "gratuit et anonyme", "rien n'est gardé"):
        expect(welcome).to_contain_text(words)
    assert welcome.locator("button[data-toit-choice]").count() == 5
    for call in (page.locator("#toit-bar a[href='tel:0805160075']"), page.locator(".watermark a[href='tel:0805160075']")):
        expect(call).to_be_in_viewport()
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("heading", level=1).count() == 1
    assert violations(page) == []


def test_an_answer_has_marks_that_open_the_reader(base: str, page: Page):
    """Numbered marks, dates with their rule, people to tap; announced in a log; read from its beginning."""
    opened(base, page)
    say(page, QUESTION, "Commandement de payer reçu")
    answer = page.locator(".ai-message").last
    expect(answer.get_by_role("link", name="Source 1, lire le passage")).to_have_attribute("href", re.compile(r"^/textes/charte-62#"))
    expect(answer.get_by_role("link", name="la règle").first).to_have_attribute("href", re.compile(r"^/droit/"))
    expect(answer.locator("a[href^='tel:']").first).to_be_visible()
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    expect(answer.get_by_text("Vous en êtes à l'étape")).to_be_in_viewport()
    assert violations(page) == []
    with page.context.expect_page() as opening:
        answer.get_by_role("link", name="Source 1, lire le passage").click()
    expect(opening.value.locator(":target")).to_be_in_viewport()


@ON_A_PHONE
def test_a_review_is_really_stored_without_the_name(base: str, page: Page, tmp_path_factory: pytest.TempPathFactory):
    """👎 and a comment reach the database, masked; the question does not."""
    opened(base, page)
    say(page, QUESTION, "Commandement de payer reçu")
    button(page, "Cette réponse ne m'aide pas").click()
    page.get_by_role("dialog").get_by_label("Votre remarque").fill("je m'appelle Karim Benali, la date est fausse")
    assert violations(page) == []
    with page.expect_response(lambda answer: answer.url.endswith("/feedback")) as kept:
        page.get_by_role("dialog").get_by_role("button", name="Envoyer").click()
    assert kept.value.ok
    row = sqlite3.connect(tmp_path_factory.getbasetemp() / "avis.sqlite").execute("select * from reviews where answer = ?", (kept.value.json()["feedbackId"],))
    stored = str(row.fetchone())
    assert "je m'appelle [nom], la date est fausse" in stored
    assert "commandement-de-payer" in stored
    assert "Karim" not in stored
    assert "3 semaines" not in stored


@ON_A_PHONE
def test_the_questionnaire_goes_by_buttons_and_words(base: str, page: Page):
    """One question at a time, skippable; a question asked in between is answered; the end leads to the card."""
    opened(base, page)
    button(page, "Où en suis-je").click()
    expect(page.locator(".ai-message").last).to_contain_text("Question 1")
    button(page, "Commandement de payer visant").click()
    expect(page.locator(".ai-message").last).to_contain_text("À quelle date")
    say(page, "début novembre", "le bail a-t-il été signé")
    button(page, "Je ne sais pas").click()
    expect(page.locator(".ai-message").last).to_contain_text("la dette")
    say(page, "c'est quoi la CCAPEX ?", "commission")
    button(page, "Reprendre les questions").click()
    expect(page.locator(".ai-message").last).to_contain_text("la dette")
    button(page, "Voir ma carte maintenant").click()
    summary = page.locator(".ai-message").last
    expect(summary).to_contain_text("Vous êtes ici")
    expect(summary.get_by_role("link", name="Voir ma carte complète")).to_have_attribute("href", re.compile(r"^/ou-en-suis-je\?.*act=commandement-de-payer"))
    assert violations(page) == []


@ON_A_PHONE
def test_what_was_told_stays_known(base: str, page: Page):
    """A second message needs not tell the act again."""
    opened(base, page)
    say(page, QUESTION, "Commandement de payer reçu")
    say(page, "merci beaucoup", "Avec plaisir")
    say(page, "et maintenant je fais quoi", "Commandement de payer reçu")


@ON_A_PHONE
def test_a_reload_resumes_and_a_new_talk_forgets(base: str, page: Page):
    """The tab keeps the situation until a new conversation is asked for."""
    opened(base, page)
    say(page, QUESTION, "Commandement de payer reçu")
    page.reload()
    expect(page.get_by_text("Je reprends là où nous en étions")).to_be_visible()
    button(page, "Revoir la réponse").click()
    expect(page.get_by_text("Commandement de payer reçu").first).to_be_visible()
    button(page, "Nouvelle discussion").click()
    page.get_by_role("button", name="Confirmer").click()
    expect(page.get_by_text("Commandement de payer reçu")).to_have_count(0)
    page.reload()
    expect(button(page, "J'ai du retard de loyer")).to_be_visible()
    page.wait_for_timeout(500)
    expect(page.get_by_text("Je reprends")).to_have_count(0)


@ON_A_PHONE
def test_a_lost_network_says_so_then_goes_on(base: str, page: Page):
    """Cut off, it is said; back, the conversation goes on."""
    opened(base, page)
    say(page, QUESTION, "Commandement de payer reçu")
    page.context.set_offline(True)
    expect(page.locator("#toit-net")).to_contain_text("Connexion perdue")
    page.context.set_offline(False)
    expect(page.locator("#toit-net")).to_contain_text("Connexion rétablie")
    page.wait_for_timeout(3000)
    say(page, "c'est quoi la CCAPEX ?", "commission")


@ON_A_PHONE
def test_a_paper_is_read_and_confirmed(base: str, page: Page):
    """Chosen in the chat, recognised, confirmed, then what to do."""
    written = io.BytesIO()
    canvas = Canvas(written)
    for n, line in enumerate(("COMMANDEMENT DE PAYER VISANT LA CLAUSE RÉSOLUTOIRE", "signifié le 3 novembre 2026", "TOTAL : 1 970,82 €, clause résolutoire")):
        canvas.drawString(40, 800 - 20 * n, line)
    canvas.save()
    opened(base, page)
    with page.expect_file_chooser() as choosing:
        page.get_by_role("link", name="Lire un papier").click()
    choosing.value.set_files({"name": "papier.pdf", "mimeType": "application/pdf", "buffer": written.getvalue()})
    expect(page.locator(".ai-message").last).to_contain_text("mardi 3 novembre 2026")
    expect(page.locator(".ai-message").last).to_contain_text("1 970,82")
    assert violations(page) == []
    button(page, "Oui, c'est bien cela").click()
    expect(page.locator(".ai-message").last).to_contain_text("Commandement de payer reçu")


@ON_A_PHONE
def test_a_copy_of_the_talk_can_be_kept(base: str, page: Page):
    """What is on the screen, in a file of the person's own."""
    opened(base, page)
    say(page, QUESTION, "Commandement de payer reçu")
    with page.expect_download() as keeping:
        page.get_by_role("button", name="Enregistrer une copie").click()
    copy = keeping.value.path().read_text("utf-8")
    assert QUESTION in copy
    assert "Vous en êtes à l'étape" in copy


@ON_A_PHONE
def test_a_broken_paper_is_said_in_french(base: str, page: Page):
    """What is wrong, and what to do."""
    opened(base, page)
    with page.expect_file_chooser() as choosing:
        page.get_by_role("link", name="Lire un papier").click()
    choosing.value.set_files({"name": "papier.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 rien"})
    expect(page.locator("#toit-net")).to_contain_text("abîmé")


@ON_A_PHONE
def test_a_hostile_message_is_only_text(base: str, page: Page):
    """No script runs, no link to a script is made, something is answered in French."""
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    opened(base, page)
    for message in ("<img src=x onerror=alert(1)>", "[ici](javascript:alert(1)) **gras**", "\u202etxet desrever", "😀" * 50):
        say(page, message, "0 805 160 075")
    say(page, "a" * 2500, "Raccourcissez-le")
    assert page.locator(".message-content img[src=x]").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0
