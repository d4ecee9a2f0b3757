"""Who a person is, taken out of what they wrote: names, phones, e-mails, numbers of files and accounts, addresses."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


@dataclass(frozen=True, slots=True)
class _Mask:
    pattern: re.Pattern[str]
    instead: str


@cache
def _masks() -> Sequence[_Mask]:
    data = yaml.safe_load((Path(__file__).parent / "masking.yaml").read_text("utf-8"))
    return tuple(_Mask(re.compile(one["pattern"]), one["instead"]) for one in data)


def masked(text: str) -> str:
    """The text with each personal datum replaced by its kind, « [téléphone] »; the rest word for word."""
    plain = SPACES.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))
    for mask in _masks():
        plain = mask.pattern.sub(mask.instead, plain)
    return plain
