"""`python -m portal mcp`: the same answers for an assistant of others, over the Model Context Protocol, under the API's contract."""

import contextlib
import sys
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from mcp.server.fastmcp import FastMCP
from pydantic import Field, TypeAdapter

from assistant.answer import DeadlineCard, SituationReport
from assistant.bootstrap import Assistant, build_assistant, current_day
from knowledge.procedure.stage import Stage
from portal.api.questions import known_facts
from portal.api.requests import MESSAGE_LIMIT, Department, Known, Language, Role
from portal.api.views import partners_view
from retrieval.passage import PassageRetriever

QUERY_LIMIT, MOST = 500, 50
INSTRUCTIONS = (
    "Prévention des expulsions locatives en France (Pas-de-Calais, Vienne). Informe, ne conseille pas, ne prédit pas. "
    "Ne donner aucune date ni aucun numéro qui ne soit dans la réponse, et citer ses sources. Dire d'appeler l'ADIL : 0 805 160 075."
)
Message = Annotated[str, Field(min_length=1, max_length=MESSAGE_LIMIT, description="Ce que la personne raconte, avec ses mots")]
Reply = dict[str, Any]


class Tools:
    """The four tools over one assistant."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._retriever = PassageRetriever(assistant.engine.knowledge, assistant.engine.search)

    def locate(self, message: Message, today: date | None = None, language: Language | None = None, known: Known | None = None) -> Reply:
        """Where a person stands in the procedure, as POST /api/v1/situations."""
        return _plain(SituationReport, self._report(message, today, language, known))

    def deadlines(self, message: Message, today: date | None = None, language: Language | None = None, known: Known | None = None) -> Reply:
        """The dates that matter at that stage, each with its rule and its text."""
        report = self._report(message, today, language, known)
        return {"stage": str(report.stage), "results": [_plain(DeadlineCard, card) for card in report.deadlines]}

    def partners(self, stage: Stage | None = None, role: Role | None = None, commune: str | None = None, department: Department | None = None) -> Reply:
        """Whom to call, as GET /api/v1/partners; `commune` is a name, a postcode or an INSEE code."""
        return {"results": partners_view(self._assistant.engine.knowledge, stage or Stage.INCONNU, role, commune, department)}

    def search(
        self,
        q: Annotated[str, Field(min_length=1, max_length=QUERY_LIMIT)],
        department: Department | None = None,
        document: str | None = None,
        k: Annotated[int, Field(ge=1, le=MOST)] = 10,
    ) -> Reply:
        """Verbatim passages of the documents, best first, as GET /api/v1/search."""
        documents = self._assistant.engine.knowledge.documents
        if document is not None and document not in documents:
            raise ValueError(f"« {document} » n'est pas un document connu ; documents : {', '.join(documents)}")
        return {"results": [asdict(hit) for hit in self._retriever.hits(q, department=department, document=document, limit=k)]}

    def _report(self, message: str, today: date | None, language: Language | None, known: Known | None) -> SituationReport:
        return self._assistant.situation(message, today or current_day(), language=language, known=known_facts(known))


def server(assistant: Assistant) -> FastMCP:
    """The MCP server around *assistant*."""
    tools = Tools(assistant)
    made = FastMCP("toit", instructions=INSTRUCTIONS, log_level="WARNING")
    for tool in (tools.locate, tools.deadlines, tools.partners, tools.search):
        made.tool()(tool)
    return made


def serve() -> None:
    """Load, then speak over the standard input and output until they close; nothing else may be written there."""
    with contextlib.redirect_stdout(sys.stderr):
        assistant = build_assistant()
    server(assistant).run()


def _plain(kind: type[Any], value: object) -> Reply:
    plain: Reply = TypeAdapter(kind).dump_python(value, mode="json")
    return plain
