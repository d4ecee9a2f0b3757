"""A damaged file, a full disk, a folder that cannot be written, a strange clock: it repairs itself or says what is wrong, in French."""

import errno
import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge.dated import Parameter
from knowledge.reading import DATA, KnowledgeError, read_yaml
from retrieval import dense, locking
from retrieval.dense import Dense
from retrieval.embedding import Vectors
from retrieval.entry import Entry, Target
from retrieval.indexing import ready_index

ENTRIES = [Entry(f"texte {at}", Target("passage", str(at)), asked=at % 3 == 0) for at in range(1400)]


class Drawn:
    """A drawn vector per text; it counts what it computes."""

    name = "tiré"

    def __init__(self) -> None:
        self.computed = 0

    def query(self, text: str) -> Vectors:
        """One."""
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
        vector = np.random.default_rng(seed).standard_normal(32).astype(np.float32)
        return vector / np.linalg.norm(vector)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Several."""
        return self.documents(texts)

    def documents(self, texts: Sequence[str]) -> Vectors:
        """Several, counted."""
        self.computed += len(texts)
        return np.stack([self.query(text) for text in texts])


@pytest.fixture(autouse=True)
def _every_group_is_asked_of_chroma(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dense, "SMALL", 0)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bâti")
    ready_index(ENTRIES, Drawn(), folder)
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Iterator[Path]:
    """A whole index of one's own, to be damaged."""
    shutil.copytree(built, tmp_path / "index")
    yield tmp_path / "index"
    dense.forget_clients()


def place_of(folder: Path) -> Path:
    return folder / dense.fingerprint(Drawn.name, ENTRIES)


def answers(index: Dense) -> bool:
    """Whether each of a few entries is nearest to itself."""
    wanted = range(0, len(ENTRIES), 200)
    return all(index.search(Drawn().query(ENTRIES[at].text), 1)[0][0] == at for at in wanted)


def test_a_whole_index_is_opened_not_built(folder, monkeypatch):
    monkeypatch.setattr(dense, "build", lambda *_: pytest.fail("built again"))
    embedder = Drawn()
    assert answers(ready_index(ENTRIES, embedder, folder))
    assert embedder.computed == 0


def garble(path: Path) -> None:
    path.write_bytes(bytes(np.random.default_rng(7).integers(0, 256, path.stat().st_size, dtype=np.uint8)))


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("damage", [garble, halve, Path.unlink], ids=["brouillé", "coupé", "effacé"])
@pytest.mark.parametrize("name", ["chroma.sqlite3", "ready.json", "data_level0.bin", "header.bin", "index_metadata.pickle"])
def test_a_damaged_index_is_built_again(folder, name, damage: Callable[[Path], None]):
    """Any of its files: the next start answers as before, without computing a vector."""
    for path in place_of(folder).rglob(name):
        damage(path)
    embedder = Drawn()
    assert answers(ready_index(ENTRIES, embedder, folder))
    assert embedder.computed == 0


@pytest.mark.parametrize("damage", [garble, halve, flip, Path.unlink], ids=["brouillé", "coupé", "un octet", "effacé"])
def test_damaged_vectors_are_computed_again(folder, damage: Callable[[Path], None], caplog):
    damage(folder / "vectors.npz")
    embedder = Drawn()
    assert answers(ready_index(ENTRIES, embedder, folder))
    assert embedder.computed == len(ENTRIES)
    assert damage is Path.unlink or "abîmé" in caplog.text
    again = Drawn()
    ready_index(ENTRIES, again, folder)
    assert again.computed == 0


def test_what_an_interrupted_build_left_is_removed(folder):
    """A kill leaves a half folder aside and half a vectors file; neither is ever read."""
    place = place_of(folder)
    half = place.with_name(f"{place.name}.new.tmp")
    shutil.copytree(place, half)
    shutil.rmtree(place)
    (folder / "vectors.tmp.npz").write_bytes(b"PK")
    assert answers(ready_index(ENTRIES, Drawn(), folder))
    assert not list(folder.glob("*.tmp*"))


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path, caplog):
    """The index is held in memory, and one line says so."""
    (tmp_path / "fichier").write_text("", "utf-8")
    assert answers(ready_index(ENTRIES, Drawn(), tmp_path / "fichier" / "index"))
    assert [line.count("\n") for line in caplog.messages] == [0]
    assert "INDEX_DIR" in caplog.text


def test_a_full_disk_is_no_obstacle(tmp_path, monkeypatch, caplog):
    """Neither the vectors nor the index can be kept: they are held in memory, and each line says what is lost."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(np, "savez_compressed", full)
    monkeypatch.setattr(dense, "seal", full)
    assert answers(ready_index(ENTRIES, Drawn(), tmp_path))
    assert "prochain démarrage" in caplog.text
    assert "Faites de la place" in caplog.text
    assert not list(tmp_path.glob("*.tmp*"))


def test_an_index_that_is_read_is_not_removed(folder):
    """An upgrade builds its own beside the one that the running process reads; once it is closed, it goes."""
    reader = ready_index(ENTRIES, Drawn(), folder)
    ready_index(ENTRIES[:1200], Drawn(), folder)
    assert place_of(folder).is_dir()
    del reader
    assert not locking.is_held(place_of(folder))
    ready_index(ENTRIES[:1200], Drawn(), folder)
    assert not place_of(folder).exists()


@pytest.mark.parametrize("content", ["", "\0\1\2", "label: [", "label: a\nlabel: b\n", "label:\n\t- a\n", "- une\n- liste\n"])
def test_a_damaged_knowledge_file_is_named_in_french(tmp_path, content):
    """The start stops with the file's name and what to do; never a trace of Python."""
    path = tmp_path / "regle.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(KnowledgeError, match=r"regle\.yaml"):
        read_yaml(path, Parameter, id="regle")


def test_a_knowledge_file_cut_anywhere_is_refused_or_whole(tmp_path):
    """A disk that filled up during an edit: every third of a real rule."""
    whole = (DATA / "law" / "impaye-definition-aide-logement.yaml").read_bytes()
    path = tmp_path / "regle.yaml"
    for end in range(0, len(whole), len(whole) // 40):
        path.write_bytes(whole[:end])
        try:
            read_yaml(path, Parameter, id="regle")
        except KnowledgeError as error:
            assert "regle.yaml" in str(error)  # noqa: PT017 (cut at the end of a version, a rule may still be whole)


@pytest.mark.parametrize("day", ["1970-01-01", "2000-02-29", "2038-01-19", "2100-12-31"])
def test_a_clock_that_jumped_still_gets_an_answer(client, day):
    """The server's day may be any day: no failure on the three doors that count with it."""
    told = "J'ai reçu un commandement de payer il y a 3 semaines, mon bail est de mars 2024, quel est le délai ?"
    for answer in (
        client.post("/api/v1/answers", json={"question": told, "today": day}),
        client.post("/api/v1/situations", json={"message": told, "today": day}),
        client.get("/api/v1/parameters", params={"date": day}),
    ):
        assert answer.status_code == 200, answer.text


def test_a_sound_start_says_nothing(folder, caplog):
    ready_index(ENTRIES, Drawn(), folder)
    assert caplog.messages == []
