"""The OpenAPI page, served from our own disk: no content delivery network."""

from pathlib import Path

import fastapi_offline
from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse
from starlette.exceptions import HTTPException

from portal.pages.rendering import render

router = APIRouter()
ASSETS = Path(fastapi_offline.__file__).parent / "static"
SERVED = {"swagger-ui-bundle.js", "swagger-ui.css"}


@router.get("/api/docs")
def openapi_page(request: Request) -> HTMLResponse:
    """Swagger UI over our OpenAPI document."""
    return render(request, "api_docs.html", title="API")


@router.get("/api/docs/{name}")
def asset(name: str) -> FileResponse:
    """A file of Swagger UI."""
    if name not in SERVED:
        raise HTTPException(404)
    return FileResponse(ASSETS / name, headers={"Cache-Control": "public, max-age=86400"})
