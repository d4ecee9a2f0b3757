"""Reviews and unanswered questions in SQLite or PostgreSQL; what is acknowledged is committed."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, Table, delete, event, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from portal.feedback.masking import masked
from portal.feedback.records import COMMENT_KEPT, QUESTION_KEPT, Mark, Review, Unanswered
from portal.feedback.tables import audit, metadata, reviews, unanswered

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgres": "postgresql+asyncpg", "postgresql": "postgresql+asyncpg"}
SHOWN = 100
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "secure_delete=ON")


class StoreError(Exception):
    """The store cannot be read or written; nothing was acknowledged."""


class FeedbackStore:
    """One database; every verb is one transaction."""

    def __init__(self, url: str) -> None:
        try:
            self._engine = _engine(url)
        except (OSError, ImportError, SQLAlchemyError) as error:
            raise StoreError(f"La base des avis ne s'ouvre pas : {error}") from error

    async def prepare(self) -> None:
        """Create what is missing of the schema."""
        async with self._writing() as connection:
            await connection.run_sync(metadata.create_all)

    async def keep(self, review: Review) -> None:
        """Keep a review, personal data masked; a second one on the same answer replaces the first."""
        values = {"day": review.day, "good": review.good, "comment": _clean(review.comment, COMMENT_KEPT)}
        await self._put(reviews, review.mark, {**values, "question": _clean(review.question, QUESTION_KEPT)})

    async def note(self, missed: Unanswered) -> None:
        """Keep the category of a question without answer; its text only where it is given."""
        await self._put(unanswered, missed.mark, {"day": missed.day, "question": _clean(missed.question, QUESTION_KEPT)})

    async def find(self, answer: str) -> Review | None:
        """The review of an answer, as it is kept."""
        async with self._writing() as connection:
            row = (await connection.execute(select(reviews).where(reviews.c.answer == answer))).mappings().first()
        if row is None:
            return None
        mark = Mark(row["answer"], row["outcome"], row["stage"], row["fiche"], row["department"], row["language"], tuple(row["passages"]))
        return Review(mark, row["good"], row["day"], row["comment"], row["question"])

    async def forget(self, answer: str) -> bool:
        """Delete all that is kept about an answer; whether there was a review."""
        async with self._writing() as connection:
            gone = await connection.execute(delete(reviews).where(reviews.c.answer == answer))
            await connection.execute(delete(unanswered).where(unanswered.c.answer == answer))
        return bool(gone.rowcount)

    async def purge(self, today: date, days: int) -> int:
        """Delete what is older than *days* on that day; how many rows went."""
        async with self._writing() as connection:
            gone = [await connection.execute(delete(table).where(table.c.day < today - timedelta(days=days))) for table in (reviews, unanswered)]
        return sum(result.rowcount for result in gone)

    async def latest(self) -> Mapping[str, Sequence[RowMapping]]:
        """The last rows of each table, the newest first; the bad reviews before the good ones."""
        orders = {reviews: (reviews.c.good, reviews.c.day.desc()), unanswered: (unanswered.c.day.desc(),), audit: (audit.c.id.desc(),)}
        async with self._writing() as connection:
            return {t.name: (await connection.execute(select(t).order_by(*order).limit(SHOWN))).mappings().all() for t, order in orders.items()}

    async def write_down(self, operator: str, action: str, target: str) -> None:
        """A line of the audit log; nothing ever deletes one."""
        async with self._writing() as connection:
            await connection.execute(audit.insert().values(operator=operator, action=action, target=target))

    async def close(self) -> None:
        """Let the connections go."""
        await self._engine.dispose()

    async def _put(self, table: Table, mark: Mark, values: dict[str, Any]) -> None:
        row = {**asdict(mark), "passages": list(mark.passages), **values}
        async with self._writing() as connection:
            await connection.execute(delete(table).where(table.c.answer == mark.answer))
            await connection.execute(table.insert().values(row))

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        try:
            async with self._engine.begin() as connection:
                yield connection
        except (SQLAlchemyError, OSError) as error:
            raise StoreError(f"La base des avis ne répond pas ({self._engine.url.render_as_string()}) : {error}") from error


def _engine(url: str) -> AsyncEngine:
    parsed = make_url(url)
    if parsed.drivername in DRIVERS:
        parsed = parsed.set(drivername=DRIVERS[parsed.drivername])
    lite = parsed.get_backend_name() == "sqlite"
    if lite and parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(parsed, pool_pre_ping=not lite, hide_parameters=True)
    if lite:
        event.listen(engine.sync_engine, "connect", _pragmas)
    return engine


def _pragmas(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _clean(text: str | None, most: int) -> str | None:
    """Masked before it is cut: a cut number would no longer look like one."""
    return masked(text.replace("\0", " ").strip())[:most] or None if text else None
