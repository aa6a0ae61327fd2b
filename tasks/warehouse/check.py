"""Runs `sql/checks/*.sql`: each returns the rows that offend. What its second line says decides what rows mean.

`-- severity: fail`: the database contradicts itself, so nothing may be loaded or published. `-- severity: warn`: pages
or their cleaning look odd, in this run ($run_id); the run says so and goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tasks.warehouse.errors import ChecksFailed
from tasks.warehouse.statements import SQL

CHECKS = SQL / "checks"
SHOWN = 5  # rows a message shows of each check
MOST = 1000  # rows that are counted: with more, something is wrong whatever their number
SEVERITY = "-- severity: "


@dataclass(frozen=True, slots=True)
class Offence:
    """What a check found: how many rows (no more than a thousand), and the first of them as `column=value, …`. `asks` is its first line."""

    check: str
    asks: str
    n_rows: int
    shown: tuple[str, ...]


def check(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises `ChecksFailed` with the first rows of every failing check that found any."""
    found = list(_offences(connection, "fail"))
    if found:
        lines = (f"  sql/checks/{each.check}.sql\n" + "\n".join(f"    {row}" for row in each.shown) for each in found)
        raise ChecksFailed(
            "The database breaks its own rules, so nothing is published:\n"
            + "\n".join(lines)
            + "\nThis is a fault in copydesk, not in your pages: report it with these rows."
        )


def warnings(connection: duckdb.DuckDBPyConnection, run_id: str) -> tuple[Offence, ...]:
    """What the warning checks found in this run, by name."""
    return tuple(_offences(connection, "warn", run_id))


def severity(path: Path) -> str:
    """`fail` or `warn`, as the check's second line says; raises `ValueError` where it says neither."""
    said = path.read_text("utf-8").splitlines()[1:2]
    if said not in ([f"{SEVERITY}fail"], [f"{SEVERITY}warn"]):
        raise ValueError(f"{path}: the second line of a check is `{SEVERITY}fail` or `{SEVERITY}warn`")
    return said[0].removeprefix(SEVERITY)


def _offences(connection: duckdb.DuckDBPyConnection, wanted: str, run_id: str | None = None) -> Iterator[Offence]:
    for path in sorted(CHECKS.glob("*.sql")):
        if severity(path) != wanted:
            continue
        sql = path.read_text("utf-8")
        cursor = connection.execute(sql, {"run_id": run_id} if "$run_id" in sql else None)
        columns, rows = [column[0] for column in cursor.description], cursor.fetchmany(MOST)
        if rows:
            shown = (", ".join(f"{c}={v}" for c, v in zip(columns, row, strict=True)) for row in rows[:SHOWN])
            asks = sql.splitlines()[0].removeprefix("-- grain: ").partition(";")[0].rstrip(".")
            yield Offence(path.stem, asks, len(rows), tuple(shown))
