"""What the database says of one run: what looks odd, which sites moved, what was cut, which pages took longest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import duckdb

from tasks.warehouse.check import Offence, warnings
from tasks.warehouse.statements import run_file

N_SLOWEST = 10


@dataclass(frozen=True, slots=True)
class Drift:
    """One measure of one site: its level before and in this run, over so many pages, and whether it has moved."""

    site: str
    measure: str
    last_day: date
    n_pages: int
    n_pages_before: int
    before: float
    now: float
    moved: bool


@dataclass(frozen=True, slots=True)
class SlowPage:
    """A page, how long its cleaning took, what became of it; `n_blocks` is None where it was quarantined."""

    uri: str
    seconds: float
    outcome: str
    n_blocks: int | None
    site: str | None


@dataclass(frozen=True, slots=True)
class RoleCut:
    """How many blocks of a role the run cut, and from how many pages."""

    role: str
    n_cuts: int
    n_pages: int


@dataclass(frozen=True, slots=True)
class Measured:
    """All of it; empty where a run loaded nothing."""

    warnings: tuple[Offence, ...] = ()
    drifts: tuple[Drift, ...] = ()
    roles: tuple[RoleCut, ...] = ()
    slowest: tuple[SlowPage, ...] = ()


def measured(connection: duckdb.DuckDBPyConnection, run_id: str) -> Measured:
    """What `sql/checks` and the queries `drift`, `cuts-by-role` and `slowest-pages` say of this run."""
    return Measured(
        warnings(connection, run_id),
        drifts(connection, run_id),
        tuple(RoleCut(*row) for row in run_file(connection, "queries/cuts-by-role", run_id=run_id)),
        tuple(SlowPage(*row) for row in run_file(connection, "queries/slowest-pages", run_id=run_id, limit=N_SLOWEST)),
    )


def drifts(connection: duckdb.DuckDBPyConnection, run_id: str) -> tuple[Drift, ...]:
    """A row for each site and measure with enough pages, as `sql/queries/drift.sql` says; what moved comes first."""
    return tuple(Drift(*row) for row in run_file(connection, "queries/drift", run_id=run_id))
