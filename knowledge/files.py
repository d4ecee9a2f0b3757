"""The kinds of data files: where they stand, what they hold, which schema describes them; and each file, read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from knowledge import shapes
from knowledge.dated import Parameter
from knowledge.faults import remedy
from knowledge.fiche import Fiche
from knowledge.reading import KnowledgeError, from_text, read_text, relative
from knowledge.sheet import StageSheet

FRONT = "---\n"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: the schema's name, the paths below the data folder, the type, and what the path itself says of it."""

    schema: str
    pattern: str
    shape: Any
    given: tuple[str, ...] = ()


KINDS = (
    FileKind("document", "corpus/*.md", shapes.Front, ("id",)),
    FileKind("errata", "corpus/errata.yaml", shapes.ErrataFile),
    FileKind("parameter", "law/**/*.yaml", Parameter, ("id",)),
    FileKind("stage", "stages/*.yaml", StageSheet, ("id",)),
    FileKind("statements", "stages/*/*.yaml", shapes.StatementFile),
    FileKind("fiche", "fiches/*.md", Fiche, ("id", "steps")),
    FileKind("partners", "partners/national.yaml", shapes.PartnerFile),
    FileKind("locals", "partners/[0-9]*.yaml", shapes.LocalFile),
    FileKind("orientation", "orientation.yaml", shapes.OrientationFile),
    FileKind("emergencies", "emergencies.yaml", shapes.EmergencyFile),
    FileKind("glossary", "glossary.yaml", shapes.GlossaryFile),
    FileKind("deadlines", "deadlines.yaml", shapes.DeadlineFile),
    FileKind("counting", "counting.yaml", shapes.CountingFile),
    FileKind("asked", "asked/*.yaml", shapes.Asked),
    FileKind("uncovered", "uncovered.yaml", shapes.UncoveredFile),
)
UNREAD = ("communes.csv", "departments.csv", "schemas/")


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file as it was read: its value, and for Markdown the text below the front matter and the line where it starts."""

    path: Path
    kind: FileKind
    value: Any
    body: str = ""
    body_line: int = 0

    @property
    def schema(self) -> str:
        """The name of its kind."""
        return self.kind.schema


def read_all(data: Path) -> tuple[DataFile, ...]:
    """Every file of *data*; one error names every wrong one."""
    files, faults = [], [_stray(path, data) for path in _strays(data)]
    for kind, path in _paths(data):
        try:
            files.append(read_file(kind, path))
        except KnowledgeError as error:
            faults.append(str(error))
    if faults:
        raise KnowledgeError("\n".join(faults))
    return tuple(files)


def read_file(kind: FileKind, path: Path) -> DataFile:
    """One file, checked against its type."""
    if path.suffix != ".md":
        given: dict[str, Any] = {"id": path.stem} if kind.given else {}
        return DataFile(path, kind, _placed(from_text(read_text(path), kind.shape, path, **given), path))
    front, body, line = split(path)
    given = {"id": path.stem, **({"steps": _steps(path, body, line)} if "steps" in kind.given else {})}
    return DataFile(path, kind, from_text(front, kind.shape, path, first_line=2, **given), body, line)


def _placed(value: Any, path: Path) -> Any:
    """A département's contacts and statements with its code, which the path says."""
    if isinstance(value, shapes.LocalFile):
        return replace(value, local=tuple(replace(one, department=path.stem) for one in value.local))
    if isinstance(value, shapes.StatementFile):
        return replace(value, statements=tuple(replace(one, department=path.parent.name) for one in value.statements))
    return value


def split(path: Path) -> tuple[str, str, int]:
    """Front matter, body, and the line where the body starts."""
    text = read_text(path)
    head, mark, body = text.removeprefix(FRONT).partition("\n---\n")
    if not text.startswith(FRONT) or not mark:
        raise KnowledgeError(f"{relative(path)}, ligne 1 : l'en-tête manque. Écrivez-le entre deux lignes « --- » (CONTRIBUTING.md donne un exemple).")
    return head, body, head.count("\n") + 4


def _steps(path: Path, body: str, line: int) -> tuple[str, ...]:
    """A fiche's numbered list."""
    steps = []
    for at, text in enumerate(body.splitlines()):
        head, point, step = text.strip().partition(". ")
        if text.strip() and not (point and head.isdigit()):
            raise KnowledgeError(
                f"{relative(path)}, ligne {line + at} : « {text.strip()[:50]} » : écrivez une étape « 1. … », sur une seule ligne.\n{remedy()}"
            )
        if text.strip():
            steps.append(step.strip())
    return tuple(steps)


def _paths(data: Path) -> Iterator[tuple[FileKind, Path]]:
    """Every file with its kind; one that has no star in its pattern must be there."""
    for kind in KINDS:
        found = sorted(data.glob(kind.pattern)) if "*" in kind.pattern else [data / kind.pattern]
        yield from ((kind, path) for path in found)


def _strays(data: Path) -> list[Path]:
    """The files that no kind reads: they would be ignored in silence."""
    read = {path for _, path in _paths(data)}
    left = (path for path in sorted(data.rglob("*")) if path.is_file() and path not in read)
    return [path for path in left if not path.name.startswith(".") and not path.relative_to(data).as_posix().startswith(UNREAD)]


def _stray(path: Path, data: Path) -> str:
    folders = sorted({kind.pattern for kind in KINDS if kind.pattern.split("/", maxsplit=1)[0] == path.relative_to(data).parts[0]})
    where = f"dans ce dossier, un fichier s'appelle : {', '.join(folders)}" if folders else "CONTRIBUTING.md dit où va chaque fichier"
    return f"{relative(path)} : rien ne lit ce fichier ; {where}. Renommez-le ou déplacez-le."
