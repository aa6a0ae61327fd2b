"""Cleans a batch of pages in child processes. The one place that catches: what goes wrong costs one page."""

from __future__ import annotations

import multiprocessing
import re
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from tasks.child import MEGABYTE, Seat, Step, Trail, clean_one, sit_down
from tasks.page import CleanPage, Quarantined, RawPage, Untouched
from tasks.warehouse import Shard, write_shard

Result = CleanPage | Quarantined | Untouched
# A fork of this process would inherit its threads' locks, a new interpreter takes seconds to import the steps.
FORKS = multiprocessing.get_context("forkserver")
_running: set[Future] = set()  # the pages in hand, so that Ctrl-C, which only the main thread hears, ends them


class BatchError(RuntimeError):
    """No child process could be kept running, so no page of the batch can be judged."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many pages are cleaned at once and what one page may cost before it is quarantined."""

    processes: int
    page_seconds: float = 60
    page_megabytes: int = 50
    memory_megabytes: int = 2048


def clean_batch(pages: Sequence[RawPage | Quarantined], limits: Limits, seat: Seat, shard: Path) -> Shard:
    """Parquet files named after `shard` with what became of each page, in the order of the pages.

    Pages already quarantined by reading go through as they are.
    """
    raws = [page for page in pages if isinstance(page, RawPage)]
    cleaned = iter(clean_pages(raws, limits, seat))
    results = [next(cleaned) if isinstance(page, RawPage) else page for page in pages]
    return write_shard(results, seat.versions, shard.parent, shard.name)


def stop_all() -> None:
    """Ends every batch that other threads of this process are cleaning; each raises CancelledError."""
    for future in tuple(_running):
        future.cancel()


def clean_pages(raws: Sequence[RawPage], limits: Limits, seat: Seat) -> list[Result]:
    """One result a page, in the same order. A page that fails, kills its process, or passes a limit is quarantined."""
    trail = Trail(FORKS.RawArray("b", len(raws)), FORKS.RawArray("d", len(raws)))
    done: dict[int, Result] = {
        number: _too_large(raw, limits) for number, raw in enumerate(raws) if _megabytes(raw) > limits.page_megabytes
    }
    while left := {number: raw for number, raw in enumerate(raws) if number not in done}:
        fresh = _round(left, limits, seat, trail)
        if not fresh:
            raise BatchError(
                "no child process for cleaning stays alive. What it said stands above; if nothing does, raise "
                f"COPYDESK_MEMORY_MEGABYTES, which is {limits.memory_megabytes}"
            )
        done |= fresh
    return [done[number] for number in range(len(raws))]


def _round(left: Mapping[int, RawPage], limits: Limits, seat: Seat, trail: Trail) -> dict[int, Result]:
    """What one pool made of the pages left: all of them, or fewer when the pool broke."""
    done: dict[int, Result] = {}
    with _pool(limits, seat, trail) as pool:
        futures = {n: pool.schedule(clean_one, (n, raw), timeout=limits.page_seconds) for n, raw in left.items()}
        _running.update(futures.values())
        for number, future in futures.items():
            try:
                error = _error(future, limits)
            except BrokenProcessPool:
                continue
            finally:
                _running.discard(future)
            raw, seconds = left[number], trail.seconds[number]
            if error is None:
                done[number] = replace(future.result(), raw=raw, seconds=seconds)
                continue
            if isinstance(future.exception(), TimeoutError):  # its process was ended in the midst of a step
                seconds = limits.page_seconds
            done[number] = Quarantined(raw, _step_name(seat.steps, trail.steps[number]), error, seconds)
    return done


@contextmanager
def _pool(limits: Limits, seat: Seat, trail: Trail) -> Iterator[ProcessPool]:
    """A pool whose children end with it, whatever happens: leaving early does not wait for the pages left."""
    FORKS.set_forkserver_preload(["tasks.fork_server"])
    told = seat, limits.memory_megabytes, trail
    pool = ProcessPool(limits.processes, initializer=sit_down, initargs=told, context=FORKS)
    try:
        yield pool
    finally:
        pool.stop()
        pool.join()


def _error(future: Future[CleanPage | Untouched], limits: Limits) -> str | None:
    """Waits for a page; says what went wrong with it, or None."""
    try:
        future.result()
    except (BrokenProcessPool, CancelledError):
        raise
    except TimeoutError:
        return f"still running after {limits.page_seconds:g} s (COPYDESK_PAGE_SECONDS)"
    except MemoryError:
        return f"needs more than {limits.memory_megabytes} MB of memory (COPYDESK_MEMORY_MEGABYTES)"
    except ProcessExpired as death:
        return f"ended its process ({_cause(death.exitcode)})"
    except Exception as error:
        return f"{type(error).__name__}: {error}{_place(getattr(error, 'traceback', ''))}"
    return None


def _cause(code: int) -> str:
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"


def _place(traceback: object) -> str:
    """The innermost line of ours, as ` (tasks/mark/rules.py, line 88)`."""
    ours = re.findall(r'File ".*?(tasks/(?!child\.py)[^"]+)", line (\d+)', str(traceback))
    return f" ({ours[-1][0]}, line {ours[-1][1]})" if ours else ""


def _step_name(steps: Sequence[Step], reached: int) -> str:
    return steps[reached - 1].__name__ if reached else "start"


def _megabytes(raw: RawPage) -> float:
    return len(raw.body) / MEGABYTE


def _too_large(raw: RawPage, limits: Limits) -> Quarantined:
    error = f"{_megabytes(raw):.0f} MB, more than {limits.page_megabytes} (COPYDESK_PAGE_MEGABYTES)"
    return Quarantined(raw, "read", error)
