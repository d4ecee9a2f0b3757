"""`python -m scripts.bench`: the speed of the product beside its floor, the embedding of one question, and beside a tutorial's pipeline."""

import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from assistant.bootstrap import Assistant, build_assistant, current_day
from eval import retrieval
from eval.baselines.tutorial import TutorialPipeline
from eval.files import Row, datasets
from retrieval.bootstrap import build_embedder
from retrieval.embedding import Embedder
from retrieval.passage import PassageRetriever, Retriever
from retrieval.settings import retrieval_settings
from scripts.bench.building import per_thousand
from scripts.bench.served import Served, served
from scripts.bench.timing import Call, Series, interleaved

FLOOR, PEER = "un vecteur de question (plancher)", "montage de tutoriel"
SEARCH, ANSWERS, SITUATIONS = "/search", "/answers", "/situations"
ANSWERS_OVER_FLOOR, START_SECONDS, MEMORY_MEGABYTES = 1.5, 15.0, 1200.0


@dataclass(frozen=True, slots=True)
class Target:
    """A figure and the most it may be."""

    name: str
    figure: float
    most: float


def main() -> None:
    """Measure everything in one run; the exit code is 1 where a target is missed."""
    rows = datasets("tuned", "questions")
    assistant = build_assistant()
    embedder = build_embedder(retrieval_settings().embedding_model)
    embedder.query("réchauffage")
    peer = TutorialPipeline(assistant.engine.knowledge.documents.values(), embedder)
    ours = PassageRetriever(assistant.engine.knowledge, assistant.engine.search)
    series = interleaved(_in_process(assistant, embedder, ours, peer), [row["question"] for row in rows])
    print(f"\nDans le processus, {len(rows)} questions (ms)")
    _show(series, series[FLOOR])
    _show_peer(rows, series, ours, peer)
    _show_building(per_thousand(assistant.engine.knowledge, embedder))
    targets = [Target("réponse / plancher (médiane)", series[ANSWERS].at(50) / series[FLOOR].at(50), ANSWERS_OVER_FLOOR), *_serve(rows, series[FLOOR])]
    sys.exit(_judged(targets))


def _in_process(assistant: Assistant, embedder: Embedder, ours: Retriever, peer: Retriever) -> Mapping[str, Call]:
    """The floor has an embedder of its own, which remembers nothing."""
    day = current_day()
    return {
        FLOOR: embedder.query,
        SEARCH: ours.hits,
        ANSWERS: lambda question: assistant.answer(question, day),
        SITUATIONS: lambda question: assistant.situation(question, day),
        PEER: peer.hits,
    }


def _serve(rows: list[Row], floor: Series) -> list[Target]:
    """Start twice, on no index then on the one just built; ask the second over HTTP."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with served(folder, folder / "index") as cold:
            first = cold.seconds
        with served(folder, folder / "index") as warm:
            series = interleaved(_over_http(warm), [row["question"] for row in rows])
            now, peak = warm.memory()
    print(f"\nEn HTTP, {len(rows)} questions (ms)")
    _show(series, floor)
    print(f"\nDémarrage : {first:.1f} s sans index, {warm.seconds:.1f} s ensuite. Mémoire : {now:.0f} Mo, {peak:.0f} Mo au plus.")
    return [Target("démarrage (s)", warm.seconds, START_SECONDS), Target("mémoire (Mo)", peak, MEMORY_MEGABYTES)]


def _over_http(server: Served) -> Mapping[str, Call]:
    api = httpx.Client(base_url=f"{server.address}/api/v1", timeout=60)

    def post(path: str, field: str) -> Call:
        return lambda question: api.post(path, json={field: question}).raise_for_status()

    return {
        SEARCH: lambda question: api.get(SEARCH, params={"q": question}).raise_for_status(),
        ANSWERS: post(ANSWERS, "question"),
        SITUATIONS: post(SITUATIONS, "message"),
    }


def _show(series: Mapping[str, Series], floor: Series) -> None:
    print(f"{'':36} {'p50':>8} {'p95':>8} {'p99':>8} {'p50/plancher':>13}")
    for name, one in series.items():
        print(f"{name:36} {one.at(50):8.1f} {one.at(95):8.1f} {one.at(99):8.1f} {one.at(50) / floor.at(50):13.2f}")


def _show_peer(rows: list[Row], series: Mapping[str, Series], ours: Retriever, peer: Retriever) -> None:
    print(
        f"\nÀ côté du tutoriel : /search prend {series[SEARCH].over(series[PEER]):.2f} fois son temps, /answers {series[ANSWERS].over(series[PEER]):.2f} fois."
    )
    found: dict[str, Any] = {"Toit": retrieval.evaluate(rows, ours).figures, PEER: retrieval.evaluate(rows, peer).figures}
    for name, figures in found.items():
        print(f"{name:24} rappel@5 {figures['recall@5']:.3f}   mrr@10 {figures['mrr@10']:.3f}")


def _show_building(cost: Mapping[str, float]) -> None:
    print(
        f"\nIndex de {cost['entries']:.0f} entrées, par millier : {cost['embedded']:.1f} s de calcul des vecteurs (livrés d'avance), {cost['indexed']:.2f} s d'écriture."
    )


def _judged(targets: list[Target]) -> int:
    print("\nCibles")
    for target in targets:
        verdict = "tenue" if target.figure <= target.most else "MANQUÉE"
        print(f"{target.name:36} {target.figure:8.2f} pour {target.most:.2f} au plus : {verdict}")
    return int(any(target.figure > target.most for target in targets))


if __name__ == "__main__":
    main()
