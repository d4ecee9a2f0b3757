"""The MCP server: four tools, the contract of the API behind them, asked through the official client."""

import asyncio

import pytest
from mcp.shared.memory import create_connected_server_and_client_session

from portal.mcp import server

DAY = "2026-11-25"
STORY = "J'ai reçu un commandement de payer le 3 novembre, mon bail est de mars 2024, j'habite à Béthune."


@pytest.fixture
def call(assistant):
    """Call a tool as another program would."""

    def one(name, **arguments):
        async def ask():
            async with create_connected_server_and_client_session(server(assistant)._mcp_server) as session:  # noqa: SLF001 (the SDK's own helper for tests takes it)
                return await session.call_tool(name, arguments)

        return asyncio.run(ask())

    return one


def test_there_are_four_tools_each_with_its_promise(assistant):
    """locate, deadlines, partners, search."""
    tools = asyncio.run(server(assistant).list_tools())
    assert [tool.name for tool in tools] == ["locate", "deadlines", "partners", "search"]
    assert all(tool.description for tool in tools)


def test_locate_says_what_the_api_says(call, client):
    """The same report as POST /situations."""
    report = call("locate", message=STORY, today=DAY).structuredContent
    assert report == client.post("/api/v1/situations", json={"message": STORY, "today": DAY}).json()


def test_deadlines_have_their_rule(call):
    """One date for a known lease."""
    found = call("deadlines", message=STORY, today=DAY).structuredContent
    assert found["stage"] == "commandement-de-payer"
    delay = next(one for one in found["results"] if one["id"] == "commandement-de-payer-delai")
    assert delay["date"] == "2026-12-15"
    assert delay["legal_basis"]


@pytest.mark.parametrize(
    ("tool", "path", "arguments"),
    [
        ("partners", "/api/v1/partners", {"stage": "assignation", "commune": "Lens"}),
        ("search", "/api/v1/search", {"q": "plan d'apurement", "department": "62", "k": 3}),
    ],
)
def test_lists_are_the_apis(call, client, tool, path, arguments):
    """The same results."""
    assert call(tool, **arguments).structuredContent == client.get(path, params=arguments).json()


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("search", {"q": ""}),
        ("search", {"q": "x", "document": "bible"}),
        ("partners", {"stage": "nulle-part"}),
        ("partners", {"commune": "Zzyzxville"}),
        ("locate", {"message": "x" * 4001}),
    ],
)
def test_a_wrong_call_is_an_error_not_a_crash(call, tool, arguments):
    """The protocol's error, with what is wrong."""
    answer = call(tool, **arguments)
    assert answer.isError
    assert answer.content[0].text
