"""Keeps the versions of what an address told more than once, within a load."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from tasks.match import Telling, revisions
from tasks.warehouse.parts import write_parts
from tasks.warehouse.statements import run_file

_REVISIONS = pa.schema(
    [
        ("address", pa.string()), ("first_id", pa.string()), ("story_id", pa.string()), ("version", pa.int32()),
        ("seen_at", pa.timestamp("us")), ("is_refetch", pa.bool_()), ("is_newest", pa.bool_()),
    ]
)  # fmt: skip


def revise(connection: duckdb.DuckDBPyConnection) -> None:
    """Orders the versions of the addresses that this load changed, by when they were fetched and not when loaded.

    Pages of several stories are left alone: a front page or a round-up has others every day.
    """
    told = [Telling(*row) for row in run_file(connection, "load/tellings")]
    rows = [astuple(revision) for revision in revisions(told)]
    with TemporaryDirectory(prefix="copydesk-revise-") as folder:
        path = write_parts(Path(folder) / "revisions.parquet", _REVISIONS, [rows])
        run_file(connection, "load/revisions", revisions=path)
