"""A range day by day: a day that fails costs itself, and the Prefect UI shows how far the run has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from prefect.artifacts import create_progress_artifact, update_progress_artifact

from tasks.report import FailedDay, Report, together

IN_A_ROW = 2  # days that fail one after another: the cause is in no day, and the others would fail too


def by_day(flow: str, days: Sequence[date], run: Callable[[Sequence[date]], Report]) -> Report:
    """The report of all these days, each run by itself; those that failed, and those not tried then, are named in it."""
    artifact = create_progress_artifact(0.0, f"{flow}-progress", _told(days, 0, []))
    reports: list[Report] = []
    failed: list[FailedDay] = []
    n_in_a_row = 0
    for n_done, day in enumerate(days, start=1):
        # Beside the batch step the second place that catches: the days after this one are other pages.
        try:
            reports.append(run([day]))
            n_in_a_row = 0
        except Exception as error:
            failed.append(FailedDay(day, f"{type(error).__name__}: {error}"))
            n_in_a_row += 1
        update_progress_artifact(artifact, 100 * n_done / len(days), _told(days, n_done, failed))
        if n_in_a_row == IN_A_ROW:
            failed += [FailedDay(later, "not tried, because the days before it failed") for later in days[n_done:]]
            break
    return together(flow, days, reports, failed)


def _told(days: Sequence[date], n_done: int, failed: Sequence[FailedDay]) -> str:
    now = f"Now {days[n_done]}." if n_done < len(days) else "None is left."
    bad = f" Failed: {', '.join(str(each.day) for each in failed)}." if failed else ""
    return f"{n_done} of {len(days)} days are done. {now}{bad}"
