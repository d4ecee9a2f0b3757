"""`python -m portal`: serve the portal, the chat and the API."""

import os
import socket
import sys

from portal.settings import portal_settings


def main() -> None:
    """Check the port before the slow imports, then serve until stopped."""
    settings = portal_settings()
    if not _is_free(settings.host, settings.port):
        sys.exit(f"Le port {settings.port} est déjà pris. Choisissez-en un autre : make run PORT={settings.port + 1}")
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    print("Chargement des textes, de l'index et du modèle (dix secondes environ)…", flush=True)
    import uvicorn  # noqa: PLC0415 (the port is checked before anything slow is imported)

    from knowledge.reading import KnowledgeError  # noqa: PLC0415
    from portal.app import create_app  # noqa: PLC0415

    try:
        app = create_app()
    except KnowledgeError as error:
        sys.exit(str(error))
    shown = "localhost" if settings.host in {"0.0.0.0", "127.0.0.1"} else settings.host  # noqa: S104
    print(f"Prêt : http://localhost:{settings.port}" if shown == "localhost" else f"Prêt : http://{shown}:{settings.port}", flush=True)
    uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning", server_header=False, timeout_graceful_shutdown=10)


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    main()
