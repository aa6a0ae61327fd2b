"""Answers questions from the published file: any SQL, or a named query of `sql/queries`. Never writes to it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tasks.warehouse.errors import DatabaseHeld, QueryError, WarehouseError
from tasks.warehouse.statements import SQL

QUERIES = SQL / "queries"


@dataclass(frozen=True, slots=True)
class Answer:
    """A table: the columns' names, and the rows in their order."""

    columns: tuple[str, ...]
    rows: tuple[tuple, ...]


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A file of `sql/queries`: its question and its parameters, those that may be left out apart."""

    name: str
    question: str
    sql: str
    required: tuple[str, ...]
    optional: tuple[str, ...]

    def filled(self, given: Mapping[str, object]) -> dict[str, object]:
        """The given parameters with null for what is left out; raises `QueryError` for a missing one."""
        missing = [name for name in self.required if name not in given]
        if missing:
            add = " ".join(f"--param {name}=…" for name in missing)
            raise QueryError(f"The query {self.name} needs {_listed(missing)} (add {add}). It asks: {self.question}")
        return dict.fromkeys(self.optional) | dict(given)


def query(database: Path, sql: str, parameters: Mapping[str, object] | None = None) -> Answer:
    """The answer to one SQL statement with `$named` parameters. Raises `WarehouseError` for whatever prevents it."""
    statement, given = _one_statement(sql), dict(parameters or {})
    _compare(statement.named_parameters, given)
    with reading(database) as connection:
        try:
            cursor = connection.execute(statement, given or None)
            columns = tuple(column[0] for column in cursor.description or ())
            return Answer(columns, tuple(cursor.fetchall()))
        except duckdb.Error as error:
            remedy = " The database is opened read only: ask with select." if "read-only" in str(error) else ""
            told = "".join(f" With {name}={value}." for name, value in given.items() if value is not None)
            raise QueryError(f"DuckDB could not answer: {error}{told}{remedy}") from error


def ask(database: Path, name: str, parameters: Mapping[str, object] | None = None) -> Answer:
    """The answer to a named query; parameters it marks as optional may be left out."""
    named = named_query(name)
    return query(database, named.sql, named.filled(parameters or {}))


def named_queries() -> tuple[NamedQuery, ...]:
    """Every file of `sql/queries`, by name."""
    return tuple(_read(path) for path in sorted(QUERIES.glob("*.sql")))


def named_query(name: str) -> NamedQuery:
    """One of them; raises `QueryError` with the nearest name."""
    names = [path.stem for path in sorted(QUERIES.glob("*.sql"))]
    if name in names:
        return _read(QUERIES / f"{name}.sql")
    near = difflib.get_close_matches(name, names, 1, 0.5)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise QueryError(f"There is no query named {name}. {hint}There are: {', '.join(names)}.")


@contextmanager
def reading(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published file, read only."""
    if not database.exists():
        raise WarehouseError(
            f"{database}: there is no such database. `copydesk run LANDING --database {database}` makes it."
        )
    try:
        connection = duckdb.connect(str(database), read_only=True)
        connection.execute("set enable_progress_bar = false")  # it would draw into the answer
    except duckdb.Error as error:
        if "lock" in str(error):
            raise DatabaseHeld(f"{database} is open for writing in another program: {error} Close it there.") from error
        raise WarehouseError(f"{database} cannot be read as a DuckDB database: {error}") from error
    with connection:
        yield connection


def _one_statement(sql: str) -> duckdb.Statement:
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(f"This is not SQL that DuckDB reads: {error}") from error
    if len(statements) != 1:
        raise QueryError(f"Ask one statement at a time: there are {len(statements)} here.")
    return statements[0]


def _compare(expected: set[str], given: dict[str, object]) -> None:
    missing, unknown = sorted(expected - given.keys()), sorted(given.keys() - expected)
    if missing:
        raise QueryError(f"The query needs a value for {_listed(missing)}.")
    if unknown:
        raise QueryError(f"The query has no {_listed(unknown)}. It takes {_listed(sorted(expected)) or 'none'}.")


def _read(path: Path) -> NamedQuery:
    sql = path.read_text("utf-8")
    optional = tuple(re.findall(r"\$(\w+)", " ".join(re.findall(r"^-- optional:(.*)$", sql, re.M))))
    required = tuple(sorted(_one_statement(sql).named_parameters - set(optional)))
    return NamedQuery(path.stem, sql.splitlines()[0].removeprefix("--").strip(), sql, required, optional)


def _listed(names: list[str]) -> str:
    return ", ".join(f"${name}" for name in names)
