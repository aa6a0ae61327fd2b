"""A report's lists, and the report as Markdown for the Prefect UI."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Sequence

from tasks.report.measures import (
    CHART_COLUMNS,
    DRIFT_COLUMNS,
    SLOW_COLUMNS,
    chart_rows,
    drift_rows,
    slow_rows,
)
from tasks.report.preview import Change
from tasks.report.report import QUARANTINED, Report

SHOWN = 50  # rows of a list that a report shows
CHANGE_COLUMNS = ("change", "page", "story", "fields", "words that differ")
DIFFERENCE_COLUMNS = ("page", "words that differ", "only before", "only after")
List = tuple[str, tuple[str, ...], list[tuple[str, ...]]]  # title, columns, rows


def lists(report: Report) -> Iterator[List]:
    """What needs a look first (failed days, changes of a preview, warnings, quarantined pages), then what was measured."""
    yield from _asking_for_a_look(report)
    found = report.measured
    if found.drifts:
        yield "Sites, against the four weeks before", DRIFT_COLUMNS, drift_rows(found.drifts)
    if found.roles:
        yield "Cut, by role", CHART_COLUMNS, chart_rows(found.roles)
    if found.slowest:
        yield "Slowest pages", SLOW_COLUMNS, slow_rows(found.slowest)


def _asking_for_a_look(report: Report) -> Iterator[List]:
    if report.failed_days:
        yield "Failed days", ("day", "error"), [(f"{each.day}", each.error) for each in report.failed_days]
    if report.changes is not None:
        n = Counter(change.change for change in report.changes)
        title = ", ".join(f"{n[what]} {what}" for what in ("added", "changed", "gone"))
        n_pages = len({change.uri for change in report.changes})
        yield f"Stories: {title}, on {n_pages} pages", CHANGE_COLUMNS, [_change(each) for each in report.changes]
        largest = sorted((each for each in report.changes if each.before or each.after), key=lambda each: -each.n_words)
        if largest:
            yield "The largest differences, side by side", DIFFERENCE_COLUMNS, [_difference(each) for each in largest]
    if report.measured.warnings:
        rows = [(each.check, str(each.n_rows), each.asks, "; ".join(each.shown)) for each in report.measured.warnings]
        yield "Warnings", ("check", "rows", "a row is", "the first rows"), rows
    if report.troubles:
        rows = [(each.uri, each.step, each.error, _look_at(each.uri, report.landing)) for each in report.troubles]
        yield QUARANTINED, ("page", "step", "error", "look at it with"), rows
    if report.cleaned.skipped:
        yield "Skipped files", ("file", "reason"), [(file.uri, file.reason) for file in report.cleaned.skipped]


def _change(change: Change) -> tuple[str, ...]:
    return change.change, change.uri, change.title or "", ", ".join(change.fields), str(change.n_words)


def _difference(change: Change) -> tuple[str, ...]:
    return change.uri, str(change.n_words), change.before, change.after


def markdown(report: Report) -> str:
    """The whole report; of a long list its beginning, of quarantined pages all."""
    lines = [report.headline(), "", *_table(("", "count"), [(name, str(n)) for name, n in report.counts().items()])]
    for title, columns, rows in lists(report):
        n_shown = len(rows) if title == QUARANTINED else SHOWN
        lines += ["", f"## {title}", "", *_table(columns, rows[:n_shown])]
        lines += [f"… and {len(rows) - n_shown} more"] if len(rows) > n_shown else []
    return "\n".join(lines)


def _look_at(uri: str, landing: str) -> str:
    path = f"{landing.rstrip('/')}/{uri}" if landing else uri
    return f"copydesk explain {shlex.quote(path)}"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    head = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    return head + [f"| {' | '.join(map(_cell, row))} |" for row in rows]


def _cell(text: str) -> str:
    return text.replace("|", "&#124;").replace("<", "&lt;").replace("\n", " ")
