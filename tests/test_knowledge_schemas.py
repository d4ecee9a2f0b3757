"""Each data file has a schema that editors pick up, and the schemas say what the loader checks."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from knowledge.files import KINDS, split
from knowledge.loading import Knowledge
from knowledge.reading import DATA
from knowledge.schemas import explanations, schemas

MARK = "# yaml-language-server: $schema="
FILES = [pytest.param(kind, path, id=path.relative_to(DATA).as_posix()) for kind in KINDS for path in sorted(DATA.glob(kind.pattern))]


class Plain(yaml.CSafeLoader):
    """YAML as an editor reads it: a date stays a text."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def text_of(path: Path) -> str:
    """The YAML of a file: all of it, or its front matter."""
    return split(path)[0] if path.suffix == ".md" else path.read_text("utf-8")


@cache
def validator(path: Path) -> Draft202012Validator:
    """The schema at *path*, ready."""
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_committed_schemas_are_those_of_the_types(knowledge: Knowledge):
    """`python -m knowledge schemas` would change nothing, and no schema is left over."""
    written = {path.name: path.read_text("utf-8") for path in (DATA / "schemas").glob("*.json")}
    assert written == schemas(knowledge)


@pytest.mark.parametrize(("kind", "path"), FILES)
def test_a_file_names_its_schema_and_obeys_it(kind, path):
    """Its first line leads, from its own folder, to the schema of its kind; the schema accepts it."""
    first = text_of(path).splitlines()[0]
    assert first.startswith(MARK)
    schema = (path.parent / first.removeprefix(MARK)).resolve()
    assert schema == (DATA / "schemas" / f"{kind.schema}.json").resolve()
    assert [error.message for error in validator(schema).iter_errors(yaml.load(text_of(path), Plain))] == []  # noqa: S506 (a safe loader)


@pytest.mark.parametrize(
    ("schema", "file", "key", "value"),
    [
        ("parameter", "law/appel-delai.yaml", "labl", "une faute de frappe"),
        ("parameter", "law/appel-delai.yaml", "selected_by", "la-lune"),
        ("parameter", "law/appel-delai.yaml", "stages", ["commandement"]),
        ("parameter", "law/appel-delai.yaml", "versions", "une seule"),
        ("orientation", "orientation.yaml", "orientation", [{"stage": "inconnu", "role": "locataire", "partners": [{"partner": "mairie", "why": {}}]}]),
    ],
)
def test_a_schema_refuses_what_the_loader_refuses(schema, file, key, value):
    """An editor underlines an unknown key, an unknown id, a wrong type."""
    wrong = {**yaml.load((DATA / file).read_text("utf-8"), Plain), key: value}  # noqa: S506 (a safe loader)
    assert not validator(DATA / "schemas" / f"{schema}.json").is_valid(wrong)


def blocks(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Each block of a schema, by its name."""
    top = {schema["title"]: schema} if "title" in schema else {}
    return {**top, **schema.get("$defs", {})}


def test_every_block_and_every_key_is_explained_in_french(knowledge: Knowledge):
    """What an editor shows under the pointer comes from keys.yaml, which explains nothing that no longer exists."""
    said, seen = explanations(), set()
    for text in schemas(knowledge).values():
        for name, block in blocks(json.loads(text)).items():
            keys = set(block.get("properties", ()))
            assert set(said[name]) == {"_", *keys}, name
            assert block["description"] == said[name]["_"]
            seen.add(name)
    assert seen == set(said)
