"""What loading some shards would change, without loading them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from tasks.warehouse import Shard, query
from tasks.warehouse.statements import SQL


@dataclass(frozen=True, slots=True)
class Change:
    """One story that would be added, changed or gone. Its title is the start of its body where it has none."""

    change: str
    story_id: str
    uri: str
    title: str | None


def previewed(database: Path, shards: Sequence[Shard]) -> tuple[Change, ...]:
    """The changes against the published file, in the order of the pages. Where there is no file yet all is added."""
    if not shards:
        return ()
    files = {table: [str(shard.file(table)) for shard in shards] for table in ("pages", "stories")}
    if not database.exists():
        return tuple(_added(files["stories"], _uris(files["pages"])))
    sql = (SQL / "preview" / "changes.sql").read_text("utf-8")
    return tuple(Change(*row) for row in query(database, sql, files).rows)


def _uris(pages: list[str]) -> dict[str, str]:
    tables = (pq.read_table(file, columns=["page_id", "uri"]) for file in pages)
    return {row["page_id"]: row["uri"] for table in tables for row in table.to_pylist()}


def _added(stories: list[str], uris: dict[str, str]) -> list[Change]:
    tables = (pq.read_table(file, columns=["story_id", "page_id", "title", "body"]) for file in stories)
    rows = [row for table in tables for row in table.to_pylist()]
    return [Change("added", row["story_id"], uris[row["page_id"]], row["title"] or row["body"][:60]) for row in rows]
