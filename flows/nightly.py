"""The nightly run: what has landed and is not in the database as it should be."""

from __future__ import annotations

from datetime import date

from prefect import State, flow

from flows.clean_days import one_batch_at_a_time
from flows.ending import ended
from flows.run_days import landed_days, run_days
from flows.settings import Settings
from tasks.choose import Choice
from tasks.desk import Desk
from tasks.report import Report


@flow(name="nightly", task_runner=one_batch_at_a_time, persist_result=False)
def nightly(
    from_day: date | None = None,
    to_day: date | None = None,
    last_days: int | None = None,
    settings: Settings | None = None,
) -> State[Report]:
    """Cleans the pages that are new, changed or were quarantined, and publishes the stories.

    Args:
        from_day: First day to look at. Empty: the first that landed.
        to_day: Last day to look at. Empty: the last that landed.
        last_days: Only the last so many of these days. Empty: all.
        settings: Where from, where to and how much. Empty: the surroundings of the worker (COPYDESK_…).
    """
    settings = settings or Settings()
    days = landed_days(settings, from_day, to_day)[-(last_days or 0) :]
    return ended(run_days("nightly", days, settings, Choice.of(Desk.load())), settings)
