"""What runs in a child process: the steps over one page, inside the memory limit."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, MutableSequence, Sequence
from dataclasses import dataclass, replace

from tasks import STEPS, opened
from tasks.desk import Desk, Versions
from tasks.page import CleanPage, RawPage
from tasks.site_lines import NONE_REPEATED, SiteLines

Step = Callable[[CleanPage, Desk], CleanPage]
MEGABYTE = 2**20


@dataclass(frozen=True)
class Seat:
    """What every child of a batch is told: the desk's versions, what the sites of its pages repeat, the steps."""

    versions: Versions
    site_lines: SiteLines = NONE_REPEATED
    steps: Sequence[Step] = STEPS


@dataclass(frozen=True)
class Trail:
    """How far each page of a round has come: steps begun, and seconds until the last one ended. Children write it."""

    steps: MutableSequence[int]
    seconds: MutableSequence[float]


@dataclass(frozen=True)
class Bench:
    """A child's own things: the steps, rules and models, and the shared trail of the pages."""

    steps: Sequence[Step]
    desk: Desk
    trail: Trail


_bench: Bench  # a pool hands its initializer's result to nobody, so the child keeps it here
_inherited: Desk | None = None


def bequeath(desk: Desk) -> None:
    """Leaves a desk to every child forked from this process: reading it takes a second."""
    global _inherited
    _inherited = desk


def sit_down(seat: Seat, memory_megabytes: int, trail: Trail) -> None:
    """Prepares a fresh child: the desk of these versions, inherited or read now, sites' lines, and the memory limit."""
    global _bench
    desk = _inherited if _inherited and _inherited.versions == seat.versions else Desk.load()
    _bench = Bench(seat.steps, replace(desk, site_lines=seat.site_lines), trail)
    limit = memory_megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def clean_one(number: int, raw: RawPage) -> CleanPage:
    """The clean page without its body, which the parent has anyway. Writes down each step as it begins and ends."""
    page, started = opened(raw), time.monotonic()
    for count, step in enumerate(_bench.steps, start=1):
        _bench.trail.steps[number] = count
        try:
            page = step(page, _bench.desk)
        finally:
            _bench.trail.seconds[number] = time.monotonic() - started
    return replace(page, raw=replace(raw, body=b""))
