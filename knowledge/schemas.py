"""JSON Schemas of the data files, written from the very types that check them, so that an editor says what the loader would."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.files import KINDS, FileKind
from knowledge.known import Knowledge
from knowledge.reading import adapter
from knowledge.vocabulary import Words, closed

ELSEWHERE = {"Local": ("department",), "Statement": ("department",), "Fiche": ("steps",)}  # said by the path, or below the front matter
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas(knowledge: Knowledge) -> dict[str, str]:
    """The text of each schema, by its file's name."""
    words = closed(knowledge.partners, knowledge.law)
    return {f"{kind.schema}.json": json.dumps(_schema(kind, words), ensure_ascii=False, indent=1) + "\n" for kind in KINDS}


def write_schemas(knowledge: Knowledge) -> int:
    """Write them beside the data; how many."""
    folder = knowledge.data / "schemas"
    folder.mkdir(exist_ok=True)
    written = schemas(knowledge)
    for name, text in written.items():
        (folder / name).write_text(text, "utf-8")
    return len(written)


def stale(knowledge: Knowledge) -> list[str]:
    """The schemas that differ from what the data files would give today."""
    folder = knowledge.data / "schemas"
    return [name for name, text in schemas(knowledge).items() if _read(folder / name) != text]


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _schema(kind: FileKind, words: Mapping[str, Words]) -> dict[str, Any]:
    schema: dict[str, Any] = adapter(kind.shape).json_schema()
    for block in (schema, *schema.get("$defs", {}).values()):
        for key in ELSEWHERE.get(block.get("title", ""), ()):
            block["properties"].pop(key)
        _explain(block)
    if "required" in schema:
        schema["required"] = [key for key in schema["required"] if key not in kind.given]
    _close(schema, words)
    return {"$schema": DRAFT, **schema}


@cache
def explanations() -> Mapping[str, Mapping[str, str]]:
    """What each key means, in French, by block."""
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load((Path(__file__).parent / "keys.yaml").read_text("utf-8"))
    return found


def _explain(block: dict[str, Any]) -> None:
    """Say in French what the block and each of its keys mean."""
    said = explanations().get(block.get("title", ""), {})
    if "_" in said:
        block["description"] = said["_"]
    for key, property_ in block.get("properties", {}).items():
        if key in said:
            property_["description"] = said[key]


def _close(node: Any, words: Mapping[str, Words]) -> None:
    """Give each key that points to an id the list of the ids; titles that only repeat the key go."""
    if isinstance(node, list):
        for item in node:
            _close(item, words)
    elif isinstance(node, dict):
        for key, property_ in node.get("properties", {}).items():
            property_.pop("title", None)
            if key in words:
                _enumerate(property_, sorted(words[key].known))
        for value in node.values():
            _close(value, words)


def _enumerate(property_: dict[str, Any], known: list[str]) -> None:
    """The text of a property, of its items, or of its alternatives, among *known*."""
    for part in (property_, property_.get("items", {}), *property_.get("anyOf", ())):
        if part.get("type") == "string":
            part["enum"] = known
