"""What is indexed: a text, and what it leads to."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Kind = Literal["passage", "fiche"]


@dataclass(frozen=True, slots=True)
class Target:
    """A thing that can answer: a passage or a fiche, by its id."""

    kind: Kind
    id: str
    department: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text that leads to a target: its own words, or a way people ask for it (`asked`)."""

    text: str
    target: Target
    asked: bool = False

    @property
    def key(self) -> str:
        """A digest of the text and where it leads: equal entries are one."""
        return digest(f"{self.target.kind}:{self.target.id}:{self.asked}:{self.text}")


def digest(text: str) -> str:
    """Twenty hex digits of SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:20]
