"""A real database in every test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tasks.desk import Versions
from tasks.page import CleanPage, Quarantined
from tasks.warehouse import Shard, Warehouse, write_shard, writing
from tests.warehouse.samples import DAY, VERSIONS

Load = Callable[..., str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "record" / "desk.duckdb"


@pytest.fixture
def db(database: Path) -> Iterator[Warehouse]:
    with writing(database) as warehouse:
        yield warehouse


@pytest.fixture
def shard(tmp_path: Path) -> Callable[..., Shard]:
    """`shard(*results)` writes them as a shard of their own."""
    numbers = iter(range(1000))
    return lambda *results, versions=VERSIONS: write_shard(results, versions, tmp_path / "shards", f"s{next(numbers)}")


@pytest.fixture
def load(db: Warehouse, shard: Callable[..., Shard]) -> Load:
    """`load(*results)` loads them as a run of their own and returns its run_id."""

    def run(*results: CleanPage | Quarantined, versions: Versions = VERSIONS, **rest: object) -> str:
        run_id = db.start_run("nightly", "landing", [DAY], versions)
        db.load(run_id, [shard(*results, versions=versions)], **rest)
        db.finish_run(run_id)
        return run_id

    return run


@pytest.fixture
def rows(db: Warehouse) -> Callable[[str], list[tuple]]:
    return lambda sql: db.connection.execute(sql).fetchall()
