"""Every check of `sql/checks` can fail, and passes on a sound database."""

from __future__ import annotations

import pytest

from tasks.warehouse import ChecksFailed, write_shard, writing
from tasks.warehouse.check import CHECKS
from tests.warehouse.samples import DAY, VERSIONS, a_failure, a_page

BREAKS = [
    ("unique_keys", "insert into pages select * from pages limit 1"),
    ("unique_keys", "insert into page_stories from page_stories limit 1"),
    ("unique_keys", "update page_stories set position = 7"),
    ("unique_keys", "insert into cuts select * from cuts limit 1"),
    ("unique_keys", "insert into outcomes select * from outcomes limit 1"),
    ("unique_keys", "insert into runs select * from runs"),
    ("unique_keys", "insert into skipped_files select run_id, 'x', null, 'y' from runs, range(2)"),
    (
        "unique_keys",
        "insert into page_lines select page_id, 0, 'a', 'b', null, 1, 'cut', 3, false from pages, range(2)",
    ),
    ("unique_keys", "insert into site_lines select 'a', 1, 'after', 'b', 2, 2, 1, 2, 2, false, false from range(2)"),
    ("unique_keys", "insert into story_samples from story_samples"),
    ("unique_keys", "insert into same_story select 'a', 'a', 1 from range(2)"),
    ("no_orphans", "insert into story_samples values ('gone', 0)"),
    ("no_orphans", "insert into same_story values ('gone', 'gone', 1)"),
    (
        "unique_keys",
        "insert into revisions select 'a', story_id, story_id, 1, now(), false, true from stories, range(2)",
    ),
    ("no_orphans", "insert into revisions values ('a', 'gone', 'gone', 1, now(), false, true)"),
    ("search_is_complete", "delete from search_stories"),
    ("search_is_complete", "insert into search_stories from search_stories"),
    ("search_is_complete", "insert into search_stories select 99, 'gone', 3, ''"),
    ("one_version_is_newest", "insert into revisions select 'a', 'f', story_id, 1, now(), false, true from stories"),
    ("one_version_is_newest", "insert into revisions select 'a', 'f', story_id, 1, now(), true, false from stories"),
    ("groups_are_whole", "insert into same_story select story_id, story_id, 1 from stories limit 1"),
    ("groups_are_whole", "insert into same_story select 'g', story_id, 1 from stories"),
    ("no_orphans", "insert into page_lines values ('gone', 0, 'a', 'b', null, 1, 'cut', 3, false)"),
    ("no_orphans", "update page_stories set page_id = 'gone' where position = 1"),
    ("no_orphans", "update cuts set page_id = 'gone'"),
    ("no_orphans", "delete from runs"),
    ("no_orphans", "insert into skipped_files values ('gone', 'x', null, 'y')"),
    ("kept_and_cut_are_read", "delete from cuts"),
    ("kept_and_cut_are_read", "update cuts set block = 0"),
    ("kept_and_cut_are_read", "update cuts set block = 99"),
    ("kept_and_cut_are_read", "update page_stories set blocks = [0, 1]"),
    ("kept_and_cut_are_read", "update pages set n_kept = n_kept + 1"),
    ("stories_are_counted", "update pages set n_stories = n_stories + 1"),
    ("stories_have_text", "update page_stories set body = ' ', title = null"),
    ("stories_have_text", "update page_stories set blocks = []"),
    ("outcomes_say_why", "update outcomes set outcome = 'vanished' where outcome = 'loaded'"),
    ("outcomes_say_why", "update outcomes set reason = null"),
    ("outcomes_say_why", "update outcomes set error = ''"),
    ("outcomes_match_pages", "update outcomes set outcome = 'loaded' where outcome = 'empty'"),
    ("outcomes_match_pages", "delete from outcomes"),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A database that passes; each test spoils it inside a transaction that is undone."""
    folder = tmp_path_factory.mktemp("sound")
    pages = [a_page("a.html", ["One.", "Two."]), a_page("b.html", []), a_failure("c.html")]
    with writing(folder / "desk.duckdb") as db:
        run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
        db.load(run_id, [write_shard(pages, VERSIONS, folder, "s")])
        db.check()
        yield db


@pytest.fixture
def spoiled(sound):
    sound.connection.execute("begin transaction")
    yield sound
    sound.connection.execute("rollback")


@pytest.mark.parametrize(("name", "sql"), [pytest.param(*case, id=f"{case[0]}-{case[1][:40]}") for case in BREAKS])
def test_each_check_finds_its_fault(spoiled, name, sql):
    """A row that breaks a rule is reported under the check's file."""
    spoiled.connection.execute(sql)
    with pytest.raises(ChecksFailed, match=f"sql/checks/{name}.sql"):
        spoiled.check()


def test_every_check_has_a_case_above():
    """A check nobody has seen fail is no check."""
    assert {name for name, _ in BREAKS} == {path.stem for path in CHECKS.glob("*.sql")}
