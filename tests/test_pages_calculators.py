"""The calculators: known dates and sums, each with its rule, its text and the law at that date."""

import pytest
from lxml import html


def read(client, path: str) -> str:
    """The page's text, with ordinary spaces."""
    return " ".join(html.fromstring(client.get(path).content).find(".//main").text_content().split())


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("acte=commandement-de-payer&date=2026-11-03&bail=2024-03-01", "mardi 15 décembre 2026"),
        ("acte=commandement-de-payer&date=2026-11-03&bail=2020-03-01", "dimanche 3 janvier 2027"),
        ("acte=commandement-de-payer&date=03/11/2026&bail=2023-07-29", "mardi 15 décembre 2026"),
        ("acte=assignation&hearing=2027-03-15", "dimanche 31 janvier 2027"),
        ("acte=commandement-de-quitter-les-lieux&date=2026-11-03", "jeudi 1er avril 2027"),
        ("acte=jugement-resiliation&date=2026-11-03&decision=jugement", "jeudi 3 décembre 2026"),
    ],
)
def test_an_act_gives_its_dates(client, path, said):
    """The last day to pay by lease, the préfet's 43 days, the trêve, the appeal."""
    assert said in read(client, f"/calculateurs/delais?{path}")


def test_without_the_lease_both_dates_stand(client):
    """The old lease's and the new one's, and the advice to keep the first."""
    said = read(client, "/calculateurs/delais?acte=commandement-de-payer&date=2026-11-03")
    assert "mardi 15 décembre 2026" in said
    assert "dimanche 3 janvier 2027" in said
    assert "Agissez avant la première" in said


def test_a_date_says_its_rule_and_its_text(client):
    """The way it is counted, the article, the confidence, and the law at that date."""
    page = html.fromstring(client.get("/calculateurs/delais?acte=commandement-de-payer&date=2026-11-03&bail=2024-03-01").content)
    said = " ".join(page.find(".//main").text_content().split())
    assert "6 semaines à partir du jour" in said
    assert "loi n° 89-462, art. 24" in said
    assert "/droit/commandement-de-payer-delai?au=2026-11-03" in page.xpath("//a/@href")


def test_a_date_that_is_missing_is_said(client):
    """An assignation without its hearing: no date is made up."""
    said = read(client, "/calculateurs/delais?acte=assignation&date=2026-11-03")
    assert "il manque de quoi compter" in said
    assert "la date de l'audience" in said


def test_a_departement_adds_what_its_texts_say(client):
    """The delays of its own texts, marked as old."""
    said = read(client, "/calculateurs/delais?acte=assignation&hearing=2027-03-15&departement=86")
    assert "Vienne : ce que les textes ajoutent" in said
    assert "La loi d'aujourd'hui passe avant" in said


@pytest.mark.parametrize(
    ("query", "now", "later"),
    [
        ("loyer=600&charges=50&dette=1299&au=2026-12-31", "non", "oui"),
        ("loyer=600&charges=50&dette=1300&au=2026-12-31", "oui", "oui"),
        ("loyer=600&charges=50&aide=200&dette=900&au=2026-12-31", "oui", "oui"),
        ("loyer=600&dette=450&mois=1&au=2026-12-31", "non", "non"),
        ("loyer=600&dette=451&au=2026-12-31", "non", "oui"),
        ("mois=2&au=2026-12-31", "oui", None),
        ("dette=100&premier=2026-10-01&au=2027-01-01", "oui", None),
        ("dette=100&premier=2026-10-02&au=2027-01-01", "non", None),
        ("dette=450&au=2027-01-01", "il ", None),
    ],
)
def test_the_impaye_on_the_eve_and_on_the_day_of_its_new_definition(client, query, now, later):
    """Twice the rent with charges, less the aid paid to the landlord; then more than 450 €, or three months."""
    page = html.fromstring(client.get(f"/calculateurs/impaye?{query}").content)
    verdicts = [" ".join(p.text_content().split()).split(" : ")[1][:3] for p in page.xpath("//p[@class='verdict']")]
    assert verdicts[0] == now
    assert later is None or verdicts[1] == later


def test_the_impaye_asks_for_what_it_lacks(client):
    """A debt without a rent says neither yes nor no."""
    assert "il manque de quoi répondre" in read(client, "/calculateurs/impaye?dette=500&au=2026-12-31")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("loyer=600&dette=1200&mois=1&au=2026-11-01", "oui, le seuil est atteint"),
        ("loyer=600&dette=1199.99&mois=1&au=2026-11-01", "non, le seuil n'est pas atteint"),
        ("mois=2&au=2026-11-01", "oui, le seuil est atteint"),
        ("mois=1&au=2026-11-01", "il manque de quoi répondre"),
        ("loyer=600&dette=1200&mois=2&au=2023-07-28&departement=62", "non, le seuil n'est pas atteint"),
        ("loyer=600&dette=1800&mois=2&au=2023-07-28&departement=62", "oui, le seuil est atteint"),
        ("loyer=600&dette=1800&mois=2&au=2023-07-28&departement=86", "Pas de réponse sûre"),
        ("bailleur=organisme", "saisit lui-même la CCAPEX"),
    ],
)
def test_the_threshold_of_the_ccapex(client, query, said):
    """Two months or twice the rent since 29 July 2023; the préfet's threshold before; another rule for a company."""
    assert said in read(client, f"/calculateurs/ccapex?{query}")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-10-31", "Non, ce jour n'est pas dans la trêve"),
        ("2026-11-01", "Oui, ce jour est dans la trêve"),
        ("2027-03-31", "Pas d'expulsion avant le jeudi 1er avril 2027"),
        ("2027-04-01", "Non, ce jour n'est pas dans la trêve"),
    ],
)
def test_the_treve_on_its_first_and_last_days(client, day, said):
    """The eve, the first day, the last, the morrow."""
    assert said in read(client, f"/calculateurs/treve?au={day}")
