"""The tables, the same in SQLite and in PostgreSQL."""

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Integer, MetaData, String, Table, Text, func

metadata = MetaData()


def _mark() -> list[Column[str]]:
    return [
        Column("answer", String(64), primary_key=True),
        Column("outcome", String(16), nullable=False),
        Column("stage", String(48)),
        Column("fiche", String(96)),
        Column("department", String(3)),
        Column("language", String(2), nullable=False),
    ]


reviews = Table(
    "reviews",
    metadata,
    *_mark(),
    Column("passages", JSON, nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("good", Boolean, nullable=False),
    Column("comment", Text),
    Column("question", Text),
)
unanswered = Table(
    "unanswered",
    metadata,
    *_mark(),
    Column("passages", JSON, nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("question", Text),
)
audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime(timezone=True), server_default=func.now(), nullable=False),
    Column("operator", String(40), nullable=False),
    Column("action", String(40), nullable=False),
    Column("target", String(96), nullable=False),
)
