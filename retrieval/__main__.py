"""`python -m retrieval "…"` shows passages; `index` builds the index; `vectors` renews the shipped vectors."""

import sys

from knowledge.loading import load
from knowledge.reading import KnowledgeError
from retrieval.bootstrap import build_embedder, build_search
from retrieval.entries import entries
from retrieval.search import PASSAGES
from retrieval.settings import retrieval_settings
from retrieval.vectors import SHIPPED, VectorStore, count_up

USAGE = 'Usage : python -m retrieval "une question" | index | vectors'


def main(arguments: list[str]) -> None:
    """One word of command, or a question."""
    if not arguments:
        sys.exit(USAGE)
    try:
        if arguments == ["vectors"]:
            renew_shipped_vectors()
        else:
            show("" if arguments == ["index"] else " ".join(arguments))
    except KnowledgeError as error:
        sys.exit(str(error))


def renew_shipped_vectors() -> None:
    """Embed every shipped text that is not yet, and keep only those in use."""
    settings = retrieval_settings()
    found = entries(load())
    store = VectorStore(SHIPPED, settings.index_dir / "vectors.npz")
    store.embed(found, build_embedder(settings.embedding_model), count_up)
    store.save(SHIPPED, found, settings.embedding_model)
    print(f"{len(found)} textes, {SHIPPED.stat().st_size // 1000} ko")


def show(question: str) -> None:
    """The ten best passages for a question; only the index when it is empty."""
    knowledge = load()
    search = build_search(knowledge, retrieval_settings(), count_up)
    for found in search.search(question, kinds=PASSAGES, limit=10) if question else ():
        passage = knowledge.passages[found.target.id]
        print(f"{found.score:.4f}  cos {found.cosine:.3f}  bm25 {found.bm25:5.1f}  {passage.id}\n    {passage.quote[:200]}")


if __name__ == "__main__":
    main(sys.argv[1:])
