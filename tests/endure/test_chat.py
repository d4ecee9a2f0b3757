"""Two hundred open discussions, and hostile messages through the websocket."""

import asyncio
from typing import Self
from uuid import uuid4

import pytest
import socketio
from hostile import HOSTILE

from scripts.bench.served import Served, served

OPEN, PATIENCE = 200, 60
SURROGATES = range(0xD800, 0xE000)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("discussion")
    with served(folder, folder / "index") as one:
        yield one


class Discussion:
    """One person in the chat: says something, waits until it is answered."""

    def __init__(self) -> None:
        self._client, self._done, self.said = socketio.AsyncClient(), asyncio.Event(), list[str]()
        self._client.on("new_message", self._heard)
        self._client.on("update_message", self._ended)

    async def __aenter__(self) -> Self:
        return self

    async def open(self, address: str) -> None:
        """Connect as the page does, and hear the welcome."""
        session = {"sessionId": str(uuid4()), "clientType": "webapp", "chatProfile": "", "userEnv": "{}", "threadId": ""}
        await self._client.connect(address, socketio_path="/chat/ws/socket.io", transports=["websocket"], auth=session)
        await self._client.emit("connection_successful")
        await asyncio.wait_for(self._done.wait(), PATIENCE)

    async def __aexit__(self, *_: object) -> None:
        await self._client.disconnect()

    async def tell(self, text: str) -> list[str]:
        """What is said in return."""
        self._done.clear()
        self.said.clear()
        message = {"id": str(uuid4()), "name": "user", "type": "user_message", "output": text, "createdAt": "2026-11-25T12:00:00Z"}
        await self._client.emit("client_message", {"message": message, "fileReferences": []})
        await asyncio.wait_for(self._done.wait(), PATIENCE)
        return self.said

    def _ended(self, message: dict[str, str]) -> None:
        """The run of our handler is updated once: when it is over."""
        self._heard(message)
        if message.get("type") == "run":
            self._done.set()

    def _heard(self, message: dict[str, str]) -> None:
        if message.get("type") == "assistant_message":
            self.said.append(message["output"])


def test_two_hundred_discussions_are_answered(server: Served):
    """All open at once; each hears the answer to its own question."""

    async def one(at: int) -> bool:
        async with Discussion() as discussion:
            await asyncio.sleep(at * 0.1)
            await discussion.open(server.address)
            said = " ".join(await discussion.tell(("qui peut saisir la CCAPEX ?", "qu'est-ce que le FSL ?")[at % 2]))
            await asyncio.sleep(max(0.0, (OPEN - at) * 0.1))
            return ("CCAPEX", "FSL")[at % 2] in said

    async def everyone() -> list[bool]:
        return await asyncio.gather(*(one(at) for at in range(OPEN)))

    assert asyncio.run(everyone()) == [True] * OPEN


def test_hostile_messages_in_the_chat_are_answered(server: Served):
    """One discussion after the other tricks: an answer each time, never a Python error."""

    async def all_of_them() -> None:
        async with Discussion() as discussion:
            await discussion.open(server.address)
            for text in HOSTILE:
                if not any(ord(letter) in SURROGATES for letter in text):  # a websocket carries UTF-8
                    said = " ".join(await discussion.tell(text))
                    assert said, text[:100]
                    assert "Traceback" not in said
                    assert "Error" not in said

    asyncio.run(all_of_them())
