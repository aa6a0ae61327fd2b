"""The one writer: holds the lock, works on its own file, and publishes copies of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import duckdb

from tasks.desk import Versions
from tasks.mark.rule_sets import RuleSet
from tasks.site_lines import SiteLines
from tasks.warehouse.check import check
from tasks.warehouse.compact import compact, is_bloated
from tasks.warehouse.errors import DatabaseHeld, WarehouseError
from tasks.warehouse.known import KnownPage, known_in, quarantined_in, rule_sets_in
from tasks.warehouse.load import Arrivals, SkippedFile, UnchangedPage, load
from tasks.warehouse.lock import writer_lock
from tasks.warehouse.measures import Measured, measured
from tasks.warehouse.migrate import migrate, waiting
from tasks.warehouse.publish import publish
from tasks.warehouse.shards import Shard
from tasks.warehouse.site_lines import site_lines_in
from tasks.warehouse.statements import run_file, transaction, utc_now

STORAGE = "v1.5.0"  # DuckDB 2.0 writes files that 1.5 cannot open, unless told so
MAGIC, MAGIC_AT = b"DUCK", 8  # what DuckDB's files have in their header, and where


@dataclass(frozen=True, slots=True)
class RunTotals:
    """What became of a run's pages; `n_pages` is the sum of the four outcomes."""

    n_pages: int
    n_loaded: int
    n_unchanged: int
    n_empty: int
    n_quarantined: int
    n_skipped: int
    n_stories: int
    n_cuts: int


@contextmanager
def writing(database: Path) -> Iterator[Warehouse]:
    """The database for writing, its schema up to date. Raises `DatabaseHeld` while another process writes."""
    _make_folder(database.parent)
    with writer_lock(database):
        warehouse = Warehouse(database)
        try:
            warehouse.back_up()
            migrate(warehouse.connection)
            yield warehouse
        finally:
            warehouse.connection.close()


class Warehouse:
    """The writer's own file, `<database>.work`. Readers see none of it until `publish`."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.work = database.with_name(f"{database.name}.work")
        if not self.work.exists() and database.exists():
            _refuse_other_files(database)
            _copy(database, self.work)
        self.connection = _open(self.work)

    def back_up(self) -> None:
        """Before migrations to come, a copy of the file as `<database>.before-<migration>`; a new file needs none."""
        to_come = waiting(self.connection)
        if not to_come or to_come[0].startswith("000"):
            return
        self.connection.close()  # which also writes the log into the file
        try:
            _copy(self.work, self.database.with_name(f"{self.database.name}.before-{Path(to_come[0]).stem}"))
        finally:
            self.connection = _open(self.work)

    def known_pages(self, days: Sequence[date]) -> dict[str, KnownPage]:
        """page_id -> content and versions; a page that was quarantined last is not among them."""
        return known_in(self.connection, days)

    def quarantined_pages(self, days: Sequence[date]) -> frozenset[str]:
        """The page_ids of these days that were quarantined when last tried."""
        return quarantined_in(self.connection, days)

    def rule_sets(self, days: Sequence[date]) -> list[RuleSet]:
        """The rules that these days' pages were cleaned with."""
        return rule_sets_in(self.connection, days)

    def keep_rules(self, rules: RuleSet) -> None:
        """Keeps the rules of this run, so that a later one can tell which of them changed."""
        with transaction(self.connection):
            given = {"rules_version": rules.version, "words_version": rules.words, "rules": rules.written()}
            run_file(self.connection, "load/rule_set", **given)

    def site_lines(self) -> SiteLines:
        """What sites repeat, as it has been learned up to now."""
        return site_lines_in(self.connection)

    def start_run(self, flow: str, landing: str, days: Sequence[date], versions: Versions) -> str:
        """Records the run and returns its run_id. A run that still stands as running has died: the lock is ours."""
        run_id = uuid4().hex
        plan = {"run_id": run_id, "flow": flow, "landing": landing, "first_day": min(days, default=None)}
        used = {"rules": versions.rules, "model": versions.model, "code": versions.code}
        with transaction(self.connection):
            last_day = max(days, default=None)
            run_file(self.connection, "load/start_run", now=utc_now(), last_day=last_day, **plan, **used)
        return run_id

    def finish_run(self, run_id: str, error: str | None = None) -> RunTotals:
        """Records how the run ended (failed where there is an error) and returns its counts."""
        with transaction(self.connection):
            [row] = run_file(self.connection, "load/finish_run", run_id=run_id, now=utc_now(), error=error)
        return RunTotals(*row)

    def load(
        self,
        run_id: str,
        shards: Sequence[Shard],
        *,
        unchanged: Iterable[UnchangedPage] = (),
        skipped: Iterable[SkippedFile] = (),
    ) -> None:
        """Loads and checks in one transaction: pages replaced whole, an outcome for each. All of it or nothing."""
        load(self.connection, run_id, Arrivals(shards, tuple(unchanged), tuple(skipped)))

    def forget(self, history_days: int) -> None:
        """Drops measures, skipped files and outcomes of earlier runs than that; a page's last outcome and that of its cleaning stay."""
        with transaction(self.connection):
            run_file(self.connection, "load/forget", before=utc_now() - timedelta(days=history_days))

    def check(self) -> None:
        """Raises `ChecksFailed` with the rows that break a rule of `sql/checks`. `load` has done so before it ends."""
        check(self.connection)

    def measured(self, run_id: str) -> Measured:
        """What the database says of a run: what looks odd, sites that moved, what was cut, its slowest pages."""
        return measured(self.connection, run_id)

    def publish(self) -> Path:
        """Copies the work file, written anew where much of it is free, to where readers open it; returns that path."""
        bloated = is_bloated(self.connection)
        self.connection.close()  # which also writes the log into the file
        try:
            if bloated:
                compact(self.work, STORAGE)
            publish(self.work, self.database)
        finally:
            self.connection = _open(self.work)
        return self.database


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WarehouseError(f"{folder}: {error.strerror}. Name a database in a folder you may write to.") from error


def _refuse_other_files(file: Path) -> None:
    """Raises WarehouseError for a file of another kind, before anything is made of it."""
    with file.open("rb") as stream:
        head = stream.read(MAGIC_AT + len(MAGIC))
    if head and head[MAGIC_AT:] != MAGIC:
        raise WarehouseError(f"{file} is no DuckDB database; it was left as it is. Name another file.")


def _copy(file: Path, to: Path) -> None:
    half = to.with_name(f"{to.name}.tmp")  # so that a copy cut short is never taken for a whole one
    try:
        shutil.copyfile(file, half)
        half.replace(to)
    except OSError as error:
        with suppress(OSError):
            half.unlink()
        raise WarehouseError(
            f"{file} could not be copied to {to.name}: {error.strerror}. Make room, run again."
        ) from error


def _open(work: Path) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(str(work), config={"storage_compatibility_version": STORAGE})
        connection.execute("set enable_progress_bar = false")  # it would draw into the report
        return connection
    except duckdb.IOException as error:
        if "lock" in str(error):
            raise DatabaseHeld(f"{work} is open in another program: {error} Close it and run again.") from error
        raise WarehouseError(
            f"{work} cannot be opened: {error} If it is damaged, delete it: the next run starts from the published "
            f"file {work.with_suffix('').name}."
        ) from error
