"""The public contract over HTTP."""

import pytest
from fastapi.testclient import TestClient

DAY = "2026-11-25"
FIELDS = {"outcome", "answer", "citations", "law_notes", "partners", "deadlines", "entities", "clarify", "stage", "language", "engine"}


def ask(client: TestClient, question: str, **more):
    return client.post("/api/v1/answers", json={"question": question, "today": DAY, **more})


def test_an_answer_has_the_contracts_fields(client):
    """Every field of the contract is there."""
    answer = ask(client, "j'ai reçu un commandement de payer il y a 3 semaines, je fais quoi ?").json()
    assert set(answer) >= FIELDS
    assert answer["stage"] == "commandement-de-payer"
    assert {d["date"] for d in answer["deadlines"] if d["id"] == "commandement-de-payer-delai"} == {"2026-12-13", "2027-01-01"}
    assert "adil" in {p["partner"] for p in answer["partners"]}


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("je veux mourir, je vais tout perdre", "3114"),
        ("mon mari me frappe et je veux quitter le logement", "17"),
        ("on est a la rue ce soir avec les enfants", "115"),
        ("le proprio a changé la serrure je peux plus rentrer", "17"),
        ("il ma coupé l'eau et l'electricité le proprio", "17"),
        ("I want to kill myself because of the eviction", "3114"),
    ],
)
def test_danger_comes_first(client, message, number):
    """The emergency numbers before anything else, on both doors."""
    answer = ask(client, message).json()
    assert answer["outcome"] == "emergency"
    assert number in {p["phone"] for p in answer["partners"]}
    report = client.post("/api/v1/situations", json={"message": message, "today": DAY}).json()
    assert report["outcome"] == "emergency"


def test_a_fear_is_no_emergency(client):
    """Being afraid of the street one day is not being there tonight."""
    assert ask(client, "j'ai peur de finir à la rue, j'ai reçu une assignation, que faire ?").json()["outcome"] != "emergency"


def test_a_situation_is_located_with_its_dates(client):
    """The stage, the act's date, the deadlines with their rule."""
    body = {"message": "Mon bail est de mars 2024. Commandement de payer remis par huissier le 3 novembre, j'habite à Béthune.", "today": DAY}
    report = client.post("/api/v1/situations", json=body).json()
    assert report["outcome"] == "located"
    assert report["entities"]["act_date"] == "2026-11-03"
    assert report["entities"]["commune"] == "Béthune"
    assert report["entities"]["arrondissement"] == "Béthune"
    delays = [d for d in report["deadlines"] if d["id"] == "commandement-de-payer-delai"]
    assert [d["date"] for d in delays] == ["2026-12-15"]
    ccapex = next(p for p in report["partners"] if p["partner"] == "ccapex")
    assert ccapex["email"].startswith("sp-bethune-ccapex@pas-de-calais.gouv.fr")
    assert "à confirmer" in ccapex["email"]


def test_an_unclear_act_is_asked_for(client):
    """« avis d'expulsion » may be three acts: one question, « je ne sais pas » among its choices."""
    report = client.post("/api/v1/situations", json={"message": "j'ai recu un avis d'expulsion", "today": DAY}).json()
    assert report["needs_clarification"]
    assert report["clarify"]["field"] == "act"
    assert report["clarify"]["choices"][-1]["label"] == "Je ne sais pas"
    known = {"act": "commandement-de-payer", "act_date": "2026-11-03"}
    after = client.post("/api/v1/situations", json={"message": "j'ai recu un avis d'expulsion", "today": DAY, "known": known}).json()
    assert after["stage"] == "commandement-de-payer"


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/api/v1/stages", "label"),
        ("/api/v1/partners?stage=assignation&commune=Lens", "partner"),
        ("/api/v1/communes?q=bethu", "arrondissement"),
        ("/api/v1/parameters?date=2026-11-25", "versions"),
        ("/api/v1/documents", "sections"),
        ("/api/v1/search?q=commandement%20de%20payer&k=3", "text"),
    ],
)
def test_lists_come_as_results(client, path, key):
    """`{"results": [...]}`, never empty here."""
    results = client.get(path).json()["results"]
    assert results
    assert key in results[0]


def test_a_search_in_the_62_leaves_the_86_out(client):
    """The département filters the documents, and every text is verbatim and short enough."""
    results = client.get("/api/v1/search", params={"q": "diagnostic social et financier", "department": "62", "k": 20}).json()["results"]
    assert {r["document"] for r in results} <= {"charte-62", "ri-62"}
    assert all(len(r["text"]) <= 1500 for r in results)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({}, "manque"),
        ({"question": ""}, "court"),
        ({"question": "x" * 2001}, "long"),
        ({"question": "bonjour", "role": "roi"}, "locataire"),
        ({"question": "bonjour", "today": "31/02/2026"}, "date"),
        ({"question": "bonjour", "department": "Nord"}, "forme"),
    ],
)
def test_a_wrong_request_is_explained_in_french(client, body, word):
    """RFC 9457, plain French, no stack trace."""
    answer = client.post("/api/v1/answers", json=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert word in answer.json()["detail"]


def test_an_unknown_stage_lists_the_known_ones(client):
    """An unknown enumerated value is a 422 with the accepted ones."""
    answer = client.get("/api/v1/stages/nulle-part")
    assert answer.status_code == 422
    assert "assignation" in answer.json()["detail"]


def test_an_unknown_commune_is_refused_rather_than_left_out(client):
    """Without it the directory would look complete, and have no local contact."""
    answer = client.get("/api/v1/partners", params={"stage": "assignation", "commune": "Zzyzxville"})
    assert answer.status_code == 422
    assert "Zzyzxville" in answer.json()["detail"]


def test_pages_answer_and_carry_a_strict_policy(client):
    """Home, question, texts: readable without JavaScript, no inline script."""
    for path in ("/", "/question?q=bonjour", "/textes", "/textes/charte-62", "/textes/ri-86", "/api/docs"):
        page = client.get(path)
        assert page.status_code == 200, path
        assert "unsafe-inline" not in page.headers["content-security-policy"]
        assert " style=" not in page.text
        assert "<script>" not in page.text
    assert client.get("/textes/rien").status_code == 404
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").status_code == 200


def test_a_citation_opens_the_reader_on_its_passage(client):
    """The address of every hit is the id of an element of the reader's page."""
    for hit in client.get("/api/v1/search", params={"q": "plan d'apurement", "k": 10}).json()["results"]:
        page, _, anchor = hit["url"].partition("#")
        assert f'id="{anchor}"' in client.get(page).text, hit["url"]


def test_the_neighbouring_departements_green_number_is_never_given(client):
    everything = client.get("/api/v1/parameters").text + client.get("/api/v1/partners?stage=assignation&department=62").text
    assert "numero-vert-adil-nord" in everything
    assert "359 359" not in everything


@pytest.mark.parametrize(
    ("act", "stage"), [("bail-en-cours", "bail-en-cours"), ("impaye-naissant", "impaye-naissant"), ("impaye-constitue", "impaye-constitue")]
)
def test_a_known_stage_without_an_act_is_kept(client, act, stage):
    report = client.post("/api/v1/situations", json={"message": "que faire ?", "today": DAY, "known": {"act": act}}).json()
    assert report["stage"] == stage
