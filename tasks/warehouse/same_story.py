"""Groups the stories that tell the same, within a load: new ones against all, so that a night costs what it brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tasks.match import Codes, Text, components, likeness, sample, shingles
from tasks.warehouse.statements import SQL, run_file

STORIES_AT_ONCE = 5000  # whose words are in memory together
PAIRS_AT_ONCE = 10_000

_SAMPLES = pa.schema([("story_id", pa.string()), ("shingles", pa.list_(pa.int64()))])
_SIMILAR = pa.schema([("story_id", pa.string()), ("other_id", pa.string()), ("likeness", pa.float64())])
_GROUPS = pa.schema([("story_id", pa.string()), ("group_id", pa.string())])


def group_same_stories(connection: duckdb.DuckDBPyConnection) -> None:
    """Brings `same_story` up to date with the stories, inside the caller's transaction.

    The groups depend on the stories alone, not on the order in which they came.
    """
    with TemporaryDirectory(prefix="copydesk-match-") as folder:
        run_file(connection, "match/forget")
        samples = _written(Path(folder) / "samples.parquet", _SAMPLES, _samples(connection))
        [(n_candidates,)] = run_file(connection, "match/candidates", samples=samples)
        similar = _written(Path(folder) / "similar.parquet", _SIMILAR, _similar(connection, n_candidates))
        run_file(connection, "match/similar_stories", similar=similar)
        pairs = run_file(connection, "match/touched_pairs")
        groups = _written(Path(folder) / "groups.parquet", _GROUPS, [list(components(pairs).items())])
        run_file(connection, "match/same_story", groups=groups)


def _samples(connection: duckdb.DuckDBPyConnection) -> Iterator[list[tuple]]:
    """story_id and sampled shingles of each story that has none yet, some thousands at a time."""
    unsampled = connection.execute((SQL / "match/unsampled.sql").read_text("utf-8"))
    while stories := unsampled.fetchmany(STORIES_AT_ONCE):
        codes = Codes()
        yield [(story_id, sample(shingles(body, codes)).view(np.int64)) for story_id, body in stories]


def _similar(connection: duckdb.DuckDBPyConnection, n_candidates: int) -> Iterator[list[tuple]]:
    """The candidate pairs that are one story, with their likeness, some thousands at a time."""
    for first in range(0, n_candidates, PAIRS_AT_ONCE):
        part = {"first": first, "n": PAIRS_AT_ONCE}
        codes = Codes()
        texts = {story_id: Text.of(body, codes) for story_id, body in run_file(connection, "match/texts", **part)}
        pairs = run_file(connection, "match/candidates_from", **part)
        found = ((one, other, likeness(texts[one], texts[other])) for one, other in pairs)
        yield [(one, other, share) for one, other, share in found if share is not None]


def _written(path: Path, schema: pa.Schema, parts: Iterable[list[tuple]]) -> str:
    """The rows as a Parquet file, each part written before the next is made; returns its path."""
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in parts:
            columns = list(zip(*rows, strict=True)) or [()] * len(schema)
            writer.write_table(
                pa.table([pa.array(c, t) for c, t in zip(columns, schema.types, strict=True)], schema=schema)
            )
    return str(path)
