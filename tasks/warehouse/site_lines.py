"""What sites repeat, as the database has it now: one state for a whole run."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tasks.site_lines import RepeatedLine, SiteLines
from tasks.warehouse.ask import reading
from tasks.warehouse.statements import run_file


def site_lines(database: Path) -> SiteLines:
    """`site_lines_in` of the published file. Raises `WarehouseError` where there is none."""
    with reading(database) as connection:
        return site_lines_in(connection)


def site_lines_in(connection: duckdb.DuckDBPyConnection) -> SiteLines:
    """Every line that a site repeats; nothing in a file that was published before lines were counted."""
    [(is_there,)] = run_file(connection, "load/has_table", name="site_lines")
    rows = run_file(connection, "load/known_site_lines") if is_there else []
    return SiteLines.of(RepeatedLine(*row) for row in rows)
