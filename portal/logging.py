"""Logs as JSON lines (as text in a terminal), without anything that a person wrote or is: no message, no address, no query."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, TextIO

import structlog

Event = MutableMapping[str, Any]
QUIET = ("chainlit", "httpx", "socketio", "engineio", "sentence_transformers", "uvicorn.access")


def configure(stream: TextIO = sys.stderr, *, as_json: bool | None = None) -> None:
    """Every logger of the process writes to *stream*; JSON unless it is a terminal."""
    as_json = not stream.isatty() if as_json is None else as_json
    shown: Any = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else structlog.dev.ConsoleRenderer(colors=False)
    shared: list[Any] = [structlog.stdlib.add_log_level, structlog.stdlib.add_logger_name, structlog.processors.TimeStamper(fmt="iso", utc=True)]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[_where_only, structlog.stdlib.ProcessorFormatter.remove_processors_meta, shown],
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _where_only(_logger: Any, _method: str, event: Event) -> Event:
    """An exception's kind and places; its words may quote what a person wrote."""
    found = event.pop("exc_info", None)
    error = sys.exc_info()[1] if found is True else found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["at"] = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    return event
