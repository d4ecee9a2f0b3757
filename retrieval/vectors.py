"""Vectors kept by a digest of model and text: the shipped texts are embedded once, by us, not at every start."""

import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from retrieval.embedding import Embedder, Vectors
from retrieval.entry import Entry, digest

SHIPPED = Path(__file__).parent / "data" / "vectors.npz"
BATCH = 32
log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


class VectorStore:
    """A table digest → vector in one file (half precision: cosine changes by less than 0.001)."""

    def __init__(self, *paths: Path) -> None:
        self._rows: dict[str, Vectors] = {}
        for path in paths:
            self._rows |= _read(path)

    @property
    def size(self) -> int:
        """How many vectors are known."""
        return len(self._rows)

    def embed(self, entries: Sequence[Entry], embedder: Embedder, progress: Progress) -> Vectors:
        """The vectors of *entries*, shape (n, d); only those never seen are computed."""
        keys = [_key(entry, embedder.name) for entry in entries]
        new = {key: entry for key, entry in zip(keys, entries, strict=True) if key not in self._rows}
        for asked, embed in ((False, embedder.documents), (True, embedder.queries)):
            wanted = [(key, entry.text) for key, entry in new.items() if entry.asked is asked]
            for start in range(0, len(wanted), BATCH):
                progress(start, len(wanted))
                batch = wanted[start : start + BATCH]
                rows = embed([text for _, text in batch])
                self._rows |= {key: row for (key, _), row in zip(batch, rows, strict=True)}
        return np.stack([self._rows[key] for key in keys])

    def save(self, path: Path, entries: Sequence[Entry], model: str) -> None:
        """Write the vectors of *entries* to *path*, aside and then in its place."""
        keys = sorted({_key(entry, model) for entry in entries})
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".tmp.npz")
        vectors = np.stack([self._rows[key] for key in keys]).astype(np.float16)
        try:
            np.savez_compressed(aside, digests=np.array(keys), vectors=vectors)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Vectors]:
    """The vectors of a file; none when it is damaged, and they are computed again."""
    try:
        with np.load(path, allow_pickle=False) as data:
            return dict(zip(data["digests"].tolist(), data["vectors"].astype(np.float32), strict=True))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except Exception as error:  # noqa: BLE001 (damage shows as a bad archive, a bad checksum, a bad header or a missing table)
        log.warning("%s est abîmé (%s) : ses vecteurs sont recalculés, comptez dix minutes. Rétablir le fichier l'évite.", path, error)
        return {}


def _key(entry: Entry, model: str) -> str:
    """A question and a passage of the same words have two vectors."""
    return digest(f"{model}\n{'query' if entry.asked else 'passage'}\n{entry.text}")


def count_up(done: int, total: int) -> None:
    """Progress on one line of the terminal."""
    sys.stderr.write(f"\rcalcul des vecteurs : {done}/{total}")
    sys.stderr.flush()
