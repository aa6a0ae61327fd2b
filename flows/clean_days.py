"""Reads some days and cleans the pages chosen, a Prefect task a batch. What both flows share."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectConcurrentFuture
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.utilities.annotations import quote
from upath import UPath

from flows import progress
from flows.settings import Settings
from tasks import read
from tasks.batch import Limits, clean_batch, stop_all
from tasks.child import MEGABYTE, Seat
from tasks.choose import Choice
from tasks.page import Quarantined, RawPage
from tasks.read import Skipped
from tasks.report import Cleaned
from tasks.warehouse import Shard, UnchangedPage

BATCH_BYTES = 64 * MEGABYTE  # a batch of large pages is closed early: it has to fit in memory twice
# One batch has all the processes; one more is read meanwhile and waits.
one_batch_at_a_time = ThreadPoolTaskRunner(max_workers=1)
IN_FLIGHT = 2


@task(name="clean batch", task_run_name="batch {shard.name}", cache_policy=NO_CACHE, persist_result=False)
def batch_task(pages: list[RawPage | Quarantined], limits: Limits, seat: Seat, shard: Path) -> Shard:
    """Cleans one batch in child processes and gives its Parquet files."""
    return clean_batch(pages, limits, seat, shard)


def clean_days(
    days: Sequence[date], settings: Settings, choice: Choice, folder: Path
) -> tuple[Cleaned, list[UnchangedPage]]:
    """What became of every page of these days, and those left alone; the shards are in `folder`. Runs inside a flow.

    The second apart from the first, which a backfill of a year keeps of every day.
    """
    landing = UPath(settings.landing)
    sorting = Sorting(choice, progress.n_files(landing, days))
    items = read.pages(landing, days, max_bytes=settings.page_megabytes * MEGABYTE)
    limits = Limits(settings.processes, settings.page_seconds, settings.page_megabytes, settings.memory_megabytes)
    shards: list[Shard] = []
    waiting: deque[PrefectConcurrentFuture[Shard]] = deque()
    try:
        for number, batch in enumerate(batches(sorting.chosen(items), settings.batch_size)):
            seat = quote(_seat(choice, batch))
            waiting.append(batch_task.submit(quote(batch), limits, seat, folder / f"{number:05}"))
            while len(waiting) >= IN_FLIGHT:
                shards.append(waiting.popleft().result())
                sorting.tell(shards)
        while waiting:
            shards.append(waiting.popleft().result())
            sorting.tell(shards)
    except BaseException:  # Ctrl-C or a failed batch: the task runner would wait for the batches in hand
        for future in waiting:
            future.wrapped_future.cancel()
        stop_all()
        raise
    return sorting.cleaned(shards), sorting.unchanged


def _seat(choice: Choice, batch: Sequence[RawPage | Quarantined]) -> Seat:
    pages = [page for page in batch if isinstance(page, RawPage)]
    earlier = {page.page_id: version for page in pages if (version := choice.earlier_rules(page))}
    seat = Seat(choice.versions, choice.site_lines.only(page.url for page in pages), earlier=earlier)
    return replace(seat, changes=choice.rule_changes) if earlier else seat


def batches(
    pages: Iterator[RawPage | Quarantined], size: int, n_bytes: int = BATCH_BYTES
) -> Iterator[list[RawPage | Quarantined]]:
    """Runs of at most `size` pages; a run is closed as soon as its bodies reach `n_bytes`."""
    batch: list[RawPage | Quarantined] = []
    weight = 0
    for page in pages:
        batch.append(page)
        weight += len(page.body) if isinstance(page, RawPage) else 0
        if len(batch) >= size or weight >= n_bytes:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


@dataclass
class Sorting:
    """Sorts what is read into what is cleaned and what is only counted."""

    choice: Choice
    n_files: int
    unchanged: list[UnchangedPage] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    n_files_read: int = 0
    n_read: int = 0
    n_passed_over: int = 0
    _file: str = ""

    def chosen(self, items: Iterator[RawPage | Skipped | Quarantined]) -> Iterator[RawPage | Quarantined]:
        """The pages to clean. The others and the skipped files are remembered for the report."""
        for item in items:
            self._count_file(item.uri if isinstance(item, RawPage | Skipped) else item.raw.uri)
            if isinstance(item, Skipped):
                self.skipped.append(item)
                continue
            self.n_read += 1
            verdict = self.choice.verdict(item)
            if verdict == "clean":
                yield item
            elif verdict == "unchanged":
                self.unchanged.append(UnchangedPage.of(item))
            else:
                self.n_passed_over += 1

    def tell(self, shards: Sequence[Shard]) -> None:
        n_pages = sum(shard.n_pages for shard in shards) + len(self.unchanged) + self.n_passed_over
        progress.tell(progress.Progress("Cleaning", self.n_files, min(self.n_files_read, self.n_files), n_pages))

    def cleaned(self, shards: Sequence[Shard]) -> Cleaned:
        return Cleaned(tuple(shards), len(self.unchanged), tuple(self.skipped), self.n_read, self.n_passed_over)

    def _count_file(self, uri: str) -> None:
        file = uri.partition("#")[0]
        self.n_files_read += file != self._file
        self._file = file
