"""What must be told as a danger or refused, and what only sounds like it (tests/cases/refus): the first net, words alone."""

from pathlib import Path

import pytest
import yaml

from assistant.signs import dangers, refusals
from retrieval.spelling import read

FOLDER = Path(__file__).parent / "cases" / "refus"
FILES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}
DANGERS, REQUESTS = 0.95, 0.7  # told by words; the rest is left to the second net, by likeness, which needs the model's vectors


def is_danger(message: str) -> bool:
    text = read(message).text
    return any(danger.is_in(text) for danger in dangers())


def is_refused(message: str) -> bool:
    text = read(message).text
    return any(refusal.is_in(text) for refusal in refusals())


def listed(key: str, *names: str) -> list[object]:
    return [
        pytest.param([str(message) for message in groups[key]], id=name) for name, groups in FILES.items() if key in groups and (not names or name in names)
    ]


@pytest.mark.parametrize("messages", listed("emergency"))
def test_nearly_every_danger_is_told_by_its_words(messages):
    missed = [message for message in messages if not is_danger(message)]
    assert len(missed) <= (1 - DANGERS) * len(messages), missed


@pytest.mark.parametrize("messages", listed("calm"))
def test_no_fear_is_taken_for_a_danger(messages):
    assert [message for message in messages if is_danger(message)] == []


@pytest.mark.parametrize("messages", listed("declined", "injection", "triche"))
def test_most_refused_requests_are_told_by_their_words(messages):
    missed = [message for message in messages if not is_refused(message) and not is_danger(message)]
    assert len(missed) <= (1 - REQUESTS) * len(messages), missed


@pytest.mark.parametrize("messages", listed("answered"))
def test_no_lawful_question_is_refused(messages):
    assert [message for message in messages if is_refused(message)] == []
