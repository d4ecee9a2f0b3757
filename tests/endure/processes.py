"""Commands of the product in their own process."""

import os
import subprocess
import sys
from pathlib import Path

ASKED = "j'ai reçu un commandement de payer, combien de temps ai-je ?"


def retrieval(command: str, index: Path, **options) -> subprocess.CompletedProcess[str]:
    """`python -m retrieval` on that index folder, to its end."""
    run = [sys.executable, "-m", "retrieval", command]
    return subprocess.run(run, env={**os.environ, "INDEX_DIR": str(index)}, capture_output=True, text=True, timeout=300, check=False, **options)


def started(command: str, index: Path) -> subprocess.Popen[bytes]:
    """The same, left running."""
    env = {**os.environ, "INDEX_DIR": str(index)}
    return subprocess.Popen([sys.executable, "-m", "retrieval", command], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
