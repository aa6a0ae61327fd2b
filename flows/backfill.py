"""The run by hand: chosen days, a site, chosen pages, or only a preview of what would change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from prefect import State, flow
from pydantic import BaseModel, ConfigDict, Field, model_validator

from flows.by_day import by_day
from flows.clean_days import one_batch_at_a_time
from flows.ending import ended
from flows.run_days import landed_days, preview_days, run_days
from flows.settings import Settings
from tasks.choose import Choice, Which
from tasks.desk import Desk
from tasks.read import LandingError
from tasks.report import Report


class Backfill(BaseModel):
    """What to clean again. One model, because the Prefect UI draws its form from it."""

    model_config = ConfigDict(extra="forbid", title="Backfill")

    from_day: date = Field(title="From day", description="First day to clean")
    to_day: date = Field(title="To day", description="Last day to clean, included")
    site: str = Field(
        "", title="Site", description="Only pages of this host or below it, such as example.org. Empty: every page"
    )
    pages: Which = Field(
        "outdated",
        title="Pages",
        description="missing: not in the database. outdated: changed, or cleaned with another model, other code, or rules that changed for it. "
        "quarantined: failed when last tried. all: every page, whether it needs it or not",
    )
    preview: bool = Field(True, title="Preview", description="Load nothing; report what would change")

    @model_validator(mode="after")
    def _days_in_order(self) -> Backfill:
        if self.to_day < self.from_day:
            raise ValueError(f"to_day {self.to_day} is before from_day {self.from_day}: swap them")
        return self

    def days(self, settings: Settings) -> list[date]:
        """The days asked for that landed; raises `LandingError` where none of them did."""
        landed = landed_days(settings)
        days = [day for day in landed if self.from_day <= day <= self.to_day]
        if not days:
            raise LandingError(
                f"No day from {self.from_day} to {self.to_day} has landed",
                settings.landing,
                f"It has {landed[0]} to {landed[-1]}: choose among these.",
            )
        return days


@flow(name="backfill", task_runner=one_batch_at_a_time, persist_result=False)
def backfill(parameters: Backfill, settings: Settings | None = None) -> State[Report]:
    """Cleans pages of chosen days again, or shows what that would change. Each day is loaded and published by itself.

    Args:
        parameters: Which days, site and pages, and whether to load them.
        settings: Where from, where to and how much. Empty: the surroundings of the worker (COPYDESK_…).
    """
    settings = settings or Settings()
    days = parameters.days(settings)
    choice = replace(Choice.of(Desk.load()), which=(parameters.pages,), site=parameters.site)
    run = preview_days if parameters.preview else run_days
    return ended(by_day("backfill", days, lambda some: run("backfill", some, settings, choice)), settings)
