"""Errors as RFC 9457 `application/problem+json`, in plain French, never a stack trace."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "Demande illisible",
    404: "Introuvable",
    405: "Méthode non acceptée",
    413: "Message trop long",
    415: "Format non accepté",
    422: "Demande incorrecte",
    429: "Trop de demandes",
    500: "Erreur de notre côté",
    503: "Service indisponible un instant",
}
DETAILS = {400: "Ce qui est envoyé ne se lit pas : envoyez du JSON, en UTF-8.", 404: "Cette adresse n'existe pas."}
FRAMEWORKS_OWN = {"There was an error parsing the body"}  # FastAPI's, of a body that is no UTF-8 or nests too deep
FAULTS = {
    "missing": "manque",
    "string_too_short": "est trop court",
    "string_too_long": "est trop long (au plus {max_length} caractères)",
    "extra_forbidden": "n'est pas un champ connu",
    "date_from_datetime_parsing": "n'est pas une date (écrire 2026-11-25)",
    "date_from_datetime_inexact": "n'est pas une date (écrire 2026-11-25)",
    "date_type": "n'est pas une date (écrire 2026-11-25)",
    "date_parsing": "n'est pas une date (écrire 2026-11-25)",
    "string_type": "doit être un texte",
    "int_parsing": "doit être un nombre entier",
    "less_than_equal": "est trop grand (au plus {le})",
    "greater_than_equal": "est trop petit (au moins {ge})",
    "enum": "n'est pas une valeur connue ; valeurs acceptées : {expected}",
    "literal_error": "n'est pas une valeur connue ; valeurs acceptées : {expected}",
    "json_invalid": "n'est pas du JSON correct",
    "model_attributes_type": "doit être un objet JSON",
    "string_pattern_mismatch": "n'a pas la forme attendue",
}
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}},
}
log = logging.getLogger(__name__)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of these errors."""
    return {status: {"description": TITLES[status], "content": {MEDIA_TYPE: {"schema": PROBLEM}}} for status in statuses}


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """One error, as the contract says."""
    body = {"type": "about:blank", "title": TITLES.get(status, HTTPStatus(status).phrase), "status": status, "detail": detail}
    return JSONResponse(body, status, headers=headers, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Make every error of *app* a problem."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _failed)


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    return problem(422, " ; ".join(_said(fault) for fault in faults) or "La demande n'a pas la forme attendue.")


async def _refused(_: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = str(error.detail) if isinstance(error, HTTPException) else ""
    if detail in {"", HTTPStatus(status).phrase, *FRAMEWORKS_OWN}:
        detail = DETAILS.get(status) or TITLES.get(status, HTTPStatus(status).phrase)
    return problem(status, detail, dict(getattr(error, "headers", None) or {}))


async def _failed(request: Request, error: Exception) -> JSONResponse:
    log.error("unhandled error on %s", request.url.path, exc_info=error)
    return problem(500, "Une erreur est survenue de notre côté. Réessayez ; en cas d'urgence, appelez SOS Loyers impayés : 0 805 160 075.")


def _said(fault: Any) -> str:
    place = ".".join(str(part) for part in fault["loc"] if part not in {"body", "query", "path"}) or "la demande"
    text = FAULTS.get(fault["type"], "n'est pas accepté")
    try:
        return f"« {place} » {text.format(**fault.get('ctx', {}))}"
    except KeyError:
        return f"« {place} » {text}"
