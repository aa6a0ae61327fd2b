"""Takes a run's shards into the database: one transaction, each page replaced whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import duckdb

from tasks.page import RawPage
from tasks.warehouse.check import check
from tasks.warehouse.errors import DuplicateKeys, LoadFailed
from tasks.warehouse.revised import revise
from tasks.warehouse.rows import SCHEMAS, text
from tasks.warehouse.same_event import group_events
from tasks.warehouse.same_story import group_same_stories
from tasks.warehouse.searchable import index_stories
from tasks.warehouse.shards import Shard, write_rows
from tasks.warehouse.statements import run_file, transaction, utc_now

STEPS = (  # files of sql/load, in order
    "first_loaded", "changed_sites", "changed_addresses", "pages", "stories", "cuts", "outcomes", "measures", "skipped_files",
    "page_lines", "site_lines", "addresses", "untouched",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnchangedPage:
    """A page that needed no cleaning: enough of it for its outcome, without its body."""

    page_id: str
    uri: str
    landed_on: date | None

    @classmethod
    def of(cls, raw: RawPage) -> UnchangedPage:
        return cls(raw.page_id, raw.uri, raw.landed_on)


class SkippedFile(Protocol):
    """A landed file that is no page, as `tasks.read` names it."""

    @property
    def uri(self) -> str: ...

    @property
    def reason(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Arrivals:
    """All that one run brings: shards, pages that needed no cleaning, files that are no pages."""

    shards: Sequence[Shard] = ()
    unchanged: Sequence[UnchangedPage] = ()
    skipped: Sequence[SkippedFile] = ()

    @property
    def n_pages(self) -> int:
        return sum(shard.n_pages for shard in self.shards) + len(self.unchanged)


def load(connection: duckdb.DuckDBPyConnection, run_id: str, arrivals: Arrivals) -> None:
    """Loads and checks in one transaction; `DuplicateKeys`, `ChecksFailed` or `LoadFailed` mean nothing was loaded."""
    with TemporaryDirectory(prefix="copydesk-") as folder:
        files = _files(arrivals, Path(folder))
        try:
            _refuse_duplicates(connection, files)
            with transaction(connection):
                for step in STEPS:
                    run_file(connection, f"load/{step}", run_id=run_id, now=utc_now(), **files)
                revise(connection)
                group_same_stories(connection)
                group_events(connection)
                index_stories(connection)
                _count(connection, run_id, arrivals, files)
                check(connection)
        except duckdb.Error as error:
            raise LoadFailed(
                f"DuckDB could not load {len(arrivals.shards)} shards: {error} Nothing was loaded; the database is as "
                "before. See to the cause (a full disk, a removed shard) and run again."
            ) from error


def _count(connection: duckdb.DuckDBPyConnection, run_id: str, arrivals: Arrivals, files: dict[str, list[str]]) -> None:
    """Raises `LoadFailed` where the pages that came in are not the pages that have an outcome."""
    [(n_told,)] = run_file(connection, "load/n_outcomes", run_id=run_id, **files)
    if n_told != arrivals.n_pages:
        raise LoadFailed(
            f"{arrivals.n_pages} pages came in, but {n_told} have an outcome: a shard's files are not those that its "
            "batch wrote. Nothing was loaded; run again."
        )


def _files(arrivals: Arrivals, folder: Path) -> dict[str, list[str]]:
    """Table -> Parquet files. What no shard holds is written as one more, so that no list of files is empty."""
    files = {table: [str(shard.file(table)) for shard in arrivals.shards] for table in SCHEMAS if table != "skipped"}
    rest = {
        "outcomes": [
            {"page_id": page.page_id, "uri": text(page.uri), "landed_on": page.landed_on, "outcome": "unchanged"}
            for page in arrivals.unchanged
        ],
        "skipped": [{"uri": text(file.uri), "reason": text(file.reason)} for file in arrivals.skipped],
    }
    for table in SCHEMAS:
        path = folder / f"rest.{table}.parquet"
        write_rows(path, table, rest.get(table, []))
        files.setdefault(table, []).append(str(path))
    return files


def _refuse_duplicates(connection: duckdb.DuckDBPyConnection, files: dict[str, list[str]]) -> None:
    rows = run_file(connection, "load/duplicates", **files)
    if rows:
        listed = "\n".join(f"  {what} {key} of {uri}: {n} times" for what, key, uri, n in rows)
        raise DuplicateKeys(
            f"One load brings the same key more than once (the first {len(rows)}):\n{listed}\n"
            "Nothing was loaded. Hand over each shard once, and each page in one shard only."
        )
