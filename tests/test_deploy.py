"""What `deploy/` promises, as far as it can be held here: containers cannot be run where the tests run."""

import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
import yaml

from assistant.settings import AssistantSettings
from portal.settings import PortalSettings
from retrieval.settings import RetrievalSettings

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
OF_THE_SYSTEM = {"HOME", "PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "ANONYMIZED_TELEMETRY", "OTEL_SDK_DISABLED", "LANGSMITH_TRACING"}


def command(name: str, argument: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([DEPLOY / name, argument], env={**os.environ, **environment}, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.fixture
def reviews(tmp_path: Path) -> Path:
    """A database that is open and being written to."""
    path = tmp_path / "avis.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE reviews (answer TEXT)")
        database.execute("INSERT INTO reviews VALUES ('un')")
    return path


def test_a_backup_restores_what_was_there(reviews, tmp_path):
    """Backed up beside a writer, then lost, then put back."""
    writer = sqlite3.connect(reviews)
    writer.execute("INSERT INTO reviews VALUES ('pas encore validé')")
    url = f"sqlite:///{reviews}"
    done = command("backup.sh", tmp_path / "sauvegardes", DATABASE_URL=url)
    assert done.returncode == 0, done.stderr
    saved = Path(done.stdout.strip())
    assert saved.stat().st_mode & 0o077 == 0
    writer.rollback()
    writer.close()
    for path in tmp_path.glob("avis.sqlite*"):
        path.unlink()
    assert command("restore.sh", saved, DATABASE_URL=url).returncode == 0
    assert sqlite3.connect(reviews).execute("SELECT answer FROM reviews").fetchall() == [("un",)]


def test_a_damaged_backup_changes_nothing(reviews, tmp_path):
    saved = Path(command("backup.sh", tmp_path / "sauvegardes", DATABASE_URL=f"sqlite:///{reviews}").stdout.strip())
    saved.write_bytes(saved.read_bytes()[:-100])
    before = reviews.read_bytes()
    done = command("restore.sh", saved, DATABASE_URL=f"sqlite:///{reviews}")
    assert done.returncode == 1
    assert "abîmée" in done.stderr
    assert reviews.read_bytes() == before


def test_a_backup_of_nothing_says_so(tmp_path):
    done = command("backup.sh", tmp_path / "sauvegardes", DATABASE_URL=f"sqlite:///{tmp_path}/rien.sqlite")
    assert done.returncode == 1
    assert "n'existe pas" in done.stderr
    assert not list(tmp_path.rglob("toit-*"))


def test_the_image_copies_what_exists_and_runs_as_nobody():
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    for sources in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE):
        for source in sources.split():
            assert (ROOT / source).exists(), source
    assert re.findall(r"^USER (\S+)$", text, re.MULTILINE) == ["10001"]
    assert "HEALTHCHECK" in text


def test_compose_shuts_everything_but_the_product():
    """A read-only root without privileges; the databases are on an internal network, without a port."""
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    toit, others = compose["services"]["toit"], [one for name, one in compose["services"].items() if name != "toit"]
    assert toit["read_only"]
    assert toit["cap_drop"] == ["ALL"]
    assert all(port.startswith("127.0.0.1:") for port in toit["ports"])
    assert all("ports" not in one and one["networks"] == ["dedans"] for one in others)
    assert compose["networks"]["dedans"]["internal"]


def test_every_setting_that_deploy_names_exists():
    """A setting renamed in the code would be ignored silently."""
    known = (
        {name.upper() for kind in (PortalSettings, RetrievalSettings, AssistantSettings) for name in kind.model_fields}
        | OF_THE_SYSTEM
        | {"FORWARDED_ALLOW_IPS"}
    )
    unit = re.findall(r"(\b[A-Z_]+)=", " ".join(re.findall(r"^Environment=(.+)$", (DEPLOY / "toit.service").read_text("utf-8"), re.MULTILINE)))
    image = re.findall(r"(\b[A-Z_]+)=", "".join(re.findall(r"^ENV (.+?[^\\])$", (DEPLOY / "Dockerfile").read_text("utf-8"), re.MULTILINE | re.DOTALL)))
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]["toit"]["environment"]
    assert unit
    assert set(unit) | set(image) | set(compose) <= known


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_the_unit_is_what_systemd_expects():
    done = subprocess.run(["systemd-analyze", "verify", DEPLOY / "toit.service"], capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert [line for line in done.stderr.splitlines() if "is not executable" not in line] == []
