"""A real HTTP server that speaks /v1/chat/completions as a stream, and says what a test tells it to."""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Says = Callable[[str], str]


@dataclass
class Server:
    """Where it listens, what it was told, and how it behaves: `says` from the phrases, and the manners of its connection."""

    address: str = ""
    says: Says = str
    manner: str = "good"
    heard: list[dict] = field(default_factory=list)

    @property
    def told(self) -> str:
        """What the last request held as data."""
        return self.heard[-1]["messages"][-1]["content"]


class Handler(BaseHTTPRequestHandler):
    """One request, answered piece by piece in the manner of the moment."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Silent."""

    def do_POST(self) -> None:
        """What is heard is kept; then the answer, as long as somebody listens."""
        server: Server = self.server.state
        server.heard.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        self.close_connection = True
        phrases = re.search(r"<phrases>\n(.*)\n</phrases>", server.told, re.DOTALL)[1]
        try:
            self._answer(server, phrases)
        except (BrokenPipeError, ConnectionResetError):
            return  # it stopped listening, as it may

    def _answer(self, server: Server, phrases: str) -> None:
        if server.manner.isdigit():
            self.send_response(int(server.manner))
            self.send_header("content-length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("content-type", "text/html" if server.manner == "page" else "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        if server.manner == "slow":
            time.sleep(1.5)
        if server.manner == "dripping":
            for _ in range(15):
                self._write(": encore un instant\n\n")
                time.sleep(0.1)
        self._speak(server, phrases)

    def _speak(self, server: Server, phrases: str) -> None:
        pieces = re.findall(r"\S+\s*", server.says(phrases))
        for at, piece in enumerate(pieces):
            if at == len(pieces) // 2 and server.manner in {"cut", "half", "page"}:
                break
            self._write("data: {oups\n\n" if server.manner == "not json" else f"data: {json.dumps(chunk(piece))}\n\n")
        if server.manner != "cut":
            self._write(f"data: {json.dumps(chunk('', 'stop'))}\n\ndata: [DONE]\n\n")
            self.wfile.write(b"0\r\n\r\n")

    def _write(self, text: str) -> None:
        body = text.encode()
        self.wfile.write(f"{len(body):x}\r\n".encode() + body + b"\r\n")
        self.wfile.flush()


def chunk(text: str, finish: str | None = None) -> dict:
    """A piece of an answer as the protocol writes it."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": finish}
    return {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "menteur", "choices": [choice]}


@contextmanager
def speaking() -> Iterator[Server]:
    """The server, in its own thread."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.state = Server(f"http://127.0.0.1:{server.server_port}/v1")
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server.state
    server.shutdown()
    server.server_close()
