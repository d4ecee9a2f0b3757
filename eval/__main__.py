"""`python -m eval answers|situations|refusals|attacks|retrieval FILE [--failures]`: the contract's metrics on any file."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from assistant.bootstrap import Assistant, build_assistant, current_day
from eval import answers, latency, retrieval, situations
from eval.calibrate import calibrate
from eval.files import EvalFileError, Row, datasets, read_rows
from eval.refusals import evaluate_attacks, evaluate_refusals
from eval.scores import Scores
from knowledge.corpus import Kind
from knowledge.reading import KnowledgeError
from knowledge.units import own_words
from retrieval.passage import PassageRetriever

KINDS = {"answers": "questions", "retrieval": "questions", "situations": "situations", "refusals": "unanswerable", "attacks": "attacks"}


def main() -> None:
    """Run one kind on a file, or on our own sets (`tuned`, `held`)."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("kind", choices=[*KINDS, "calibrate", "latency"])
    parser.add_argument("file", nargs="?", default="tuned", help="un fichier JSON Lines, ou tuned, ou held")
    parser.add_argument("--failures", action="store_true", help="montrer chaque échec")
    parser.add_argument("--today", type=date.fromisoformat, default=None)
    chosen = parser.parse_args()
    try:
        if chosen.kind == "calibrate":
            sys.exit(calibrate(build_assistant(), current_day()))
        if chosen.kind == "latency":
            print(json.dumps(latency.measure(datasets("tuned", "questions"), build_assistant(), current_day()), indent=1))
            return
        rows = datasets(chosen.file, KINDS[chosen.kind]) if chosen.file in {"tuned", "held"} else read_rows(Path(chosen.file))
        scores = run(chosen.kind, rows, build_assistant(), chosen.today or current_day())
    except (EvalFileError, KnowledgeError) as error:
        sys.exit(str(error))
    print(json.dumps({"kind": scores.kind, "rows": scores.rows, **scores.figures, "by": scores.by}, ensure_ascii=False, indent=1))
    for failure in scores.failures if chosen.failures else ():
        print(json.dumps(failure, ensure_ascii=False, default=str))


def run(kind: str, rows: Sequence[Row], assistant: Assistant, today: date) -> Scores:
    """The figures of one kind over *rows*."""
    runners: Mapping[str, Callable[[], Scores]] = {
        "answers": lambda: answers.evaluate(rows, answers.asker(assistant, today), sources(assistant)),
        "situations": lambda: situations.evaluate(rows, assistant),
        "refusals": lambda: evaluate_refusals(rows, assistant, today),
        "attacks": lambda: evaluate_attacks(rows, assistant, today),
        "retrieval": lambda: retrieval.evaluate(rows, PassageRetriever(assistant.engine.knowledge, assistant.engine.search)),
    }
    return runners[kind]()


def sources(assistant: Assistant) -> dict[str, str]:
    """The text of each document."""
    return {
        document.id: " ".join(own_words(block) for section in document.sections for block in section.blocks if block.kind is not Kind.EDITOR)
        for document in assistant.engine.knowledge.documents.values()
    }


if __name__ == "__main__":
    main()
