"""`python -m portal`: serve the portal, the chat and the API; `python -m portal mcp`: serve an assistant of others."""

import os
import socket
import sys

from pydantic import ValidationError

from assistant.settings import assistant_settings
from portal.logging import configure
from portal.settings import portal_settings
from retrieval.settings import retrieval_settings


def main() -> None:
    """Check the port before the slow imports, then serve until stopped; `mcp` serves the Model Context Protocol instead."""
    if sys.argv[1:] == ["mcp"]:
        from portal.mcp import serve  # noqa: PLC0415 (slow, and needed here alone)

        serve()
        return
    try:
        settings, _ = portal_settings(), (retrieval_settings(), assistant_settings())
    except ValidationError as error:
        sys.exit(f"Réglage refusé : {', '.join(str(fault['loc'][0]).upper() for fault in error.errors())}. Voir docs/exploitation.md, « Réglages ».")
    if not _is_free(settings.host, settings.port):
        sys.exit(f"Le port {settings.port} est déjà pris. Choisissez-en un autre : make run PORT={settings.port + 1}")
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    print("Chargement des textes, de l'index et du modèle (dix secondes environ)…", flush=True)
    configure()
    import uvicorn  # noqa: PLC0415 (the port is checked before anything slow is imported)

    from knowledge.reading import KnowledgeError  # noqa: PLC0415
    from portal.app import create_app  # noqa: PLC0415

    try:
        app = create_app()
    except KnowledgeError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"Un fichier ne se lit ou ne s'écrit pas : {error}. Faites de la place, ou donnez d'autres dossiers avec INDEX_DIR et CHAT_ROOT.")
    shown = "localhost" if settings.host in {"0.0.0.0", "127.0.0.1"} else settings.host  # noqa: S104
    print(f"Prêt : http://localhost:{settings.port}" if shown == "localhost" else f"Prêt : http://{shown}:{settings.port}", flush=True)
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=75,  # longer than a person thinks, and than a proxy keeps its own connections
        timeout_graceful_shutdown=10,
    )


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
