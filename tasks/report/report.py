"""What a run did, counted so that nothing can be missing."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date

import pyarrow.parquet as pq

from tasks.read import Skipped
from tasks.report.measures import moved_sites, summed
from tasks.report.preview import Change, only_largest_side_by_side
from tasks.warehouse import Measured, Shard

QUARANTINED = "Quarantined pages"  # the list that the Prefect UI shows whole
NOT_MEASURED = Measured()
FEW = 10  # new pages: one of fewer that fails is a bad page, and says nothing of the run


@dataclass(frozen=True, slots=True)
class Trouble:
    """A quarantined page: the step that failed, what it said, and whether the page had failed before this run."""

    uri: str
    step: str
    error: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class FailedDay:
    """A day of which nothing was loaded, and why."""

    day: date
    error: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning some days gave. Raises ValueError where a page that was read is in no count."""

    shards: tuple[Shard, ...]
    n_unchanged: int
    skipped: tuple[Skipped, ...]
    n_read: int
    n_passed_over: int

    def __post_init__(self) -> None:
        told = sum(shard.n_pages for shard in self.shards) + self.n_unchanged + self.n_passed_over
        if told != self.n_read:
            raise ValueError(f"{self.n_read} pages were read, but {told} are accounted for: a fault of copydesk")


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the pages of some days. `changes` is None unless the run was a preview, which loads nothing."""

    flow: str
    days: tuple[date, ...]
    cleaned: Cleaned
    troubles: tuple[Trouble, ...]
    changes: tuple[Change, ...] | None = None
    landing: str = ""
    failed_days: tuple[FailedDay, ...] = ()
    measured: Measured = NOT_MEASURED

    def counts(self) -> dict[str, int]:
        """Outcome -> pages, then stories, cuts (lines that sites repeat apart) and skipped files.

        The first five sum to the pages read.
        """
        shards = self.cleaned.shards
        return {
            "loaded": sum(shard.n_loaded for shard in shards),
            "unchanged": self.cleaned.n_unchanged + sum(shard.n_unchanged for shard in shards),
            "empty": sum(shard.n_empty for shard in shards),
            "quarantined": sum(shard.n_quarantined for shard in shards),
            "passed over": self.cleaned.n_passed_over,
            "stories": sum(shard.n_stories for shard in shards),
            "cuts": sum(shard.n_cuts for shard in shards),
            "site lines": sum(shard.n_site_lines for shard in shards),
            "files skipped": len(self.cleaned.skipped),
        }

    def headline(self) -> str:
        """One line: what the run was and what it read."""
        days = " to ".join(dict.fromkeys(f"{day}" for day in (*self.days[:1], *self.days[-1:]))) or "none"
        what = f"Preview of {self.flow}: nothing was loaded" if self.changes is not None else self.flow.capitalize()
        return f"{what}. Days: {days}. Pages read: {self.cleaned.n_read}."

    def summary(self) -> str:
        """The headline, every outcome that pages had, what the checks warn of, and sites that moved: for the run's state."""
        counts = [f"{n} {what}" for what, n in list(self.counts().items())[:5] if n]
        odd = [f"{each.check} ({each.n_rows})" for each in self.measured.warnings]
        told = [f"{', '.join(counts)}." if counts else "", f"Warnings: {', '.join(odd)}." if odd else ""]
        return " ".join(filter(None, [self.headline(), *told, moved_sites(self.measured.drifts)]))

    def failure(self, limit: float) -> str | None:
        """Why this run has failed though it came to its end: days failed, or a larger share of pages was quarantined.

        Pages that had failed before and failed again are left out of the share: they say nothing new.
        """
        if self.failed_days:
            return (
                f"{len(self.failed_days)} of {len(self.days)} days failed, the first of them {self.failed_days[0].day} "
                f"({self.failed_days[0].error}). The other days are done; see to the cause and run these again"
            )
        n_again = sum(trouble.again for trouble in self.troubles)
        n_cleaned = sum(shard.n_pages - shard.n_unchanged for shard in self.cleaned.shards)
        n_bad, n_tried = len(self.troubles) - n_again, n_cleaned - n_again
        if n_bad <= limit * max(n_tried, FEW):
            return None
        return (
            f"{n_bad} of {n_tried} pages were quarantined, a larger share than {limit:g} (COPYDESK_QUARANTINE_SHARE). "
            f"What could be cleaned is in the database; see {QUARANTINED.lower()} in the report for what went wrong"
        )


class RunFailed(Exception):
    """The run came to its end, but days failed, or more pages than the limit; `report` says what became of the rest."""

    def __init__(self, message: str, report: Report) -> None:
        super().__init__(message)
        self.report = report


def together(flow: str, days: Sequence[date], reports: Sequence[Report], failed: Sequence[FailedDay]) -> Report:
    """One report of runs over parts of these days."""
    cleaned = Cleaned(
        tuple(shard for each in reports for shard in each.cleaned.shards),
        sum(each.cleaned.n_unchanged for each in reports),
        tuple(file for each in reports for file in each.cleaned.skipped),
        sum(each.cleaned.n_read for each in reports),
        sum(each.cleaned.n_passed_over for each in reports),
    )
    troubles = tuple(trouble for each in reports for trouble in each.troubles)
    previews = [each.changes for each in reports if each.changes is not None]
    changes = only_largest_side_by_side([change for each in previews for change in each]) if previews else None
    landing = next((each.landing for each in reports), "")
    measured = summed([each.measured for each in reports])
    return Report(flow, tuple(days), cleaned, troubles, changes, landing, tuple(failed), measured)


def troubles_in(shards: Sequence[Shard], failed_before: Set[str] = frozenset()) -> tuple[Trouble, ...]:
    """The quarantined pages of these shards; `failed_before` are the page_ids that were quarantined already."""
    wanted = [("outcome", "=", "quarantined")]
    tables = [pq.read_table(shard.file("outcomes"), filters=wanted) for shard in shards if shard.n_quarantined]
    rows = (row for table in tables for row in table.to_pylist())
    return tuple(Trouble(row["uri"], row["step"], row["error"], row["page_id"] in failed_before) for row in rows)
