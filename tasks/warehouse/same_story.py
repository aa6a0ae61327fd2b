"""Groups the stories that tell the same, within a load: new ones against all, so that a night costs what it brings."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from tasks.match import SIGNATURE_SIZE, Codes, Text, components, likeness, shingles, signatures
from tasks.warehouse.parts import STORIES_AT_ONCE, read_parts, write_parts
from tasks.warehouse.statements import run_file

MOST_HELD = 64  # stories stand for all that hold one value of a signature
PAIRS_AT_ONCE = 10_000
VALUES_AT_ONCE = 2_000_000  # of new stories' signatures,
FEWEST_PLACES = 16  # but so many of each at least: every part reads the signatures of all stories

_SIGNATURES = pa.schema([("story_id", pa.string()), ("signature", pa.list_(pa.int64()))])
_SIMILAR = pa.schema([("story_id", pa.string()), ("other_id", pa.string()), ("likeness", pa.float64())])
_GROUPS = pa.schema([("story_id", pa.string()), ("group_id", pa.string())])


def group_same_stories(connection: duckdb.DuckDBPyConnection) -> None:
    """Brings `same_story` up to date with the stories, inside the caller's transaction.

    The groups depend on the stories alone, not on the order in which they came.
    """
    with TemporaryDirectory(prefix="copydesk-match-") as folder:
        run_file(connection, "match/forget")
        signed = write_parts(Path(folder) / "signatures.parquet", _SIGNATURES, _signatures(connection))
        [(n_fresh,)] = run_file(connection, "match/signed", signatures=signed)
        places = max(FEWEST_PLACES, VALUES_AT_ONCE // max(n_fresh, 1))
        for first in range(1, SIGNATURE_SIZE + 1, places):
            run_file(connection, "match/shared_values", first=first, last=first + places - 1, most_held=MOST_HELD)
        similar = write_parts(Path(folder) / "similar.parquet", _SIMILAR, _similar(connection))
        run_file(connection, "match/similar_stories", similar=similar)
        pairs = run_file(connection, "match/touched_pairs")
        groups = write_parts(Path(folder) / "groups.parquet", _GROUPS, [list(components(pairs).items())])
        run_file(connection, "match/same_story", groups=groups)


def _signatures(connection: duckdb.DuckDBPyConnection) -> Iterator[list[tuple]]:
    """story_id and signature of each story that has none yet, some thousands at a time."""
    for stories in read_parts(connection, "match/unsigned"):
        codes = Codes()
        texts = [shingles(body, codes) for _, body in stories]
        yield list(zip([story_id for story_id, _ in stories], signatures(texts), strict=True))


def _similar(connection: duckdb.DuckDBPyConnection) -> Iterator[list[tuple]]:
    """The candidate pairs that are one story, with their likeness, some thousands at a time."""
    [(n_fresh,)] = run_file(connection, "match/n_fresh")
    parts = ceil(n_fresh / STORIES_AT_ONCE)
    for part in range(parts):
        [(n_candidates,)] = run_file(connection, "match/candidates", part=part, parts=parts)
        for first in range(0, n_candidates, PAIRS_AT_ONCE):
            yield _alike(connection, first)


def _alike(connection: duckdb.DuckDBPyConnection, first: int) -> list[tuple]:
    some = {"first": first, "n": PAIRS_AT_ONCE}
    codes = Codes()
    texts = {story_id: Text.of(body, codes) for story_id, body in run_file(connection, "match/texts", **some)}
    pairs = run_file(connection, "match/candidates_from", **some)
    found = ((one, other, likeness(texts[one], texts[other])) for one, other in pairs)
    return [(one, other, share) for one, other, share in found if share is not None]
