"""Killed while it builds, on a disk that is full, too small or read-only: the next start answers."""

import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest
from processes import ASKED, retrieval, started

from retrieval.seal import is_whole

KILLS = 8
BUILDING = 1.2  # seconds over which the kills are spread once the build has begun


def until_building(index: Path, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None and not list(index.glob("*.new.tmp")):
        time.sleep(0.005)


@pytest.mark.parametrize("at", range(KILLS))
def test_killed_while_it_builds_the_next_start_answers(tmp_path, at):
    """SIGKILL anywhere in the build: no half index is ever read, nothing is left behind."""
    index = tmp_path / "index"
    process = started("index", index)
    until_building(index, process)
    time.sleep(BUILDING * at / KILLS)
    process.send_signal(signal.SIGKILL)
    process.wait()
    after = retrieval("index", index)
    assert after.returncode == 0, after.stderr
    assert [is_whole(ready.parent, ready.parent.name) for ready in index.glob("*/ready.json")] == [True]
    assert not list(index.glob("*.tmp*"))


def test_two_starts_at_once_build_one_index(tmp_path):
    """The second waits for the first and opens what it built."""
    index = tmp_path / "index"
    both = [started("index", index), started("index", index)]
    assert [process.wait(timeout=300) for process in both] == [0, 0]
    assert len(list(index.glob("*/ready.json"))) == 1
    assert not list(index.glob("*.tmp*"))


def test_on_a_disk_too_small_it_answers_from_memory(mounted):
    """The index takes more than twenty megabytes; the disk has three."""
    disk = mounted("size=3m")
    found = retrieval(ASKED, disk / "index")
    assert found.returncode == 0, found.stderr
    assert "cos" in found.stdout
    assert "en mémoire" in found.stderr
    assert "Traceback" not in found.stderr
    assert not list((disk / "index").glob("*.tmp*"))


def test_on_a_disk_that_is_read_only_it_answers_from_memory(mounted):
    """An index may be there; it cannot be opened without writing."""
    disk = mounted("size=100m")
    assert retrieval(ASKED, disk / "index").returncode == 0
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    found = retrieval(ASKED, disk / "index")
    assert found.returncode == 0, found.stderr
    assert "cos" in found.stdout
    assert found.stderr.count("\n") == 1, found.stderr


def test_where_no_file_may_grow_it_answers_from_memory(tmp_path):
    """A limit on file sizes is how a full quota shows."""
    one = 1 << 20
    found = retrieval(ASKED, tmp_path / "index", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (one, one)))
    assert found.returncode == 0, found.stderr
    assert "en mémoire" in found.stderr
    assert "Traceback" not in found.stderr
