"""What a run did, counted so that nothing can be missing."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

import pyarrow.parquet as pq

from tasks.read import Skipped
from tasks.report.preview import Change
from tasks.warehouse import Offence, Shard

SHOWN = 50  # rows of a list that a report shows
QUARANTINED = "Quarantined pages"  # the list that the Prefect UI shows whole
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
    warnings: tuple[Offence, ...] = ()

    def counts(self) -> dict[str, int]:
        """Outcome -> pages, then stories, cuts (lines that sites repeat apart) and skipped files.

        The first five sum to the pages read.
        """
        shards = self.cleaned.shards
        return {
            "loaded": sum(shard.n_loaded for shard in shards),
            "unchanged": self.cleaned.n_unchanged,
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
        """The headline, every outcome that pages had, and what the checks warn of, for the run's state."""
        counts = [f"{n} {what}" for what, n in list(self.counts().items())[:5] if n]
        odd = [f"{each.check} ({each.n_rows})" for each in self.warnings]
        told = [f"{', '.join(counts)}." if counts else "", f"Warnings: {', '.join(odd)}." if odd else ""]
        return " ".join([self.headline(), *filter(None, told)])

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
        n_bad, n_tried = len(self.troubles) - n_again, sum(shard.n_pages for shard in self.cleaned.shards) - n_again
        if n_bad <= limit * max(n_tried, FEW):
            return None
        return (
            f"{n_bad} of {n_tried} pages were quarantined, a larger share than {limit:g} (COPYDESK_QUARANTINE_SHARE). "
            f"What could be cleaned is in the database; see {QUARANTINED.lower()} in the report for what went wrong"
        )

    def lists(self) -> Iterator[tuple[str, tuple[str, ...], list[tuple[str, ...]]]]:
        """(title, columns, rows) of what needs a look: quarantined pages, skipped files, a preview's changes."""
        if self.failed_days:
            yield "Failed days", ("day", "error"), [(f"{each.day}", each.error) for each in self.failed_days]
        if self.changes is not None:
            n = Counter(change.change for change in self.changes)
            title = ", ".join(f"{n[what]} {what}" for what in ("added", "changed", "gone"))
            rows = [(change.change, change.uri, change.title or "") for change in self.changes]
            yield f"Stories: {title}", ("change", "page", "story"), rows
        if self.warnings:
            rows = [(each.check, str(each.n_rows), each.asks, "; ".join(each.shown)) for each in self.warnings]
            yield "Warnings", ("check", "rows", "a row is", "the first rows"), rows
        if self.troubles:
            rows = [(each.uri, each.step, each.error, self._look_at(each.uri)) for each in self.troubles]
            yield QUARANTINED, ("page", "step", "error", "look at it with"), rows
        if self.cleaned.skipped:
            yield "Skipped files", ("file", "reason"), [(file.uri, file.reason) for file in self.cleaned.skipped]

    def markdown(self) -> str:
        """The report for the Prefect UI."""
        lines = [self.headline(), "", *_table(("", "count"), [(name, str(n)) for name, n in self.counts().items()])]
        for title, columns, rows in self.lists():
            n_shown = len(rows) if title == QUARANTINED else SHOWN
            lines += ["", f"## {title}", "", *_table(columns, rows[:n_shown])]
            lines += [f"… and {len(rows) - n_shown} more"] if len(rows) > n_shown else []
        return "\n".join(lines)

    def _look_at(self, uri: str) -> str:
        path = f"{self.landing.rstrip('/')}/{uri}" if self.landing else uri
        return f"copydesk explain {shlex.quote(path)}"


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
    changes = tuple(change for each in previews for change in each) if previews else None
    landing = next((each.landing for each in reports), "")
    warnings = _summed(offence for each in reports for offence in each.warnings)
    return Report(flow, tuple(days), cleaned, troubles, changes, landing, tuple(failed), warnings)


def _summed(found: Iterable[Offence]) -> tuple[Offence, ...]:
    """One offence a check: the rows of all days counted, those of the first day shown."""
    by_check: dict[str, Offence] = {}
    for each in found:
        first = by_check.get(each.check)
        by_check[each.check] = replace(first, n_rows=first.n_rows + each.n_rows) if first else each
    return tuple(by_check[name] for name in sorted(by_check))


def troubles_in(shards: Sequence[Shard], failed_before: Set[str] = frozenset()) -> tuple[Trouble, ...]:
    """The quarantined pages of these shards; `failed_before` are the page_ids that were quarantined already."""
    wanted = [("outcome", "=", "quarantined")]
    tables = [pq.read_table(shard.file("outcomes"), filters=wanted) for shard in shards if shard.n_quarantined]
    rows = (row for table in tables for row in table.to_pylist())
    return tuple(Trouble(row["uri"], row["step"], row["error"], row["page_id"] in failed_before) for row in rows)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    head = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    return head + [f"| {' | '.join(map(_cell, row))} |" for row in rows]


def _cell(text: str) -> str:
    return text.replace("|", "&#124;").replace("<", "&lt;").replace("\n", " ")
