"""What runs in a child process: the steps over one page, inside the memory limit."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Mapping, MutableSequence, Sequence
from dataclasses import dataclass, field, replace

from tasks import STEPS, opened
from tasks.desk import Desk, Versions
from tasks.mark.rule_sets import Changes, touches
from tasks.mark.rules import Rules
from tasks.page import CleanPage, RawPage, Untouched
from tasks.site_lines import NONE_REPEATED, SiteLines

Step = Callable[[CleanPage, Desk], CleanPage]
MEGABYTE = 2**20


@dataclass(frozen=True)
class Seat:
    """What every child of a batch is told: the desk's versions, what the sites of its pages repeat, the steps.

    `earlier` has the rules version of each page of which only rules have changed since its cleaning, and `changes` what
    they changed: where that touches no line of the page it is not cleaned.
    """

    versions: Versions
    site_lines: SiteLines = NONE_REPEATED
    steps: Sequence[Step] = STEPS
    earlier: Mapping[str, str] = field(default_factory=dict)
    changes: Changes = field(default_factory=dict)


@dataclass(frozen=True)
class Trail:
    """How far each page of a round has come: steps begun, and seconds until the last one ended. Children write it."""

    steps: MutableSequence[int]
    seconds: MutableSequence[float]


@dataclass(frozen=True)
class Bench:
    """A child's own things: the steps, rules and models, and the shared trail of the pages."""

    seat: Seat
    desk: Desk
    changed: Mapping[str, Rules]  # earlier rules version -> the rules that changed since
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
    changed = {version: Rules.of(rules) for version, rules in seat.changes.items()}
    _bench = Bench(seat, replace(desk, site_lines=seat.site_lines), changed, trail)
    limit = memory_megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def clean_one(number: int, raw: RawPage) -> CleanPage | Untouched:
    """The clean page without its body, which the parent has anyway. Writes down each step as it begins and ends."""
    page, started = opened(raw), time.monotonic()
    for count, step in enumerate(_bench.seat.steps, start=1):
        _bench.trail.steps[number] = count
        try:
            page = step(page, _bench.desk)
        finally:
            _bench.trail.seconds[number] = time.monotonic() - started
        if step is STEPS[0] and _is_untouched(page):
            return Untouched(replace(raw, body=b""))
    return replace(page, raw=replace(raw, body=b""))


def _is_untouched(page: CleanPage) -> bool:
    """Whether only rules have changed since the page was cleaned, and none of them fires on it."""
    version = _bench.seat.earlier.get(page.page_id)
    if version is None:
        return False
    return not touches(_bench.changed[version], page.blocks, page.raw.media_type)
