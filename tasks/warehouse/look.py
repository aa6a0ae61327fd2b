"""What there is to know of a database without writing to it: who has it, its schema, its rules, its last run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tasks.warehouse.ask import reading
from tasks.warehouse.check import check
from tasks.warehouse.errors import ChecksFailed
from tasks.warehouse.lock import holder
from tasks.warehouse.migrate import waiting
from tasks.warehouse.statements import run_file


@dataclass(frozen=True, slots=True)
class LastRun:
    """The run that started last; its state as in the table `runs`."""

    flow: str
    state: str
    started_at: datetime
    error: str | None


@dataclass(frozen=True, slots=True)
class Database:
    """The published file: `waiting` are migrations to come, `broken` is what its checks say, None if they hold."""

    path: Path
    exists: bool
    holder: str | None
    waiting: tuple[str, ...] = ()
    broken: str | None = None
    n_stories: int = 0
    last_run: LastRun | None = None


def look_at(path: Path) -> Database:
    """Raises `WarehouseError` where the file is no database of this release."""
    if not path.exists():
        return Database(path, False, holder(path))
    with reading(path) as connection:
        to_come = tuple(waiting(connection))
        if to_come:  # the checks are those of the schema to come
            return Database(path, True, holder(path), to_come)
        [(n_stories,)] = run_file(connection, "load/n_stories")
        last = [LastRun(*row) for row in run_file(connection, "load/last_run")]
        broken = None
        try:
            check(connection)
        except ChecksFailed as error:
            broken = str(error)
    return Database(path, True, holder(path), (), broken, n_stories, last[0] if last else None)
