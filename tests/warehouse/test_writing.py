"""One writer, readers who never wait, and a file that survives being killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from tasks.warehouse import DatabaseHeld, PublishFailed, WarehouseError, query, writing
from tests.warehouse.samples import a_page

ROOT = Path(__file__).resolve().parents[2]

HOLD = """
import os, sys, time
from pathlib import Path
from tasks.warehouse import writing
with writing(Path(sys.argv[1])):
    child = os.fork() if "fork" in sys.argv else 0
    if not child:
        print(os.getpid(), flush=True)
    time.sleep(60)
"""

LOAD_FOR_EVER = """
import sys
from pathlib import Path
from tasks.warehouse import write_shard, writing
from tests.warehouse.samples import DAY, VERSIONS, a_page
database = Path(sys.argv[1])
def batch(word):
    return [a_page(f"{n}.html", [f"{word} {n}.", f"More {word} {n}."]) for n in range(300)]
batches = [batch("Ebb"), batch("Flood")]
shards = [write_shard(batch, VERSIONS, database.parent, f"s{i}") for i, batch in enumerate(batches)]
with writing(database) as db:
    print("ready", flush=True)
    while True:
        for shard in shards:
            db.load(db.start_run("nightly", "landing", [DAY], VERSIONS), [shard])
"""


@contextmanager
def running(script: str, *arguments: object):
    """The script in a process of its own, once it has printed its first line; killed at the end."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def bodies(database):
    return [body for (body,) in query(database, "select body from stories order by body").rows]


def test_a_second_writer_is_told_who_holds_the_database(database):
    """The message names the process and since when; when its owner dies the lock is gone."""
    with running(HOLD, database) as (holder, _):
        with (
            pytest.raises(DatabaseHeld, match=rf"process {holder.pid} on .* since .* \(\d+ seconds\)"),
            writing(database),
        ):
            pass
        holder.kill()
        holder.wait()
        with writing(database) as db:
            db.check()


def test_a_killed_writers_child_does_not_keep_the_lock(database):
    """A forked child that outlives its parent holds no lock."""
    with running(HOLD, database, "fork") as (holder, child):
        holder.kill()
        holder.wait()
        try:
            with writing(database) as db:
                db.check()
        finally:
            os.kill(int(child), signal.SIGKILL)


def test_two_writers_in_one_process_exclude_each_other(database, db):
    """The lock holds between threads and flows of one process too."""
    with pytest.raises(DatabaseHeld), writing(database):
        pass


def test_readers_see_nothing_before_publish_and_the_old_file_through_it(database, db, load):
    """An open reader goes on reading what it opened; the next reader sees the new file."""
    load(a_page("a.html", ["One."]))
    assert not database.exists()
    db.publish()
    load(a_page("b.html", ["Two."]))
    assert bodies(database) == ["One."]
    with running(READ_TWICE, database) as (reader, first):
        db.publish()
        after = reader.stdout.readline().strip()
    assert (first, after) == ("1", "1")
    assert bodies(database) == ["One.", "Two."]


READ_TWICE = """
import sys, time, duckdb, os
with duckdb.connect(sys.argv[1], read_only=True) as db:
    before = os.stat(sys.argv[1]).st_ino
    print(*db.execute("select count(*) from stories").fetchone(), flush=True)
    while os.stat(sys.argv[1]).st_ino == before:
        time.sleep(0.01)
    print(*db.execute("select count(*) from stories").fetchone(), flush=True)
"""


def test_a_lost_work_file_is_made_from_the_published_one(database, db, load):
    """Deleting the writer's own file costs nothing that was published."""
    load(a_page("a.html", ["One."]))
    db.publish()
    db.connection.close()
    db.work.unlink()
    again = type(db)(database)
    assert again.connection.execute("select body from stories").fetchall() == [("One.",)]
    again.connection.close()


def test_the_file_is_written_for_duckdb_1_5(database, db):
    """The published file says the storage version that DuckDB 1.5 opens."""
    db.publish()
    with duckdb.connect(str(database), read_only=True) as reader:
        [tags] = reader.execute("select tags from duckdb_databases() where path is not null").fetchone()
    assert tags["storage_version"].startswith("v1.5.0")


@pytest.mark.parametrize("seconds", [0.0, 0.13, 0.31])
def test_a_killed_load_leaves_all_or_nothing(database, seconds):
    """Killed at any moment, the work file opens, passes its checks, and holds one load and no part of another."""
    with running(LOAD_FOR_EVER, database) as (writer, _):
        time.sleep(seconds)
        writer.kill()
        writer.wait()
    with writing(database) as db:
        db.check()
        db.publish()
    words = {body.removeprefix("More ").split()[0] for body in bodies(database)}
    assert len(words) <= 1


def test_a_publish_that_fails_leaves_the_file_before(database, db, load):
    """Readers keep what they had, the writer goes on, and the message says both."""
    load(a_page("a.html", ["One."]))
    db.publish()
    in_the_way = database.with_name("desk.duckdb.tmp")
    in_the_way.mkdir()
    load(a_page("b.html", ["Two."]))
    with pytest.raises(PublishFailed, match="Readers still have the file before"):
        db.publish()
    assert bodies(database) == ["One."]
    in_the_way.rmdir()
    db.publish()
    assert bodies(database) == ["One.", "Two."]


def test_a_damaged_work_file_is_named_with_the_remedy(database):
    """A file that is no database is not overwritten; the message says what to delete."""
    database.parent.mkdir()
    database.with_name("desk.duckdb.work").write_bytes(b"not a database, but long enough to be looked at" * 400)
    with pytest.raises(WarehouseError, match="delete it"), writing(database):
        pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    """A database inside a file is a user's mistake, told as one."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(WarehouseError, match="Name a database in a folder"), writing(tmp_path / "file" / "desk.duckdb"):
        pass


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path):
    """Nothing is made beside it but the lock, and the message names it."""
    notes = tmp_path / "notes.md"
    notes.write_text("# Notes\n\nNot a database.\n", "utf-8")
    with pytest.raises(WarehouseError, match=r"notes\.md is no DuckDB database"), writing(notes):
        pass
    assert notes.read_text("utf-8").startswith("# Notes")
    assert not (tmp_path / "notes.md.work").exists()
