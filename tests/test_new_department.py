"""CONTRIBUTING.md, followed to the letter: its example files make a third département, and no code changes."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from fake_embedder import FakeEmbedder
from told import situation_of

from assistant.bootstrap import Assistant
from assistant.composing.fiche import fiche_draft
from assistant.engine import Engine
from assistant.orienting import partner_cards
from assistant.turn import Turn
from knowledge.loading import Knowledge, load
from knowledge.procedure.deadlines import deadlines
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from knowledge.reading import DATA, KnowledgeError
from knowledge.schemas import schemas
from retrieval.entries import entries
from retrieval.indexing import ready_index
from retrieval.search import Search
from retrieval.windows import Windows

TODAY = date(2026, 11, 25)
PAGE = Path("CONTRIBUTING.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"`knowledge/data/([^`\n]+)` :\n\n```\w+\n(.*?)```", PAGE, re.DOTALL))
QUOTE = "La commission répond dans les deux mois à la personne qui la saisit."


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data, with every file that the page shows."""
    folder = tmp_path_factory.mktemp("new") / "data"
    shutil.copytree(DATA, folder)
    for name, text in EXAMPLES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def grown(data: Path) -> Knowledge:
    """What is known with the third département."""
    return load(data)


def test_the_page_shows_a_rule_a_fiche_and_the_three_files_of_a_departement():
    """And nothing that this test would pass over."""
    assert sorted(EXAMPLES) == [
        "corpus/charte-79.md",
        "fiches/exemple-courriers.md",
        "law/local/charte-79-exemple.yaml",
        "partners/79.yaml",
        "stages/79/charte.yaml",
    ]


def test_the_departement_is_known_with_its_text_its_statements_and_its_contacts(knowledge: Knowledge, grown: Knowledge):
    """One of each more than before."""
    assert grown.departments == knowledge.departments | {"79"}
    assert [s.text for s in grown.statements if s.department == "79"] == ["La commission répond en deux mois à la personne qui la saisit."]
    assert [local.name.fr for local in grown.locals if local.department == "79"] == ["CCAPEX des Deux-Sèvres"]
    assert [p.quote for p in grown.passages.values() if p.document == "charte-79"] == [QUOTE, "Le secrétariat est tenu par les services de l'État."]


def test_a_contact_without_place_serves_the_whole_departement_and_no_other(grown: Knowledge):
    """From Niort or from nowhere in particular in the 79, the commission is the 79's; elsewhere it is not."""
    here = Situation(department="79", arrondissement="Niort", commune="Niort")
    for situation, seen in ((here, True), (Situation(department="79"), True), (Situation(department="62"), False), (Situation(), False)):
        cards = partner_cards(Stage.COMMANDEMENT_DE_PAYER, situation, grown, "fr")
        assert ("CCAPEX des Deux-Sèvres" in {card.name for card in cards}) is seen


def test_a_misspelt_commune_is_found_there_too(knowledge: Knowledge, grown: Knowledge):
    """Without a département told, the départements whose texts are known are looked at."""
    assert [commune.name for commune in grown.gazetteer.find("niorrt")] == ["Niort"]
    assert knowledge.gazetteer.find("niorrt") == ()


@pytest.fixture(scope="module")
def grown_assistant(grown: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the three départements."""
    found, embedder = entries(grown), FakeEmbedder()
    return Assistant(Engine(grown, Search(found, ready_index(found, embedder, tmp_path_factory.mktemp("index")), embedder), Windows(grown.passages)))


def test_the_assistant_cites_the_new_text(grown_assistant: Assistant):
    """Asked from the 79, the charter of the 79 is quoted."""
    answer = grown_assistant.answer("la commission répond-elle dans les deux mois à la personne qui la saisit", TODAY, department="79")
    assert any(citation.document == "charte-79" and QUOTE in citation.quote for citation in answer.citations)


def test_what_differs_in_the_new_departement_is_said_with_its_name(grown_assistant: Assistant):
    """A fiche's `differences` may name any département."""
    engine = grown_assistant.engine
    local = replace(engine.knowledge.fiches["ccapex-cest-quoi"], differences={"79": "elle répond dans les deux mois."})
    told = replace(engine.knowledge, fiches={**engine.knowledge.fiches, local.id: local})
    draft = fiche_draft(local, Turn("", TODAY, "fr", department="79"), replace(engine, knowledge=told), ())
    assert "Dans le département Deux-Sèvres : elle répond dans les deux mois." in draft.more


def test_the_schemas_ask_to_be_written_again_for_the_new_rule(data: Path, grown: Knowledge):
    """The page says so: an editor then knows the new rule."""
    assert '"charte-79-exemple"' in schemas(grown)["fiche.json"]
    assert '"charte-79-exemple"' not in (data / "schemas" / "fiche.json").read_text("utf-8")


def test_the_case_that_the_page_shows_holds(knowledge: Knowledge):
    """A jurist who copies it starts from a case that passes."""
    (case,) = yaml.safe_load(re.findall(r"```yaml\n(- name: .*?)```", PAGE, re.DOTALL)[0])
    found = deadlines(Stage(case["stage"]), situation_of(case), knowledge.law, knowledge.calendar, case["today"])
    assert {name: [one.date for one in found if one.id == name] for name in case["expect"]} == {name: [day] for name, day in case["expect"].items()}


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("law/treve-hivernale-dates.yaml", "verified_on: 2026-11-21", "verified_on: 2026-13-45"),
        ("fiches/vienne-vote.md", "partners: [ccapex", "partners: [capex"),
    ],
)
def test_an_error_looks_like_the_page_says(data: Path, file: str, right: str, wrong: str):
    """The messages that the page shows are those of today, to the line."""
    shown = PAGE.split("```text\n")[1].split("```", maxsplit=1)[0]
    text = (data / file).read_text("utf-8")
    (data / file).write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(KnowledgeError) as error:
        load(data)
    (data / file).write_text(text, "utf-8")
    said = [line for line in str(error.value).splitlines() if "python -m" not in line]
    assert said
    assert all(line in shown for line in said)
