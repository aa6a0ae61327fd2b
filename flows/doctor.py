"""What `copydesk doctor` looks at: versions, landing folder, lock, disk, database, runs, server; and what to do."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import metadata
from pathlib import Path
from typing import Literal

from packaging.requirements import Requirement
from upath import UPath

from flows.settings import Settings
from tasks import read
from tasks.child import MEGABYTE
from tasks.desk import Desk
from tasks.read import LandingError
from tasks.warehouse import Database, WarehouseError, look_at

SPARE = 500  # megabytes that a run needs beside the copies of the database
STALE_DAYS = 2  # a night may be missed; two are worth a look

State = Literal["ok", "look", "bad"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `ok`, worth a `look`, or `bad`; what was found and, unless it is ok, what to do."""

    about: str
    state: State
    found: str
    remedy: str = ""


def findings(settings: Settings) -> list[Finding]:
    """Everything but the server, in the order in which it is needed. What cannot be looked at is a finding too."""
    found = [versions(), landing(settings), disk(settings.database)]
    try:
        database = look_at(settings.database)
    except WarehouseError as error:
        found.append(
            Finding("database", "bad", str(error), "What the message says; the published file is what readers see")
        )
    else:
        found += [lock(database), schema(database), runs(database)]
    return found


def versions() -> Finding:
    """Python's packages against what this release was made for."""
    try:
        wanted = [Requirement(line) for line in metadata.requires("copydesk") or ()]
    except metadata.PackageNotFoundError:
        return Finding("versions", "look", "copydesk runs without having been installed", "`make run` sets up .venv")
    wrong = [each for each in wanted if each.marker is None and not _fits(each)]
    if wrong:
        told = ", ".join(
            f"{each.name} {_version(each.name) or 'is missing'} (wanted {each.specifier})" for each in wrong
        )
        return Finding(
            "versions", "bad", told, "Delete .venv/.set-up and run `make run`, which installs the lock's versions"
        )
    ours, used = Desk.load().versions, ", ".join(f"{name} {_version(name)}" for name in ("duckdb", "prefect"))
    return Finding("versions", "ok", f"copydesk {_version('copydesk')} (code {ours.code}, rules {ours.rules}), {used}")


def landing(settings: Settings) -> Finding:
    """Whether there are days, and a new one."""
    try:
        days = read.days(UPath(settings.landing))
    except (LandingError, OSError) as error:
        return Finding("landing", "bad", str(error), "Set COPYDESK_LANDING")
    told = f"{settings.landing}: {len(days)} days, {days[0]} to {days[-1]}"
    n_days = (_today() - days[-1]).days
    if n_days > STALE_DAYS:
        return Finding("landing", "look", f"{told}, nothing for {n_days} days", "See whether the scraper still runs")
    return Finding("landing", "ok", told)


def disk(database: Path) -> Finding:
    """Room for what a run writes: a copy to publish, one before a migration, and shards."""
    folder = database.absolute().parent
    while not folder.exists():
        folder = folder.parent
    size = max((file.stat().st_size for file in folder.glob(f"{database.name}*") if file.is_file()), default=0)
    free, needed = shutil.disk_usage(folder).free // MEGABYTE, 2 * size // MEGABYTE + SPARE
    told = f"{free:,} MB free where the database is, {needed:,} MB needed"
    if free < needed:
        return Finding("disk", "bad", told, "Make room, or name a database on another disk (COPYDESK_DATABASE)")
    return Finding("disk", "ok", told)


def lock(database: Database) -> Finding:
    """Whether a run writes just now."""
    if not database.holder:
        return Finding("lock", "ok", "nobody writes to the database")
    remedy = "Normal while a run goes on; if it hangs, stop that process, and the lock goes with it"
    return Finding("lock", "look", f"written by {database.holder}", remedy)


def schema(database: Database) -> Finding:
    """Whether the database is of this release and keeps its own rules."""
    if not database.exists:
        return Finding("database", "look", f"{database.path} is not there yet", "`copydesk run LANDING` makes it")
    if database.waiting:
        told = f"{len(database.waiting)} migrations to come: {', '.join(database.waiting)}"
        return Finding("database", "look", told, "The next run applies them")
    if database.broken:
        return Finding(
            "database", "bad", database.broken, "Report these rows; the next run publishes nothing until then"
        )
    return Finding(
        "database", "ok", f"{database.path}: {database.n_stories:,} stories, schema and rules as they should be"
    )


def runs(database: Database) -> Finding:
    """How the last published run ended, and how long ago that was."""
    if database.last_run is None:
        return Finding("runs", "look", "no run is in the database yet", "`copydesk run LANDING`, or `make serve`")
    run = database.last_run
    told = f"the last, {run.flow}, {run.state} at {run.started_at:%Y-%m-%d %H:%M} UTC"
    if run.state == "failed":
        return Finding("runs", "bad", f"{told}: {run.error}", "`copydesk sql --name quarantined` lists the pages")
    n_days = (datetime.now(UTC).replace(tzinfo=None) - run.started_at).days
    if n_days >= STALE_DAYS:
        remedy = "See in the Prefect UI whether the nights ran, and what those that failed say"
        return Finding("runs", "look", f"{told}, {n_days} days ago", remedy)
    return Finding("runs", "ok", told)


def _fits(wanted: Requirement) -> bool:
    version = _version(wanted.name)
    return version is not None and wanted.specifier.contains(version, prereleases=True)


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _today() -> date:
    return datetime.now(UTC).date()
