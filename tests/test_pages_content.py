"""What the pages say: the stage of one département, the law of one day, the words looked for, the place that was meant."""

from datetime import date

import pytest
from lxml import html

from knowledge.dated import Confidence
from portal.pages.choices import STAGES
from portal.pages.law_view import rule_view
from portal.pages.procedure_line import procedure_line


def read(client, path: str) -> str:
    """The page's text, with ordinary spaces."""
    return " ".join(html.fromstring(client.get(path).content).find(".//main").text_content().split())


def links(client, path: str) -> list[str]:
    return html.fromstring(client.get(path).content).xpath("//main//a/@href")


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_says_what_it_is_and_what_to_do(client, stage, knowledge):
    """Its plain words, its paper, its actions, its delays today, whom to call, what the texts say, what comes next."""
    said, sheet = read(client, f"/procedure/{stage}"), knowledge.sheets[stage]
    assert sheet.plain.fr[:40] in said
    assert not sheet.paper or sheet.paper.title in said
    for heading in ("Que faire", "Les délais aujourd'hui", "Dans les textes de 2016-2018", "Qui appeler", "qui fait quoi"):
        assert heading in said


@pytest.mark.parametrize(("department", "other"), [("62", "86"), ("86", "62")])
def test_one_departement_leaves_the_other_out(client, department, other):
    """Statements and passages of the chosen département only; both by default."""
    of = lambda path, code: [href for href in links(client, path) if href.startswith("/textes/") and href.split("#")[0].endswith(code)]  # noqa: E731
    alone = f"/procedure/assignation?departement={department}"
    assert of(alone, department)
    assert not of(alone, other)
    assert of("/procedure/assignation", department)
    assert of("/procedure/assignation", other)


def test_each_side_has_its_own_actions(client):
    """A tenant and a landlord are not told the same things."""
    tenant, landlord, worker = (read(client, f"/procedure/impaye-constitue?role={side}") for side in ("locataire", "bailleur", "professionnel"))
    assert "côté bailleur" in landlord
    assert "côté professionnel" in worker
    assert tenant != landlord != worker


def test_the_choices_are_kept_from_page_to_page(client):
    """The line and the neighbours of a stage carry the département and the side along."""
    assert "/procedure/assignation?departement=62&role=bailleur" in links(client, "/procedure?departement=62&role=bailleur")
    assert "/procedure/assignation?departement=86" in links(client, "/procedure/commandement-de-payer?departement=86")


def test_the_line_is_drawn_from_the_sheets(client, knowledge):
    """A link a stage, with a name that can be read aloud; where one stands is said in words."""
    page = html.fromstring(client.get("/procedure/assignation").content)
    names = page.xpath("//*[name()='svg']//a/@aria-label")
    assert len(names) == len(STAGES)
    assert [name for name in names if "vous êtes ici" in name] == ["Étape 5 : Assignation : convoqué au tribunal, vous êtes ici"]
    drawn = procedure_line(knowledge.sheets)
    assert {stop.label for stop in drawn.stops} == {knowledge.sheets[stage].label.fr for stage in STAGES}


def test_two_stops_never_cover_each_other(knowledge):
    """The boxes of the drawing stand apart and inside it."""
    line = procedure_line(knowledge.sheets)
    for one in line.stops:
        assert 0 <= one.x <= line.width - line.box_width
        assert 0 <= one.y <= line.height - line.box_height
        beside = [other for other in line.stops if other is not one and abs(other.x - one.x) < line.box_width and abs(other.y - one.y) < line.box_height]
        assert beside == []


@pytest.mark.parametrize(
    ("day", "said", "not_yet"),
    [
        ("2026-12-31", "au moins 2 fois votre loyer mensuel", None),
        ("2027-01-01", "plus de 450 €", "au moins 2 fois votre loyer mensuel, charges comprises. On"),
    ],
)
def test_a_rule_is_shown_as_it_stands_that_day(client, day, said, not_yet):
    """The eve and the day of the reform."""
    page = html.fromstring(client.get(f"/droit/impaye-definition-aide-logement?au={day}").content)
    today = " ".join(page.xpath("string(//section[@aria-labelledby='en-vigueur'])").split())
    assert said in today
    assert not not_yet or not_yet not in today


def test_an_uncertain_version_shows_no_figure(client, knowledge):
    """Of a low confidence, the page gives the sentence that sends to the ADIL, neither its condition nor its note."""
    unsure = [(p, v) for p in knowledge.law.values() for v in p.versions if v.confidence is Confidence.FAIBLE]
    assert unsure
    for parameter, version in unsure:
        said = read(client, f"/droit/{parameter.id}")
        assert " ".join(version.plain.split()) in said
        assert not version.note or " ".join(version.note.split()) not in said
        assert not version.value or not version.value.text or " ".join(version.value.text.split()) not in said


def test_every_rule_says_its_text_its_sources_and_when_it_was_reread(client, knowledge):
    """A page a rule, each with what a jurist looks for."""
    for parameter in knowledge.law.values():
        said = read(client, f"/droit/{parameter.id}")
        assert "relue le" in said
        for heading in ("Dates", "Texte", "Confiance", "Sources"):
            assert heading in said


def test_a_rule_that_stops_stops_later(knowledge):
    """What is said to end has not ended yet, and nothing of it goes on."""
    day = date(2026, 11, 25)
    for parameter in knowledge.law.values():
        ending = rule_view(parameter, day).ending
        assert ending is None or ending >= day


def test_what_changed_since_the_charter_quotes_it(client):
    """The words of the text, and the law of today beside them."""
    said = read(client, "/droit?vue=depuis-la-charte")
    assert "si dans le délai de 2 mois" in said
    assert "Six semaines pour les baux conclus depuis le 29/07/2023" in said
    assert "N'est plus vrai" in said


def test_what_changes_in_2027_shows_both_sides(client):
    """Until 31 December, from 1 January."""
    said = read(client, "/droit?vue=2027")
    assert "plus de 450 €" in said
    assert "au moins 2 fois votre loyer mensuel" in said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Lens", "Lens (62), arrondissement de Lens"),
        ("62300", "Lens"),
        ("Bethune", "Béthune (62), arrondissement de Béthune"),
        ("poitier", "Nous avons compris : Poitiers (86)"),
    ],
)
def test_a_place_is_found(client, place, said):
    """By name, by postcode, without accents, misspelt."""
    assert said in read(client, f"/partenaires?lieu={place}")


def test_a_contact_of_an_old_text_is_to_be_confirmed(client):
    """An address of 2016 says its year, its source, and that it must be checked."""
    said = read(client, "/partenaires?lieu=Lens&etape=commandement-de-payer")
    assert "À confirmer" in said
    assert "Source :" in said


def test_search_finds_and_marks_in_every_kind(client):
    """Texts, fiches, words and rules, with the words that matched marked."""
    page = html.fromstring(client.get("/recherche?q=commandement+de+payer").content)
    assert page.xpath("//h2/@id") == ["textes", "fiches", "etapes", "glossaire", "droit", "partenaires"]
    assert {mark.lower() for mark in page.xpath("//mark/text()")} >= {"commandement", "payer"}


def test_search_keeps_to_the_chosen_text(client):
    """A document's filter leaves the others out."""
    found = [href for href in links(client, "/recherche?q=bailleur&document=ri-86") if href.startswith("/textes/")]
    assert found
    assert all(href.startswith("/textes/ri-86#") for href in found)


def test_a_citation_is_ready_to_copy(client):
    """Each section gives its title, its date and its own address."""
    citations = html.fromstring(client.get("/textes/ri-62").content).xpath("//p[@class='citation']")
    assert citations
    assert all("/textes/ri-62#" in one.text_content() for one in citations)


def test_a_text_is_searched_inside(client):
    """The passages that have the words, each with its anchor; none is said plainly."""
    assert any(href.startswith("#") for href in links(client, "/textes/charte-62?q=surendettement"))
    assert "Rien pour « zzyzx »" in read(client, "/textes/charte-62?q=zzyzx")


def test_terms_are_explained_in_place(client):
    """The first use of a word of the glossary leads to its meaning at the foot of the page, and back."""
    page = html.fromstring(client.get("/procedure/commandement-de-payer").content)
    used = page.xpath("//a[@class='term']/@href")
    assert used
    assert len(used) == len(set(used))
    for href in used:
        assert page.xpath("//aside//*[@id=$id]//a[starts-with(@href, '#vu-')]", id=href[1:])


def test_a_glossary_is_found_by_people_s_own_words(client):
    """« huissier » leads to the commissaire de justice."""
    assert "Commissaire de justice" in read(client, "/glossaire?q=huissier")


def test_a_fiche_stands_on_texts_and_rules(client, knowledge):
    """Every fiche opens, with what it rests on."""
    for fiche in knowledge.fiches.values():
        said = read(client, f"/fiches/{fiche.id}")
        assert not fiche.parameters or "Le droit aujourd'hui" in said
        assert not fiche.passages or "Ce que disent les textes" in said
