"""The wheel carries every file that the packages read."""

from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent
PACKAGES = ("assistant", "knowledge", "retrieval", "portal", "eval")


@pytest.fixture(scope="module")
def carried() -> set[str]:
    """The files that hatchling puts in the wheel."""
    return {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_of_a_package_travels(carried, package):
    """Texts, sentences, templates, styles, vectors: what is in the folder is in the wheel."""
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert here - carried == set()


def test_nothing_else_travels(carried):
    """Neither tests nor the running server's own files."""
    assert {path.partition("/")[0] for path in carried} == set(PACKAGES)
