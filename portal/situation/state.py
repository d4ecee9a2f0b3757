"""What was said so far: read from the form, checked, and written back into it. Nothing of it is kept here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from knowledge.procedure.stage import Stage
from portal.api.requests import MESSAGE_LIMIT, Known
from portal.situation.form import Fields, one
from portal.situation.words import LANGUAGES, fault

FACTS = tuple(Known.model_fields)


@dataclass(frozen=True, slots=True)
class State:
    """The story in the person's words, the facts answered since, and the questions already asked."""

    language: str = "fr"
    message: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[str, ...] = ()

    def facts(self) -> dict[str, object]:
        """The answered facts as the assistant takes them."""
        return Known.model_validate(dict(self.known)).model_dump(exclude_none=True)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The fields that carry it from a page to the next."""
        yield "lang", self.language
        yield "message", self.message
        yield "asked", " ".join(self.asked)
        yield from self.known.items()

    def learned(self, facts: Mapping[str, str]) -> "State":
        """The same with these facts; an empty one is forgotten."""
        return replace(self, known={name: value for name, value in {**self.known, **facts}.items() if value})

    def having_asked(self, question: str) -> "State":
        """The same, with one more question behind it."""
        return replace(self, asked=tuple(dict.fromkeys((*self.asked, question))))


def read_state(fields: Fields) -> State:
    """The state that the fields carry; a value that is not possible is a 422 that names the possible ones."""
    known = {name: text for name in FACTS if (text := one(fields, name))}
    _check("act", known.get("act"), tuple(Stage))
    if known.get("act") == Stage.INCONNU:
        del known["act"]  # « je ne sais pas » tells nothing: it must not become « no paper »
    language = one(fields, "lang") or LANGUAGES[0]
    _check("lang", language, LANGUAGES)
    message = one(fields, "message")
    if len(message) > MESSAGE_LIMIT:
        raise HTTPException(413, fault("too-long", limit=MESSAGE_LIMIT))
    try:
        Known.model_validate(known)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from None
    return State(language, message, known, tuple(one(fields, "asked").split()[: len(FACTS)]))


def _check(name: str, value: str | None, accepted: tuple[str, ...]) -> None:
    if value and value not in accepted:
        raise HTTPException(422, fault("unknown-choice", name=name, value=value[:80], accepted=", ".join(accepted)))
