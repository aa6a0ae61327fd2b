"""One run over some days: from the lock on the database to the report. A preview stops before anything is loaded."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from upath import UPath

from flows import progress
from flows.clean_days import clean_days
from flows.settings import Settings
from tasks import read
from tasks.choose import Choice
from tasks.mark.rule_sets import changes_since
from tasks.report import Report, previewed, troubles_in
from tasks.site_lines import NONE_REPEATED
from tasks.warehouse import Warehouse, known_pages, quarantined_pages, rule_sets, site_lines, writing


def landed_days(settings: Settings, from_day: date | None = None, to_day: date | None = None) -> list[date]:
    """The days that have landed, from and to included. Raises `LandingError` where there is none at all."""
    days = read.days(UPath(settings.landing))
    return [day for day in days if (from_day or day) <= day <= (to_day or day)]


def run_days(flow: str, days: Sequence[date], settings: Settings, asked: Choice) -> Report:
    """Cleans, loads, checks and publishes; the database is locked from before it is asked what it knows."""
    with writing(settings.database) as db, shards_of(settings.database) as folder:
        choice = replace(
            asked,
            known=db.known_pages(days),
            quarantined=db.quarantined_pages(days),
            site_lines=db.site_lines() if settings.site_lines else NONE_REPEATED,
            rule_changes=changes_since(asked.rules, db.rule_sets(days)),
        )
        with recorded(db, flow, settings, days, choice) as run_id:
            cleaned, unchanged = clean_days(days, settings, choice, folder)
            progress.tell(progress.Progress("Loading"))
            db.keep_rules(choice.rules)
            db.forget(settings.history_days)  # before the load, which checks all that is left
            db.load(run_id, cleaned.shards, unchanged=unchanged, skipped=cleaned.skipped)
            troubles = troubles_in(cleaned.shards, choice.quarantined)
            measured = db.measured(run_id)
            report = Report(flow, tuple(days), cleaned, troubles, landing=settings.landing, measured=measured)
            db.finish_run(run_id, report.failure(settings.quarantine_share))
        db.publish()
    return report


def preview_days(flow: str, days: Sequence[date], settings: Settings, asked: Choice) -> Report:
    """Cleans and compares with the published file, which may be read at any time: no lock, nothing is loaded."""
    choice = replace(
        asked,
        known=known_pages(settings.database, days),
        quarantined=quarantined_pages(settings.database, days),
        site_lines=site_lines(settings.database)
        if settings.site_lines and settings.database.exists()
        else NONE_REPEATED,
        rule_changes=changes_since(asked.rules, rule_sets(settings.database, days)),
    )
    with TemporaryDirectory(prefix="copydesk-preview-") as folder:
        cleaned, _ = clean_days(days, settings, choice, Path(folder))
        changes = previewed(settings.database, cleaned.shards)
        troubles = troubles_in(cleaned.shards, choice.quarantined)
        return Report(flow, tuple(days), cleaned, troubles, changes, settings.landing)


@contextmanager
def recorded(db: Warehouse, flow: str, settings: Settings, days: Sequence[date], choice: Choice) -> Iterator[str]:
    """The run's row in `runs`: made at once, and finished where an error ends the run."""
    run_id = db.start_run(flow, settings.landing, days, choice.versions)
    try:
        yield run_id
    except BaseException as error:  # also Ctrl-C: the row says how the run ended, and the error goes on
        db.finish_run(run_id, f"{type(error).__name__}: {error}")
        raise


@contextmanager
def shards_of(database: Path) -> Iterator[Path]:
    """An empty folder beside the database. Under the lock, what a killed run left there is nobody's."""
    folder = database.with_name(f"{database.name}.shards")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
