"""Brings a database's schema up to date: `sql/migrations/NNN_*.sql` in order, each in its own transaction."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tasks.warehouse.errors import MigrationError
from tasks.warehouse.statements import SQL, run, run_file, transaction, utc_now

MIGRATIONS = SQL / "migrations"
VIEWS = SQL / "views"


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered file. The checksum leaves line endings out, which a checkout may change."""

    number: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        return hashlib.sha256(self.sql.encode()).hexdigest()


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Applies what is missing and renews the views; raises `MigrationError` and leaves the schema as it was."""
    known = migrations(MIGRATIONS)
    applied = _applied(connection)
    _compare(known, applied)
    for migration in known:
        if migration.number not in applied:
            _apply(connection, migration)
    with transaction(connection):
        for view in sorted(VIEWS.glob("*.sql")):
            run(connection, view.read_text("utf-8"))


def waiting(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The names of the migrations that the next run will apply; raises `MigrationError` where they do not fit."""
    known, applied = migrations(MIGRATIONS), _applied(connection)
    _compare(known, applied)
    return [migration.name for migration in known if migration.number not in applied]


def migrations(folder: Path) -> tuple[Migration, ...]:
    """The folder's migrations in order, numbered 0, 1, 2, … without a gap."""
    found = tuple(_read(path) for path in sorted(folder.glob("*.sql")))
    for expected, migration in enumerate(found):
        if migration.number != expected:
            raise MigrationError(
                f"{folder / migration.name}: the migration after {expected - 1:03d} must be {expected:03d}, "
                f"not {migration.number:03d}. Number the files without gaps or repeats."
            )
    return found


def _read(path: Path) -> Migration:
    number = re.match(r"(\d{3})_\w+\.sql$", path.name)
    if not number:
        raise MigrationError(f"{path}: a migration is named NNN_what_it_does.sql. Rename the file.")
    return Migration(int(number[1]), path.name, path.read_text("utf-8"))


def _applied(connection: duckdb.DuckDBPyConnection) -> dict[int, tuple[str, str]]:
    [(has_migrations, n_tables)] = run_file(connection, "load/has_migrations")
    if has_migrations:
        return {number: (name, checksum) for number, name, checksum in run_file(connection, "load/applied_migrations")}
    if n_tables:
        raise MigrationError(
            f"The database has {n_tables} tables and no schema_migrations: it was not made by copydesk. "
            "Name another database file."
        )
    return {}


def _compare(known: tuple[Migration, ...], applied: dict[int, tuple[str, str]]) -> None:
    by_number = {migration.number: migration for migration in known}
    for number, (name, checksum) in applied.items():
        if number not in by_number:
            raise MigrationError(
                f"The database has migration {name}, which this release does not know: it was written by a newer "
                "copydesk. Update copydesk, or name another database file."
            )
        if by_number[number].checksum != checksum:
            raise MigrationError(
                f"{by_number[number].name} was changed after it was applied to this database. Restore the file and put "
                "the change into a new migration."
            )


def _apply(connection: duckdb.DuckDBPyConnection, migration: Migration) -> None:
    try:
        with transaction(connection):
            run(connection, migration.sql)
            parameters = {"number": migration.number, "name": migration.name, "checksum": migration.checksum}
            run_file(connection, "load/record_migration", now=utc_now(), **parameters)
    except duckdb.Error as error:
        raise MigrationError(f"{migration.name} failed and was rolled back: {error} Correct the file.") from error
