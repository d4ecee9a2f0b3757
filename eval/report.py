"""`python -m eval report`: every set of both parts, what we compare with, latency; one page and one JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.bootstrap import Assistant
from eval import latency
from eval.baselines.systems import evaluate, systems
from eval.files import datasets
from eval.reporting.accepted import Accepted, PartFigures, changes
from eval.reporting.contents import Kinds, Report, contents
from eval.reporting.judgements import judged, read_judgements
from eval.reporting.labels import labels
from eval.reporting.steps import Steps
from eval.running import KINDS, run, sources
from eval.scores import Scores
from retrieval.bootstrap import build_embedder
from retrieval.settings import retrieval_settings
from retrieval.vectors import SHIPPED, VectorStore

PARTS = ("tuned", "held")


@dataclass(frozen=True, slots=True)
class Options:
    """What a run shows and measures: failures of the held part only when asked, ours alone when quick."""

    held_failures: bool = False
    quick: bool = False


def report(build: Callable[[], Assistant], today: date, options: Options, accepted: Accepted | None) -> Report:
    """Run everything, step by step."""
    steps = Steps()
    assistant = steps.run("chargement", build)
    # First, so that the memory it reads is that of an assistant and of nothing else.
    taken = {} if options.quick else steps.run("latence", lambda: latency.measure(datasets("tuned", "questions"), assistant, today))
    scores = {part: {kind: _ours(steps, part, kind, assistant, today) for kind in KINDS} for part in PARTS}
    parts = {part: _shown(kinds, with_failures=part == "tuned" or options.held_failures) for part, kinds in scores.items()}
    judgements = read_judgements()
    return Report(
        day=today,
        model=retrieval_settings().embedding_model,
        parts=parts,
        baselines={} if options.quick else _baselines(steps, assistant),
        judged={part: judged(judgements, part, kinds["answers"]) for part, kinds in scores.items()},
        latency=taken,
        changes=changes(values(parts), accepted.parts if accepted else {}, labels().lower_is_better),
        seconds=steps.seconds,
    )


def values(parts: Mapping[str, Kinds]) -> PartFigures:
    """The figures that are accepted or not, without their intervals."""
    return {part: {kind: {name: figure.value for name, figure in one.figures.items()} for kind, one in kinds.items()} for part, kinds in parts.items()}


def _ours(steps: Steps, part: str, kind: str, assistant: Assistant, today: date) -> Scores:
    return steps.run(f"{part} : {kind}", lambda: run(kind, datasets(part, KINDS[kind]), assistant, today))


def _shown(scores: Mapping[str, Scores], *, with_failures: bool) -> Kinds:
    return {kind: contents(one, with_failures=with_failures) for kind, one in scores.items()}


def _baselines(steps: Steps, assistant: Assistant) -> dict[str, dict[str, Kinds]]:
    """Each system built once, then asked the questions of each part."""
    settings = retrieval_settings()
    store = VectorStore(SHIPPED, settings.index_dir / "vectors.npz")
    found: dict[str, dict[str, Kinds]] = {part: {} for part in PARTS}
    for name, build in systems(assistant.engine.knowledge, build_embedder(settings.embedding_model), store).items():
        retriever, texts = steps.run(f"{name} : construction", build), sources(assistant)
        for part in PARTS:
            questions, unanswerable = datasets(part, "questions"), datasets(part, "unanswerable")
            scores = steps.run(f"{name} : {part}", lambda: evaluate(retriever, questions, unanswerable, texts))  # noqa: B023 (run at once)
            found[part][name] = _shown(scores, with_failures=False)
    return found
