"""`python -m retrieval "…"` shows passages; `index` builds the index; `vectors` renews the shipped vectors."""

import sys

from knowledge.loading import load
from knowledge.reading import KnowledgeError
from retrieval.bootstrap import build_search
from retrieval.embedding import SentenceTransformersEmbedder
from retrieval.entries import entries
from retrieval.settings import retrieval_settings
from retrieval.vectors import SHIPPED, VectorStore

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
    texts = [entry.text for entry in entries(load())]
    store = VectorStore(SHIPPED, settings.index_dir / "vectors.npz")
    store.embed(texts, SentenceTransformersEmbedder(settings.embedding_model), progress)
    store.save(SHIPPED, texts, settings.embedding_model)
    print(f"{len(texts)} textes, {SHIPPED.stat().st_size // 1000} ko")


def show(question: str) -> None:
    """The ten best passages for a question; only the index when it is empty."""
    knowledge = load()
    search = build_search(knowledge, retrieval_settings(), progress)
    for found in search.search(question, kinds=("passage",), limit=10) if question else ():
        passage = knowledge.passages[found.target.id]
        print(f"{found.score:.4f}  cos {found.cosine:.3f}  bm25 {found.bm25:5.1f}  {passage.id}\n    {passage.quote[:200]}")


def progress(done: int, total: int) -> None:
    """One line that counts up; a newline at the end is the caller's next print."""
    print(f"\rcalcul des vecteurs : {done}/{total}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
