"""Every case of tests/cases/seuils: facts and a day on the left, yes, no or unknown on the right, with the text that asks."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from told import situation_of

from knowledge.dated import Facts, Parameter, Selected
from knowledge.loading import Knowledge, squeeze
from knowledge.procedure import thresholds
from knowledge.procedure.ccapex_62 import competent, eligible, secretariat_path
from knowledge.procedure.criteria_86 import CRITERIA, Side
from knowledge.procedure.examining_86 import examination
from knowledge.procedure.situation import Situation
from knowledge.procedure.stage import Stage
from knowledge.procedure.verdict import Answer, Verdict, either

FOLDER = Path(__file__).parent / "cases" / "seuils"
ASKED: Mapping[str, Callable[[Situation, Mapping[str, Parameter], date], Verdict]] = {
    "impaye": thresholds.impaye,
    "impaye-charte-62": thresholds.impaye_of_the_charter,
    "signalement-ccapex": thresholds.commandement_reported,
    "competence-62": lambda situation, _law, _today: competent(situation),
    "eligibilite-62": eligible,
}


FIELDS = {"name", "text", "today", "stage", "facts", "asks", "answer", "reason", "complex", "path", "words", "told", "answers", "criteria"}


def cases(file: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in yaml.safe_load((FOLDER / f"{file}.yaml").read_text("utf-8"))]


@pytest.mark.parametrize("case", cases("seuils"))
def test_a_threshold(case: dict[str, Any], knowledge: Knowledge):
    """Yes, no or unknown, on the fact that decides or lacks."""
    verdict = ASKED[case["asks"]](situation_of(case), knowledge.law, case["today"])
    assert {"answer": verdict.answer.value, "reason": verdict.reason} == {"answer": case["answer"], "reason": case["reason"]}
    assert verdict.basis or verdict.anchor
    assert verdict.anchor is None or verdict.anchor in knowledge.passages


@pytest.mark.parametrize("case", cases("secretariat-62"))
def test_the_secretariats_path_in_the_pas_de_calais(case: dict[str, Any], knowledge: Knowledge):
    """Not eligible, simple case, complex case, or unknown, with the passage that says what follows."""
    handling = secretariat_path(situation_of(case), knowledge.law, case["today"], complex_case=case.get("complex"))
    assert handling.path.value == case["path"]
    assert squeeze(case["words"]) in squeeze(knowledge.passages[handling.anchor].quote)


@pytest.mark.parametrize("case", cases("vienne"))
def test_the_criteria_of_the_vienne(case: dict[str, Any], knowledge: Knowledge):
    """Each criterion by the words of article 10, answered; those of the other landlords are not asked."""
    found = examination(Stage(case["stage"]), situation_of(case), knowledge.law, case["today"], case.get("told"))
    answers = {one.criterion.fact: one.verdict.answer.value for one in found}
    assert {fact: answers.get(fact, "absent") for fact in case["answers"]} == case["answers"]


@pytest.mark.parametrize("case", cases("vienne-mots"))
def test_a_criterion_stands_where_its_words_do(case: dict[str, Any], knowledge: Knowledge):
    """The anchor of each criterion opens the very line of the table, on the right side."""
    found = {criterion.fact: criterion for criterion in CRITERIA[Stage(case["stage"])]}
    assert {fact: criterion.side.value for fact, criterion in found.items()} == {fact: side for fact, (side, _) in case["criteria"].items()}
    for fact, (_, words) in case["criteria"].items():
        assert squeeze(words) in squeeze(knowledge.passages[found[fact].anchor].quote)


def test_every_criterion_of_the_data_is_answered(knowledge: Knowledge):
    """Each statement that reads article 10's table is the plain words of a criterion; the exception to a rule is none by itself."""
    stated = {one.id for one in knowledge.statements if one.id.startswith("86-art-10-") and one.kind == "critere"}
    used = [criterion.statement for criteria in CRITERIA.values() for criterion in criteria]
    assert set(used) == stated - {"86-art-10-cfp-exception"}
    assert len(used) == len(set(used)) + 1  # the debt and the large debt share a line


def test_the_stage_is_placed_by_the_values_of_the_law(knowledge: Knowledge):
    """`impaye_constitue`, which the placing calls without the law, holds the same values."""
    rule = knowledge.law["impaye-definition-aide-logement"]
    today, tomorrow = rule.on(Facts(date(2026, 12, 31))), rule.on(Facts(thresholds.DEFINITION_2027))
    assert isinstance(today, Selected)
    assert isinstance(tomorrow, Selected)
    assert today.version.value is not None
    assert today.version.value.number == thresholds.RENTS
    assert tomorrow.version.start == thresholds.DEFINITION_2027
    assert tomorrow.version.value is not None
    assert [q.number for q in tomorrow.version.value.list] == [thresholds.EUROS_2027, thresholds.MONTHS_2027]


@pytest.mark.parametrize("case", [case for case in cases("seuils") if case.values[0]["asks"] == "impaye" and case.values[0]["answer"] != "inconnu"])
def test_the_stage_and_the_threshold_never_contradict_each_other(case: dict[str, Any]):
    """A yes or a no of the law places the stage the same way."""
    assert thresholds.impaye_constitue(situation_of(case), case["today"]) is (case["answer"] == "oui")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_file_names_each_case_once(file: Path):
    """No field that the runner would pass over."""
    written = yaml.safe_load(file.read_text("utf-8"))
    assert len({case["name"] for case in written}) == len(written)
    assert set().union(*written) <= FIELDS


def test_alternatives_give_yes_then_unknown_then_no():
    """One yes is enough; a no needs them all."""
    yes, no, unknown = (Verdict(answer, "debt_eur") for answer in (Answer.OUI, Answer.NON, Answer.INCONNU))
    assert either([no, unknown, yes]) is yes
    assert either([no, unknown]) is unknown
    assert either([no, no]) is no
    with pytest.raises(ValueError, match="sans critère"):
        either([])


def test_a_stage_without_a_table_has_no_criteria(knowledge: Knowledge):
    """Article 10 says nothing of a lease without debt, nor of a force publique already granted."""
    for stage in (Stage.BAIL_EN_COURS, Stage.CONCOURS_ACCORDE, Stage.EXPULSE):
        assert examination(stage, Situation(), knowledge.law, date(2026, 11, 25)) == ()
    assert {Side.EXAMINE, Side.LEAVE} == {c.side for c in CRITERIA[Stage.ASSIGNATION]}
