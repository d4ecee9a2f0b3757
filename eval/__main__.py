"""`python -m eval answers|situations|refusals|attacks|retrieval FILE`: the contract's metrics on any file; `report`: all of them on our own sets."""

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from assistant.bootstrap import build_assistant, current_day
from eval import answers, latency
from eval.calibrate import calibrate
from eval.files import EvalFileError, datasets, read_rows
from eval.report import PARTS, Options, report, values
from eval.reporting.accepted import Accepted, Direction, read_accepted, write_accepted
from eval.reporting.page import write
from eval.reporting.sampling import drawn, to_judge
from eval.reporting.summary import summary, told
from eval.running import KINDS, run, sources
from knowledge.reading import KnowledgeError


def main() -> None:
    """Run one command; its exit code is 1 where a figure is worse than accepted."""
    chosen = _arguments()
    try:
        sys.exit(chosen.command(chosen))
    except (EvalFileError, KnowledgeError) as error:
        sys.exit(str(error))


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m eval", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for kind in KINDS:
        one = commands.add_parser(kind)
        one.set_defaults(command=_kind, kind=kind)
        one.add_argument("file", nargs="?", default="tuned", help="un fichier JSON Lines, ou tuned, ou held")
        one.add_argument("--failures", action="store_true", help="montrer chaque échec")
        one.add_argument("--today", type=date.fromisoformat)
    commands.add_parser("calibrate", help="réapprendre la confiance").set_defaults(command=_calibrate)
    commands.add_parser("latency", help="temps de réponse, à côté du plancher").set_defaults(command=_latency)
    _report_arguments(commands.add_parser("report", help="tout mesurer, en une page"))
    sample = commands.add_parser("sample", help="des réponses tirées au sort, à juger par le sens")
    sample.set_defaults(command=_sample)
    sample.add_argument("--part", choices=PARTS, default="held")
    sample.add_argument("--n", type=int, default=60)
    sample.add_argument("--seed", type=int, default=7)
    sample.add_argument("--today", type=date.fromisoformat)
    return parser.parse_args()


def _report_arguments(parser: ArgumentParser) -> None:
    parser.set_defaults(command=_report)
    parser.add_argument("--held-failures", action="store_true", help="montrer aussi les échecs de la partie tenue à part")
    parser.add_argument("--quick", action="store_true", help="sans la latence ni les autres montages")
    parser.add_argument("--today", type=date.fromisoformat)
    end = parser.add_mutually_exclusive_group()
    end.add_argument("--check", action="store_true", help="échouer si un chiffre est moins bon que celui de eval/accepted.json")
    end.add_argument("--accept", action="store_true", help="écrire les chiffres dans eval/accepted.json")


def _kind(chosen: Namespace) -> int:
    rows = datasets(chosen.file, KINDS[chosen.kind]) if chosen.file in PARTS else read_rows(Path(chosen.file))
    scores = run(chosen.kind, rows, build_assistant(), chosen.today or current_day())
    print(json.dumps({"kind": scores.kind, "rows": scores.rows, **scores.figures, "by": scores.by}, ensure_ascii=False, indent=1))
    for failure in scores.failures if chosen.failures else ():
        print(json.dumps(failure, ensure_ascii=False, default=str))
    return 0


def _calibrate(_chosen: Namespace) -> int:
    print(calibrate(build_assistant(), current_day()))
    return 0


def _latency(_chosen: Namespace) -> int:
    print(json.dumps(latency.measure(datasets("tuned", "questions"), build_assistant(), current_day()), indent=1))
    return 0


def _report(chosen: Namespace) -> int:
    """A check answers for the accepted day, so that only the program can have changed the figures."""
    accepted = read_accepted()
    if chosen.check and not accepted:
        raise EvalFileError("eval/accepted.json manque. Écrivez-le : python -m eval report --accept")
    today = chosen.today or (accepted.day if chosen.check and accepted else current_day())
    made = report(build_assistant, today, Options(chosen.held_failures, chosen.quick), accepted)
    page = write(made)
    for line in (*summary(made), *told(made.changes, Direction.WORSE), *told(made.changes, Direction.BETTER)):
        print(line)
    print(f"{sum(made.seconds.values()):.0f} s, {page}")
    if chosen.accept:
        write_accepted(Accepted(today, values(made.parts)))
    return int(chosen.check and any(change.direction is Direction.WORSE for change in made.changes))


def _sample(chosen: Namespace) -> int:
    assistant = build_assistant()
    rows = drawn(datasets(chosen.part, "questions"), chosen.n, chosen.seed)
    ask = answers.asker(assistant, chosen.today or current_day())
    for one in to_judge(chosen.part, answers.evaluate(rows, ask, sources(assistant))):
        print(json.dumps(one, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    main()
