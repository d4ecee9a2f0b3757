"""The usual tutorial pipeline: recursive splitter, 1,000 characters with 200 overlap, dense top 4 in Chroma."""

from collections.abc import Iterable
from uuid import uuid4

import chromadb
from chromadb.config import Settings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from knowledge.corpus import Document, Kind
from knowledge.units import own_words
from retrieval.embedding import Embedder
from retrieval.passage import Hit

SIZE, OVERLAP, TOP = 1000, 200, 4


class TutorialPipeline:
    """A retriever as the tutorials write it: no département, no headings kept with their text, four chunks."""

    def __init__(self, documents: Iterable[Document], embedder: Embedder) -> None:
        splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
        chunks = [(document.id, chunk) for document in documents for chunk in splitter.split_text(_text(document))]
        self._embedder = embedder
        client = chromadb.EphemeralClient(settings=Settings(anonymized_telemetry=False))
        self._collection = client.create_collection(f"tutoriel-{uuid4().hex}", embedding_function=None)
        self._collection.add(
            ids=[str(at) for at in range(len(chunks))],
            embeddings=embedder.documents([text for _, text in chunks]),
            documents=[text for _, text in chunks],
            metadatas=[{"document": name} for name, _ in chunks],
        )

    def hits(self, question: str, *, department: str | None = None, document: str | None = None, limit: int = 10) -> list[Hit]:  # noqa: ARG002 (the port's filters: this pipeline has none)
        """The four nearest chunks, of any document."""
        vector = self._embedder.query(question).tolist()
        found = self._collection.query(query_embeddings=[vector], n_results=min(limit, TOP), include=["documents", "metadatas", "distances"])
        texts, places, distances = (found["documents"] or [[]])[0], (found["metadatas"] or [[]])[0], (found["distances"] or [[]])[0]
        ranked = enumerate(zip(texts, places, distances, strict=True), start=1)
        return [Hit(rank, 1 - distance, str(place["document"]), "", text, "") for rank, (text, place, distance) in ranked]


def _text(document: Document) -> str:
    """Titles and blocks, each its own paragraph; the editor's notes left out."""
    parts = []
    for section in document.sections:
        parts += [section.title, *(own_words(block) for block in section.blocks if block.kind is not Kind.EDITOR)]
    return "\n\n".join(parts)
