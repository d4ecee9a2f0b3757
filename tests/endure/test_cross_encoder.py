"""A real cross-encoder, without weights worth anything, reads what a search finds: the setting works offline, from a folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

QUESTION = "qui peut saisir la CCAPEX ?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A tiny BERT drawn at random, saved as a cross-encoder."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast  # noqa: PLC0415 (seconds: only here)

    words = tmp_path / "vocab.txt"
    words.write_text(
        "\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz", *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz")]), "utf-8"
    )
    place = tmp_path / "croise"
    BertTokenizerFast(vocab=str(words)).save_pretrained(place)
    config = BertConfig(vocab_size=57, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16, num_labels=1)
    BertForSequenceClassification(config).save_pretrained(place)
    return place


def test_a_folder_given_as_the_second_reader_reorders_the_results(folder: Path):
    plain, reread = (_found({**os.environ, "RERANKING_MODEL": name}) for name in ("", str(folder)))
    assert len(plain) == len(reread) > 0
    assert plain != reread


def _found(environment: dict[str, str]) -> list[str]:
    ran = subprocess.run([sys.executable, "-m", "retrieval", QUESTION], env=environment, capture_output=True, text=True, check=True, timeout=180)
    return [line for line in ran.stdout.splitlines() if line.strip()]
