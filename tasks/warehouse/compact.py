"""Writes a database file anew without the blocks that nothing uses: DuckDB fills them again, but gives none back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import duckdb

from tasks.warehouse.errors import PublishFailed
from tasks.warehouse.statements import run_file

LIMIT = 0.4  # of the file's blocks; pages that are replaced every night leave 10 to 20 % free by themselves
FEW_BLOCKS = 256  # 64 MB: a file of fewer is copied in a moment, however much of it is free


def is_bloated(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the open file is large and more of it is free than the limit."""
    connection.execute("checkpoint")
    [(n_blocks, n_free)] = run_file(connection, "load/blocks")
    return n_blocks > FEW_BLOCKS and n_free > LIMIT * n_blocks


def compact(work: Path, storage: str) -> None:
    """Puts a copy without free blocks in the closed file's place; raises `PublishFailed` and leaves it where it cannot."""
    fresh = work.with_name(f"{work.name}.tmp")
    fresh.unlink(missing_ok=True)
    try:
        with duckdb.connect() as connection:
            # `attach` takes no parameters
            connection.execute(f"attach {_quoted(work)} as old (read_only)")
            connection.execute(f"attach {_quoted(fresh)} as fresh (storage_version '{storage}')")
            connection.execute("copy from database old to fresh")
    except duckdb.Error as error:
        with suppress(OSError):
            fresh.unlink()
        raise PublishFailed(
            f"{work} could not be written anew without its free blocks: {error} Nothing is lost. Make room, run again."
        ) from error
    fresh.replace(work)


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
