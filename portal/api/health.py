"""Liveness and readiness."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

router = APIRouter()


@router.get("/healthz")
def alive() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/readyz")
def ready(request: Request) -> JSONResponse:
    """The texts, the index and the model are loaded."""
    is_ready = getattr(request.app.state, "ready", False)
    return JSONResponse({"status": "ok" if is_ready else "starting"}, 200 if is_ready else 503)
