"""A posted form, bounded before it is read; its text is made plain before anything looks at it."""

import re
from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from portal.situation.words import fault

BODY_LIMIT, FIELD_LIMIT, FIELDS = 64_000, 8_000, 200
FORM = "application/x-www-form-urlencoded"
_ODD_SPACES = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

Fields = Mapping[str, tuple[str, ...]]


async def read_form(request: Request) -> Fields:
    """The fields of a posted form, each with its values in order; 413 as soon as it is too long, 415 when it is no form."""
    if request.headers.get("content-type", FORM).partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415, fault("not-a-form"))
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            raise HTTPException(413, fault("too-long", limit=FIELD_LIMIT))
    return as_fields(body.decode("utf-8", "replace"))


def as_fields(encoded: str) -> Fields:
    """The fields of an encoded form or address, their text made plain."""
    try:
        pairs = parse_qsl(encoded, keep_blank_values=True, max_num_fields=FIELDS, errors="replace")
    except ValueError:
        raise HTTPException(413, fault("too-many")) from None
    fields: dict[str, tuple[str, ...]] = {}
    for name, text in pairs:
        fields[name] = (*fields.get(name, ()), plain(text))
    return fields


def plain(text: str) -> str:
    """Line ends made one kind; what no document can hold is refused, what is too long too."""
    text = _ODD_SPACES.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _UNWRITABLE.search(text):
        raise HTTPException(422, fault("unwritable"))
    if len(text) > FIELD_LIMIT:
        raise HTTPException(413, fault("too-long", limit=FIELD_LIMIT))
    return text


def one(fields: Fields, name: str) -> str:
    """The last value of a field, without spaces around it; empty when it is not there."""
    return fields.get(name, ("",))[-1].strip()


TheForm = Annotated[Fields, Depends(read_form)]
