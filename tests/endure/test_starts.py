"""A start that cannot be says why in French, without a trace of Python, and at once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.bench.served import free_port

ROOT = Path(__file__).parents[2]
PACKAGES = ("assistant", "knowledge", "retrieval", "portal")


def start(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m portal` from *folder*, which must stop by itself."""
    own = {"HOST": "127.0.0.1", "PORT": str(free_port()), "INDEX_DIR": str(folder / "index"), "CHAT_ROOT": str(folder / "chat"), **environment}
    return subprocess.run([sys.executable, "-m", "portal"], cwd=folder, env={**os.environ, **own}, capture_output=True, text=True, timeout=180, check=False)


def says(done: subprocess.CompletedProcess[str], word: str) -> None:
    assert done.returncode == 1
    assert word in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The packages in a folder of one's own, to be damaged."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.mark.parametrize("name", ["law/impaye-definition-aide-logement.yaml", "stages/assignation.yaml", "deadlines.yaml", "glossary.yaml", "communes.csv"])
def test_a_file_of_knowledge_cut_by_a_full_disk_is_named(copy, name):
    """The file's name, and what to do."""
    path = copy / "knowledge" / "data" / name
    path.write_bytes(path.read_bytes()[:100] + b"\x00\xff\xfe")
    says(start(copy), path.name)


def test_a_folder_of_the_chat_that_cannot_be_written_is_named(mounted):
    disk = mounted("size=1m,ro")
    says(start(ROOT, CHAT_ROOT=str(disk / "chat"), INDEX_DIR=str(disk / "index")), "CHAT_ROOT")


@pytest.mark.parametrize(("name", "value"), [("PORT", "abc"), ("RETENTION_DAYS", "-1"), ("RATE_LIMIT_LOOPBACK", "peut-être"), ("CHROMA_URL", "chroma")])
def test_a_wrong_setting_is_named(tmp_path, name, value):
    says(start(ROOT, **{"INDEX_DIR": str(tmp_path), name: value}), name)
