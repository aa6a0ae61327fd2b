"""Puts a finished copy in the place readers open: written beside it, flushed to the disk, then renamed."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from tasks.warehouse.errors import PublishFailed


def publish(work: Path, database: Path) -> None:
    """Copies the closed work file over the published one; who has the old one open goes on reading the old one."""
    fresh = database.with_name(f"{database.name}.tmp")
    try:
        shutil.copyfile(work, fresh)
        _flush(fresh)
        # Left by someone who opened the published file for writing; it does not belong to the new file.
        database.with_name(f"{database.name}.wal").unlink(missing_ok=True)
        os.replace(fresh, database)
        _flush(database.parent)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise PublishFailed(
            f"{database} could not be published: {error.strerror}. Readers still have the file before; the run's "
            f"stories are safe in {work.name}. Make room or fix the permissions, then run again."
        ) from error


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
