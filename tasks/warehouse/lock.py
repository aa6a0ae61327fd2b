"""One writer at a time: an operating system lock on `<database>.lock`, gone by itself when its owner dies."""

from __future__ import annotations

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from tasks.warehouse.errors import DatabaseHeld

_held: set[int] = set()  # open lock files of this process


@contextmanager
def writer_lock(database: Path) -> Iterator[None]:
    """Holds the writer's lock; raises `DatabaseHeld`, naming the owner and since when, where another has it."""
    path = database.with_name(f"{database.name}.lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _lock(handle, database, path)
        _held.add(handle)
        yield
    finally:
        _held.discard(handle)
        os.close(handle)


def _lock(handle: int, database: Path, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise DatabaseHeld(
            f"{database} is being written by {_owner(path)}. Wait for that run to end, or stop that process; "
            f"the lock ({path.name}) goes with it. Reading the database is possible all the while."
        ) from None
    since = datetime.now(UTC).isoformat(timespec="seconds")
    os.ftruncate(handle, 0)
    os.pwrite(handle, json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": since}).encode(), 0)


def holder(database: Path) -> str | None:
    """Who writes to the database just now and since when; None if nobody does."""
    path = database.with_name(f"{database.name}.lock")
    if not path.exists():
        return None
    with path.open("rb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _owner(path)
    return None


def _owner(path: Path) -> str:
    try:
        owner = json.loads(path.read_text("utf-8"))
        age = datetime.now(UTC) - datetime.fromisoformat(owner["since"])
        return f"process {owner['pid']} on {owner['host']}, since {owner['since']} ({_words(age.total_seconds())})"
    except (ValueError, KeyError):  # it has the lock and has not yet written who it is
        return "another process"


def _words(seconds: float) -> str:
    if seconds < 120:
        return f"{max(seconds, 0):.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 7200 else f"{seconds / 3600:.1f} hours"


def _let_go() -> None:
    for handle in _held:
        with suppress(OSError):
            os.close(handle)
    _held.clear()


# A forked child (a pool's worker) would otherwise keep the lock of a parent that was killed.
os.register_at_fork(after_in_child=_let_go)
