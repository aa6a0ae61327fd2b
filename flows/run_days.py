"""One run over some days: from the lock on the database to the report. A preview stops before anything is loaded."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from prefect.artifacts import create_markdown_artifact
from upath import UPath

from flows import progress
from flows.clean_days import clean_days
from flows.settings import Settings
from tasks import read
from tasks.choose import DUE, Choice, Which
from tasks.desk import Desk
from tasks.report import Cleaned, Report, previewed, troubles_in
from tasks.warehouse import Warehouse, known_pages, quarantined_pages, writing


def landed_days(settings: Settings, from_day: date | None = None, to_day: date | None = None) -> list[date]:
    """The days that have landed, from and to included. Raises `LandingError` where there is none at all."""
    days = read.days(UPath(settings.landing))
    return [day for day in days if (from_day or day) <= day <= (to_day or day)]


def run_days(flow: str, days: Sequence[date], settings: Settings, asked: Choice) -> Report:
    """Cleans, loads, checks and publishes; the database is locked from before it is asked what it knows."""
    with writing(settings.database) as db, shards_of(settings.database) as folder:
        choice = replace(asked, known=db.known_pages(days), quarantined=db.quarantined_pages(days))
        with recorded(db, flow, settings, days, choice) as run_id:
            cleaned = clean_days(days, settings, choice, folder)
            progress.tell(progress.Progress("Loading"))
            db.load(run_id, cleaned.shards, unchanged=cleaned.unchanged, skipped=cleaned.skipped)
            report = Report(flow, tuple(days), cleaned, troubles_in(cleaned.shards))
        db.publish()
    return shown(report)


def preview_days(flow: str, days: Sequence[date], settings: Settings, asked: Choice) -> Report:
    """Cleans and compares with the published file, which may be read at any time: no lock, nothing is loaded."""
    choice = replace(
        asked,
        known=known_pages(settings.database, days),
        quarantined=quarantined_pages(settings.database, days),
    )
    with TemporaryDirectory(prefix="copydesk-preview-") as folder:
        cleaned = clean_days(days, settings, choice, Path(folder))
        changes = previewed(settings.database, cleaned.shards)
        return shown(Report(flow, tuple(days), cleaned, troubles_in(cleaned.shards), changes))
