"""A batch's results as Parquet files, which one loader takes in: pages, stories, cuts, outcomes, measures, lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.desk import Versions
from tasks.mark.site_lines import RULE
from tasks.page import CleanPage, Quarantined, Untouched
from tasks.warehouse.page_lines import page_line_rows
from tasks.warehouse.rows import SCHEMAS, cut_rows, measure_row, outcome_row, page_row, story_rows
from tasks.warehouse.sound import sound


@dataclass(frozen=True, slots=True)
class Shard:
    """Where a batch's files are and how much is in them. Small and picklable: it travels between processes."""

    folder: Path
    name: str
    n_loaded: int
    n_empty: int
    n_quarantined: int
    n_stories: int
    n_cuts: int
    n_site_lines: int = 0  # of the cuts
    n_unchanged: int = 0  # pages that changed rules do not touch

    @property
    def n_pages(self) -> int:
        return self.n_loaded + self.n_empty + self.n_quarantined + self.n_unchanged

    def file(self, table: str) -> Path:
        """The shard's file for `pages`, `stories`, `cuts`, `outcomes`, `measures` or `page_lines`."""
        return self.folder / f"{self.name}.{table}.parquet"


def write_shard(
    results: Sequence[CleanPage | Quarantined | Untouched], versions: Versions, folder: Path, name: str
) -> Shard:
    """Writes `<name>.<table>.parquet` for the six tables; a page without a story is there as an empty one.

    A page whose record contradicts itself is written as quarantined at step `write`.
    """
    results = [sound(result) for result in results]
    clean = [result for result in results if isinstance(result, CleanPage)]
    stories = [row for page in clean for row in story_rows(page, versions)]
    cuts = [row for page in clean for row in cut_rows(page)]
    outcomes = [outcome_row(result) for result in results]
    folder.mkdir(parents=True, exist_ok=True)
    n = Counter(row["outcome"] for row in outcomes)
    n_site_lines = sum(row["rule"] == RULE for row in cuts)
    pages = n["loaded"], n["empty"], n["quarantined"]
    shard = Shard(folder, name, *pages, len(stories), len(cuts), n_site_lines, n["unchanged"])
    write_rows(shard.file("pages"), "pages", (page_row(page, versions) for page in clean))
    write_rows(shard.file("stories"), "stories", stories)
    write_rows(shard.file("cuts"), "cuts", cuts)
    write_rows(shard.file("outcomes"), "outcomes", outcomes)
    write_rows(
        shard.file("measures"), "measures", (measure_row(each) for each in results if not isinstance(each, Untouched))
    )
    write_rows(shard.file("page_lines"), "page_lines", (row for page in clean for row in page_line_rows(page)))
    return shard


def write_rows(path: Path, table: str, rows: Iterable[dict]) -> None:
    """Writes one Parquet file with the table's schema; no rows make a file of no rows."""
    pq.write_table(pa.Table.from_pylist(list(rows), schema=SCHEMAS[table]), path, compression="zstd")
