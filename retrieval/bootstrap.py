"""The parts of retrieval put together, for the assistant, the portal and the command line."""

from knowledge.loading import Knowledge
from retrieval.adapter import shipped_adapter
from retrieval.embedding import SentenceTransformersEmbedder
from retrieval.entries import entries
from retrieval.indexing import ready_index
from retrieval.search import Search
from retrieval.settings import RetrievalSettings
from retrieval.vectors import Progress


def build_search(knowledge: Knowledge, settings: RetrievalSettings, progress: Progress) -> Search:
    """A search over all knowledge, its index ready."""
    embedder = SentenceTransformersEmbedder(settings.embedding_model)
    found, adapter = entries(knowledge), shipped_adapter(settings.embedding_model)
    index = ready_index(found, embedder, settings.index_dir, progress, settings.chroma_url, adapter=adapter)
    return Search(found, index, embedder, knowledge.glossary, adapter)
