"""Rows by the part: stories that Python reads from SQL, and what it works out, as a Parquet file; DuckDB takes in no rows faster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from tasks.warehouse.statements import SQL

STORIES_AT_ONCE = 5000  # whose words are in memory together


def read_parts(connection: duckdb.DuckDBPyConnection, name: str) -> Iterator[list[tuple]]:
    """The rows of `sql/<name>.sql`, one statement with a row a story, `STORIES_AT_ONCE` at a time."""
    stories = connection.execute((SQL / f"{name}.sql").read_text("utf-8"))
    while part := stories.fetchmany(STORIES_AT_ONCE):
        yield part


def write_parts(path: Path, schema: pa.Schema, parts: Iterable[list[tuple]]) -> str:
    """The rows as a Parquet file, each part written before the next is made; returns its path."""
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in parts:
            columns = list(zip(*rows, strict=True)) or [()] * len(schema)
            writer.write_table(
                pa.table([pa.array(c, t) for c, t in zip(columns, schema.types, strict=True)], schema=schema)
            )
    return str(path)
