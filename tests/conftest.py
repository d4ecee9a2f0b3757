"""Offline and fast: the real knowledge, an index over drawn vectors, the real application around them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_embedder import FakeEmbedder
from fastapi.testclient import TestClient

from assistant.bootstrap import Assistant
from assistant.engine import Engine
from knowledge.loading import Knowledge, load
from retrieval.entries import entries
from retrieval.indexing import ready_index
from retrieval.search import Search
from retrieval.windows import Windows


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """All of `knowledge/data`."""
    return load()


@pytest.fixture(scope="session")
def assistant(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant whose meaning comes from shared words."""
    embedder, found = FakeEmbedder(), entries(knowledge)
    folder: Path = tmp_path_factory.mktemp("index")
    return Assistant(Engine(knowledge, Search(found, ready_index(found, embedder, folder), embedder), Windows(knowledge.passages)))


@pytest.fixture(scope="session")
def client(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application, without a network."""
    import os  # noqa: PLC0415 (before the portal reads its settings)

    os.environ["CHAT_ROOT"] = str(tmp_path_factory.mktemp("chat"))
    from portal.app import create_app  # noqa: PLC0415 (Chainlit reads its folder at import)

    with TestClient(create_app(assistant), raise_server_exceptions=False) as client:
        yield client
