"""How far a run has come. A flow tells; whoever watches draws it. Nobody watching costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from upath import UPath


@dataclass(frozen=True, slots=True)
class Progress:
    """What a run does now, the files of its days, how many of them are read, and the pages cleaned so far."""

    doing: str
    n_files: int = 0
    n_read: int = 0
    n_pages: int = 0


Watcher = Callable[[Progress], None]
_watcher: ContextVar[Watcher] = ContextVar("watcher", default=lambda _: None)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Calls `watcher` with each `Progress` that is told inside."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def tell(progress: Progress) -> None:
    _watcher.get()(progress)


def n_files(landing: UPath, days: Sequence[date]) -> int:
    """How many files these days hold, their `.meta.json` files not counted."""
    names = (name for day in days for name in landing.fs.find(f"{landing.path}/{day}"))
    return sum(not name.endswith(".meta.json") for name in names)
