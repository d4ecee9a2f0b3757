"""The built wheel, in an empty environment and another folder, serves and answers."""

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from scripts.bench.served import served

ROOT = Path(__file__).parents[2]
UV = ROOT / ".tools" / "bin" / "uv"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with our wheel; the libraries are those of this one, since nothing may be downloaded."""
    folder = tmp_path_factory.mktemp("roue")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    venv, wheel = folder / "venv", next(folder.glob("*.whl"))
    subprocess.run([UV, "venv", "-q", "--python", sys.executable, venv], check=True)
    subprocess.run([UV, "pip", "install", "-q", "--python", venv / "bin" / "python", "--offline", "--no-deps", wheel], check=True)
    here = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    next(venv.glob("lib/python*/site-packages")).joinpath("libraries.pth").write_text(f"{here}\n", "utf-8")
    return venv / "bin" / "python"


def test_the_wheel_serves_and_answers(python, tmp_path, monkeypatch):
    """The API with its citations, a page with its style, the reader, the chat, the evaluation sets: all from the wheel."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    with served(tmp_path, tmp_path / "index", str(python)) as server, httpx.Client(base_url=server.address, timeout=60, follow_redirects=True) as web:
        answer = web.post("/api/v1/answers", json={"question": "J'ai reçu un commandement de payer il y a 3 semaines, que faire ?", "today": "2026-11-25"})
        assert answer.json()["stage"] == "commandement-de-payer"
        assert answer.json()["citations"] or answer.json()["law_notes"]
        for path in ("/", "/question?q=bonjour", "/textes/charte-62", "/static/toit.css", "/chat/", "/chat/public/chat.css", "/api/docs", "/api/openapi.json"):
            assert web.get(path).status_code == 200, path
    where = subprocess.run([python, "-c", "import portal; print(portal.__file__)"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "roue" in where.stdout
    rows = "from eval.files import datasets; print(len(datasets('tuned', 'questions')))"
    assert int(subprocess.run([python, "-c", rows], cwd=tmp_path, capture_output=True, text=True, check=True).stdout) > 100
