"""The only import of langchain: a language model of any provider that `init_chat_model` knows, read as it speaks and never longer than allowed."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import BoundedSemaphore, Event, Thread
from typing import TYPE_CHECKING

from assistant.rephrasing import ModelError, Prompt
from assistant.settings import AssistantSettings
from assistant.wording import say
from knowledge.reading import KnowledgeError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

AT_ONCE = 8  # a server that hangs holds eight readers at most; everyone else has the verified text at once
TOKENS = 900
TRACING = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")
Heard = Queue[str | Exception | None]


@dataclass(frozen=True, slots=True)
class LangchainRephraser:
    """A chat model, read in its own thread so that the time allowed is the whole time, whatever its server does."""

    name: str
    chat: "BaseChatModel"
    seconds: float
    room: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))

    def rephrase(self, prompt: Prompt) -> Iterator[str]:
        """Each piece as it comes; ModelError on a failure, at the end of the time allowed, or when too many are waiting."""
        if not self.room.acquire(blocking=False):
            raise ModelError("busy")
        heard, stop, deadline = Heard(), Event(), time.monotonic() + self.seconds
        Thread(target=self._listen, args=(prompt, heard, stop), daemon=True).start()
        try:
            while (piece := _next(heard, deadline)) is not None:
                yield piece
        finally:
            stop.set()

    def _listen(self, prompt: Prompt, heard: Heard, stop: Event) -> None:
        try:
            for chunk in self.chat.stream([("system", prompt.instructions), ("human", prompt.data)]):
                if stop.is_set():
                    return
                heard.put(str(chunk.text))
            heard.put(None)
        except Exception as error:  # noqa: BLE001 (each provider fails in its own way; every way means the verified text)
            heard.put(error)
        finally:
            self.room.release()


def _next(heard: Heard, deadline: float) -> str | None:
    """The next piece, None at the end."""
    try:
        piece = heard.get(timeout=max(0.0, deadline - time.monotonic()))
    except Empty:
        raise ModelError("too slow") from None
    if isinstance(piece, Exception):
        raise ModelError(type(piece).__name__) from piece
    return piece


def build_rephraser(settings: AssistantSettings) -> LangchainRephraser:
    """The model of the settings; a provider that is not installed stops the start, and says what to write."""
    os.environ.update(dict.fromkeys(TRACING, "false"))
    from langchain.chat_models import init_chat_model  # noqa: PLC0415 (a second of import, for those who chose a model)

    address, key = settings.model_url or None, settings.model_key.get_secret_value() or "none"
    try:
        chat = init_chat_model(settings.model, base_url=address, api_key=key, timeout=settings.model_timeout, max_retries=0, temperature=0, max_tokens=TOKENS)
    except (ImportError, ValueError) as error:
        raise KnowledgeError(say("model-wrong", "fr", model=settings.model, why=type(error).__name__)) from None
    return LangchainRephraser(settings.model.partition(":")[2], chat, settings.model_timeout)
