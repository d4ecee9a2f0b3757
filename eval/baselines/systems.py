"""What we compare with, on the same questions: what each finds, its first passage as the answer, and no refusal ever."""

from collections.abc import Callable, Mapping, Sequence

from assistant.answer import Answer, Citation, Outcome
from eval import answers, refusals, retrieval
from eval.answers import Ask
from eval.baselines.passages import RankedPassages, bm25_score, dense_score
from eval.baselines.remembering import RememberingEmbedder
from eval.baselines.tutorial import TutorialPipeline
from eval.files import Row
from eval.scores import Scores
from knowledge.loading import Knowledge
from retrieval.embedding import Embedder
from retrieval.passage import Retriever
from retrieval.vectors import VectorStore

LONGEST = 1200  # characters of an answer, in the contract


def systems(knowledge: Knowledge, embedder: Embedder, store: VectorStore) -> Mapping[str, Callable[[], Retriever]]:
    """Each system by its name, built when it is called for."""
    passages, embed = list(knowledge.passages.values()), RememberingEmbedder(embedder)
    return {
        "bm25": lambda: RankedPassages(knowledge, bm25_score(passages)),
        "dense": lambda: RankedPassages(knowledge, dense_score(passages, embed, store)),
        "tutorial": lambda: TutorialPipeline(knowledge.documents.values(), embed),
    }


def evaluate(retriever: Retriever, questions: Sequence[Row], unanswerable: Sequence[Row], sources: dict[str, str]) -> dict[str, Scores]:
    """The scores of one system, by kind."""
    ask = first_passage(retriever)
    return {
        "retrieval": retrieval.evaluate(questions, retriever),
        "answers": answers.evaluate(questions, ask, sources),
        "refusals": refusals.evaluate_refusals(unanswerable, ask),
    }


def first_passage(retriever: Retriever) -> Ask:
    """Answer with the first passage whatever is asked; only a search that finds nothing declines."""

    def ask(row: Row) -> Answer:
        hits = retriever.hits(row["question"], department=row.get("department"), limit=1)
        if not hits:
            return Answer(Outcome.DECLINED, "")
        first = hits[0]
        return Answer(Outcome.ANSWERED, first.text[:LONGEST], (Citation(1, first.document, first.section, first.text, first.url),))

    return ask
