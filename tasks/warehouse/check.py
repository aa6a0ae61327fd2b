"""Runs `sql/checks/*.sql`: each returns the rows that break its rule, so none may return any."""

from __future__ import annotations

import duckdb

from tasks.warehouse.errors import ChecksFailed
from tasks.warehouse.statements import SQL

CHECKS = SQL / "checks"
SHOWN = 5  # rows a message shows of each broken rule


def check(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises `ChecksFailed` with the first rows of every check that found any."""
    found = [_broken(connection, path.stem) for path in sorted(CHECKS.glob("*.sql"))]
    broken = [message for message in found if message]
    if broken:
        raise ChecksFailed(
            "The database breaks its own rules, so nothing is published:\n"
            + "\n".join(broken)
            + "\nThis is a fault in copydesk, not in your pages: report it with these rows."
        )


def _broken(connection: duckdb.DuckDBPyConnection, name: str) -> str | None:
    cursor = connection.execute((CHECKS / f"{name}.sql").read_text("utf-8"))
    columns = [column[0] for column in cursor.description]
    rows = cursor.fetchmany(SHOWN)
    if not rows:
        return None
    shown = ["    " + ", ".join(f"{c}={v}" for c, v in zip(columns, row, strict=True)) for row in rows]
    return "\n".join([f"  sql/checks/{name}.sql", *shown])
