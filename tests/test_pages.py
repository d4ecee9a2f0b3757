"""Every page of the portal: it answers, in French, light, without inline script or style, and its addresses lead somewhere."""

import gzip
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
import yaml
from lxml import html

from portal.pages import evaluation, quality

PAGES: dict[str, str] = yaml.safe_load(Path("tests/pages.yaml").read_text("utf-8"))
STATUS = {"introuvable": 404, "calcul-faute": 422}
HEAVIEST = 150_000
OUTSIDE = ("/chat", "/api", "/static")


@pytest.fixture(params=PAGES)
def name(request):
    return request.param


@pytest.fixture
def answer(client, name):
    return client.get(PAGES[name])


def test_a_page_answers_in_french(name, answer):
    """The right status, the language, one title."""
    page = html.fromstring(answer.content)
    assert answer.status_code == STATUS.get(name, 200)
    assert page.get("lang") == "fr"
    assert len(page.findall(".//h1")) == 1
    assert "None" not in page.text_content()


def test_a_page_has_no_inline_script_or_style_and_a_strict_policy(answer):
    """What the policy forbids is not even written."""
    page = html.fromstring(answer.content)
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert page.xpath("//style | //script[not(@src)] | //*[@style] | //@*[starts-with(name(), 'on')]") == []
    assert page.xpath("//link/@href[contains(., '//')] | //script/@src[contains(., '//')] | //img/@src[contains(., '//')]") == []


def test_a_page_is_light(answer):
    """Under 150 kB once compressed."""
    assert len(gzip.compress(answer.content)) < HEAVIEST


def test_a_page_has_no_two_elements_of_the_same_name(answer):
    """An anchor leads to one place."""
    ids = html.fromstring(answer.content).xpath("//@id")
    assert [one for one in ids if ids.count(one) > 1] == []


def test_a_number_to_call_stands_on_every_page(answer):
    """One tap away, before the content."""
    page = html.fromstring(answer.content)
    assert page.xpath("//a[@href='tel:0805160075'][following::main]")


def test_a_form_works_without_javascript(answer):
    """Every form is sent by GET to an address of ours, and every field has its label."""
    page = html.fromstring(answer.content)
    for form in page.xpath("//main//form[@method='get']"):
        assert form.get("action").startswith("/")
    fields = page.xpath("//main//*[self::input[not(@type='hidden')] or self::select or self::textarea][not(ancestor::label)]")
    assert [field.get("id") for field in fields if not page.xpath("//label[@for=$id]", id=field.get("id"))] == []


def test_every_address_leads_somewhere(client):
    """Each link inside the portal opens a page, and each anchor stands in it."""
    opened: dict[str, object] = {}
    broken = []
    for path in PAGES.values():
        for link in html.fromstring(client.get(path).content).xpath("//a/@href"):
            address, anchor = urldefrag(link)
            if not link.startswith(("/", "#")) or address.startswith(OUTSIDE):
                continue
            target = address or path
            if target not in opened:
                answer = client.get(target)
                opened[target] = set(html.fromstring(answer.content).xpath("//@id")) if answer.status_code == 200 else None
            known = opened[target]
            if (known is None and urlsplit(target).path != "/nulle-part" and target not in PAGES.values()) or (anchor and known and anchor not in known):
                broken.append(f"{path} → {link}")
    assert broken == []


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/procedure/inventee", 404, "« inventee » n'existe pas ici"),
        ("/procedure?departement=75", 422, "« 75 » n'est pas un choix connu"),
        ("/procedure/assignation?role=roi", 422, "« roi » n'est pas un choix connu"),
        ("/partenaires?lieu=Zzyzxville", 404, "Nous ne connaissons pas de commune"),
        ("/partenaires?etape=rien", 422, "n'est pas un choix connu"),
        ("/droit/inventee", 404, "n'existe pas ici"),
        ("/droit?au=31/02/2026", 422, "Cette date n'existe pas"),
        ("/droit?au=demain", 422, "Écrivez une date"),
        ("/droit/treve-hivernale-dates?au=1515-01-01", 422, "Choisissez une date entre"),
        ("/textes/inventee", 404, "n'existe pas"),
        ("/fiches/inventee", 404, "n'existe pas ici"),
        ("/recherche?q=bail&dans=grenier", 422, "n'est pas un choix connu"),
        ("/calculateurs/delais?acte=inventee", 422, "n'est pas un choix connu"),
        ("/calculateurs/delais?acte=assignation&date=hier", 422, "Écrivez une date"),
        ("/calculateurs/impaye?loyer=-5&dette=3", 422, "ne peut pas être négatif"),
        ("/calculateurs/ccapex?dette=beaucoup", 422, "Écrivez une somme"),
        ("/calculateurs/treve?au=2009-01-01", 422, "Choisissez une date entre"),
        ("/nulle-part", 404, "Cette page n'existe pas"),
    ],
)
def test_a_wrong_entry_is_said_in_french(client, path, status, said):
    """The status, the fault in plain words, and still a number to call."""
    answer = client.get(path)
    text = html.fromstring(answer.content).text_content().replace("\u00a0", " ")
    assert answer.status_code == status
    assert said in text
    assert "0 805 160 075" in text


def test_what_is_typed_is_never_markup(client):
    """A message with tags comes back as text."""
    for path in ("/recherche?q=", "/fiches?q=", "/partenaires?lieu=", "/textes/charte-62?q=", "/glossaire?q=", "/droit?q=", "/calculateurs/treve?au="):
        page = html.fromstring(client.get(f"{path}%3Cscript%3Ealert(1)%3C/script%3E").content)
        assert page.xpath("//main//script") == []


def test_a_failure_of_ours_is_said_in_french(client, monkeypatch):
    """A page that breaks says so, without a trace, with a number to call."""

    def broken():
        raise RuntimeError("secret")

    monkeypatch.setattr(quality, "read_evaluation", broken)
    answer = client.get("/qualite")
    assert answer.status_code == 500
    assert "Erreur de notre côté" in answer.text
    assert "secret" not in answer.text
    assert "tel:0805160075" in answer.text


def test_no_accepted_figures_is_said_plainly(client, monkeypatch, tmp_path):
    """Without its data file, the page of figures says that there are none."""
    monkeypatch.setattr(quality, "read_evaluation", lambda: evaluation.read_evaluation(tmp_path))
    answer = client.get("/qualite")
    assert answer.status_code == 200
    assert "Aucune mesure n'a encore été acceptée" in answer.text


def test_a_machine_still_gets_problems(client):
    """Errors of the API stay `application/problem+json`."""
    answer = client.get("/api/v1/inventee")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
