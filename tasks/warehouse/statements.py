"""Runs the files of `sql/` as they stand, statement by statement, with their `$named` parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb

SQL = Path(__file__).resolve().parents[2] / "sql"


def run_file(connection: duckdb.DuckDBPyConnection, name: str, /, **parameters: object) -> list[tuple]:
    """Runs `sql/<name>.sql`; returns the last statement's rows. Each statement gets the parameters it names."""
    return run(connection, (SQL / f"{name}.sql").read_text("utf-8"), parameters)


def run(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, object] | None = None) -> list[tuple]:
    """Runs every statement of the text; returns the last one's rows."""
    rows: list[tuple] = []
    for statement in connection.extract_statements(sql):
        named = {name: (parameters or {})[name] for name in statement.named_parameters}
        rows = connection.execute(statement, named or None).fetchall()
    return rows


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of it or nothing of it."""
    connection.execute("begin transaction")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def utc_now() -> datetime:
    """Now in UTC without a zone, as every time in the database is stored."""
    return as_utc(datetime.now(UTC))


def as_utc(moment: datetime | None) -> datetime | None:
    """The same moment in UTC without a zone; one that has none is taken for UTC."""
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(UTC).replace(tzinfo=None)
