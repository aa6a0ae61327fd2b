"""What a run did, counted so that nothing can be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow.parquet as pq

from tasks.read import Skipped
from tasks.report.preview import Change
from tasks.warehouse import Shard, UnchangedPage

SHOWN = 50  # rows of a list that a report shows


@dataclass(frozen=True, slots=True)
class Trouble:
    """A quarantined page: the step that failed and what it said."""

    uri: str
    step: str
    error: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning some days gave. Raises ValueError where a page that was read is in no count."""

    shards: tuple[Shard, ...]
    unchanged: tuple[UnchangedPage, ...]
    skipped: tuple[Skipped, ...]
    n_read: int
    n_passed_over: int

    def __post_init__(self) -> None:
        told = sum(shard.n_pages for shard in self.shards) + len(self.unchanged) + self.n_passed_over
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

    def counts(self) -> dict[str, int]:
        """Outcome -> pages, then stories, cuts (lines that sites repeat apart) and skipped files.

        The first five sum to the pages read.
        """
        shards = self.cleaned.shards
        return {
            "loaded": sum(shard.n_loaded for shard in shards),
            "unchanged": len(self.cleaned.unchanged),
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

    def lists(self) -> Iterator[tuple[str, tuple[str, ...], list[tuple[str, ...]]]]:
        """(title, columns, rows) of what needs a look: quarantined pages, skipped files, a preview's changes."""
        if self.changes is not None:
            n = Counter(change.change for change in self.changes)
            title = ", ".join(f"{n[what]} {what}" for what in ("added", "changed", "gone"))
            rows = [(change.change, change.uri, change.title or "") for change in self.changes]
            yield f"Stories: {title}", ("change", "page", "story"), rows
        if self.troubles:
            rows = [(trouble.uri, trouble.step, trouble.error) for trouble in self.troubles]
            yield "Quarantined pages", ("page", "step", "error"), rows
        if self.cleaned.skipped:
            yield "Skipped files", ("file", "reason"), [(file.uri, file.reason) for file in self.cleaned.skipped]

    def markdown(self) -> str:
        """The report for the Prefect UI."""
        lines = [self.headline(), "", *_table(("", "count"), [(name, str(n)) for name, n in self.counts().items()])]
        for title, columns, rows in self.lists():
            lines += ["", f"## {title}", "", *_table(columns, rows[:SHOWN])]
            lines += [f"… and {len(rows) - SHOWN} more"] if len(rows) > SHOWN else []
        return "\n".join(lines)


def troubles_in(shards: Sequence[Shard]) -> tuple[Trouble, ...]:
    """The quarantined pages of these shards."""
    columns, wanted = ["uri", "step", "error"], [("outcome", "=", "quarantined")]
    tables = [pq.read_table(shard.file("outcomes"), filters=wanted) for shard in shards if shard.n_quarantined]
    return tuple(Trouble(*(row[name] for name in columns)) for table in tables for row in table.to_pylist())


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    head = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    return head + [f"| {' | '.join(map(_cell, row))} |" for row in rows]


def _cell(text: str) -> str:
    return text.replace("|", "&#124;").replace("<", "&lt;").replace("\n", " ")
