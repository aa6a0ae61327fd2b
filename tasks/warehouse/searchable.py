"""Keeps the index by which stories are searched, within a load. What it does is in `sql/search`."""

from __future__ import annotations

import duckdb

from tasks.warehouse.statements import run_file

STORIES_AT_ONCE = 20_000  # whose words are sorted in memory together


def index_stories(connection: duckdb.DuckDBPyConnection) -> None:
    """Brings the index up to date with the view `stories`, inside the caller's transaction."""
    [(first, last)] = run_file(connection, "search/forget")
    for part in range(first, last + 1, STORIES_AT_ONCE):
        run_file(connection, "search/words", first=part, n=STORIES_AT_ONCE)
    run_file(connection, "search/done")
