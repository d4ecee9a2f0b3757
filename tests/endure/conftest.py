"""The long suite: real processes, real disks, the real model."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Mounted = Callable[[str], Path]


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mounted]:
    """A small disk of one's own (`size=3m`, …), where the system allows one."""
    places: list[Path] = []

    def mount(options: str) -> Path:
        place = tmp_path / f"disque-{len(places)}"
        place.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False).returncode:
            pytest.skip("this machine does not let us mount a disk")
        places.append(place)
        return place

    yield mount
    for place in places:
        subprocess.run(["umount", "-l", place], check=True)
