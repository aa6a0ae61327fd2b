"""What keeps a database of years small: free blocks go, old history goes, and nothing that is asked for."""

from __future__ import annotations

import duckdb
import pytest

from tasks.warehouse import PublishFailed, compact, query
from tests.warehouse.samples import a_failure, a_page


@pytest.fixture
def small(monkeypatch):
    """A file of any size is worth writing anew."""
    monkeypatch.setattr(compact, "FEW_BLOCKS", 0)


def everything(database) -> dict[str, list[tuple]]:
    with duckdb.connect(str(database), read_only=True) as db:
        names = db.execute(
            "select table_name from duckdb_tables() union all select view_name from duckdb_views() where not internal"
        ).fetchall()
        return {name: db.execute(f"select * from {name} order by all").fetchall() for (name,) in names}


def bloated(db, load) -> None:
    load(a_page("a.html", ["One."]), a_page("b.html", ["Two."], ["Share this"]), a_failure("c.html"))
    db.connection.execute("create table ballast as select md5(range::varchar) as text from range(200000)")
    db.connection.execute("checkpoint")
    db.connection.execute("drop table ballast")


def test_a_bloated_file_is_written_anew(database, db, load, small):
    """It shrinks, holds the same tables and views with the same rows, and can be written to as before."""
    bloated(db, load)
    n_bytes = db.work.stat().st_size
    db.publish()
    assert db.work.stat().st_size < n_bytes / 2
    assert not compact.is_bloated(db.connection)
    before = everything(database)
    assert {"stories", "page_outcomes", "schema_migrations"} <= before.keys()
    assert len(before["stories"]) == 2
    load(a_page("d.html", ["Four."]))
    db.publish()
    assert query(database, "select count(*) from latest_stories").rows == ((3,),)


def test_it_is_still_a_file_for_duckdb_1_5(database, db, load, small):
    """Writing it anew keeps the storage version."""
    bloated(db, load)
    db.publish()
    with duckdb.connect(str(database), read_only=True) as reader:
        [tags] = reader.execute("select tags from duckdb_databases() where path is not null").fetchone()
    assert tags["storage_version"].startswith("v1.5.0")


def test_a_small_file_is_left(db, load):
    """Below the size that matters nothing is written anew."""
    bloated(db, load)
    assert not compact.is_bloated(db.connection)


def test_what_cannot_be_written_anew_stays(tmp_path):
    """A file that DuckDB cannot read is left as it is, and the message says that nothing is lost."""
    work = tmp_path / "it's.work"
    work.write_bytes(b"no database" * 1000)
    with pytest.raises(PublishFailed, match="Nothing is lost"):
        compact.compact(work, "v1.5.0")
    assert [path.name for path in tmp_path.iterdir()] == [work.name]


def test_old_history_is_forgotten(db, load, rows):
    """What became of a page last, and when it was cleaned, stays however old it is; every run stays."""
    load(a_page("a.html", ["One."]), a_page("b.html", ["Two."]), a_failure("c.html"))
    load(a_failure("c.html"), a_page("b.html", ["Two, and more."]))
    load(a_failure("c.html"))
    db.connection.execute("update runs set started_at = started_at - interval 400 days")
    load(a_page("d.html", ["Four."]))
    last = rows("select * from page_outcomes order by page_id")
    db.forget(365)
    db.check()
    assert rows("select * from page_outcomes order by page_id") == last
    assert rows("select count(*) from runs") == [(4,)]
    told = rows("select split_part(uri, '/', 2) as name, count(*) from outcomes group by name order by name")
    assert told == [("a.html", 1), ("b.html", 1), ("c.html", 1), ("d.html", 1)]


def test_recent_history_stays(db, load, rows):
    """Nothing younger than the limit is dropped."""
    load(a_failure("c.html"))
    load(a_failure("c.html"))
    db.forget(1)
    assert rows("select count(*) from outcomes") == [(2,)]
