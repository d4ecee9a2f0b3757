"""The parts of retrieval put together, for the assistant, the portal and the command line."""

from knowledge.loading import Knowledge
from retrieval.embedding import SentenceTransformersEmbedder
from retrieval.entries import entries
from retrieval.indexing import ready_index
from retrieval.search import Search
from retrieval.settings import RetrievalSettings
from retrieval.vectors import Progress


def build_search(knowledge: Knowledge, settings: RetrievalSettings, progress: Progress) -> Search:
    """A search over all knowledge, its index ready."""
    embedder = SentenceTransformersEmbedder(settings.embedding_model)
    found = entries(knowledge)
    return Search(found, ready_index(found, embedder, settings.index_dir, progress, settings.chroma_url), embedder, knowledge.glossary)
