"""Every check of `sql/checks` finds its fault or oddity, and nothing on a sound database."""

from __future__ import annotations

import pytest

from tasks.warehouse import ChecksFailed, write_shard, writing
from tasks.warehouse.check import CHECKS, severity
from tests.warehouse.nights import night
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
    ("unique_keys", "insert into story_signatures from story_signatures"),
    ("unique_keys", "insert into similar_stories select 'a', 'b', 1 from range(2)"),
    ("no_orphans", "insert into similar_stories select story_id, 'gone', 1 from stories limit 1"),
    ("groups_are_whole", "insert into similar_stories select min(story_id), max(story_id), 1 from stories"),
    ("groups_are_whole", "insert into same_story select min(story_id) over (), story_id, 1 from stories"),
    ("unique_keys", "insert into same_story select 'a', 'a', 1 from range(2)"),
    ("no_orphans", "insert into story_signatures values ('gone', [])"),
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
    ("unique_keys", "insert into event_words from event_words"),
    ("unique_keys", "insert into event_links select 'a', 'b', null, 1, true from range(2)"),
    ("unique_keys", "insert into same_event select 'a', 'a' from range(2)"),
    ("no_orphans", "insert into event_words values ('gone', null, [], [])"),
    ("no_orphans", "insert into event_links values ('gone', 'lost', null, 1, true)"),
    ("no_orphans", "insert into same_event values ('gone', 'gone')"),
    ("events_are_whole", "insert into same_event select story_id, story_id from stories limit 1"),
    ("events_are_whole", "insert into same_event select 'g', story_id from stories"),
    ("events_are_whole", "insert into same_story select min(story_id) over (), story_id, 1 from stories"),
    ("no_orphans", "insert into page_lines values ('gone', 0, 'a', 'b', null, 1, 'cut', 3, false)"),
    ("no_orphans", "update page_stories set page_id = 'gone' where position = 1"),
    ("unique_keys", "insert into measures select * from measures limit 1"),
    ("no_orphans", "update measures set run_id = 'gone'"),
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


LAST = 9  # the night that is looked at
ODDITIES = [
    ("future_times", "update page_stories set published_at = timestamp '2026-03-14' where position = 0 and run_id = $last"),
    ("missing_dates", "update page_stories set published_at = null where run_id = $last and hash(story_id) % 3 = 0"),
    ("empty_sites", "update pages set n_stories = 0 where run_id = $last and site = 'post.example'"),
    ("one_title", "update page_stories set title = 'Harbour Post' where run_id = $last"),
    ("few_pages", "delete from outcomes where run_id = $last and page_id not in (from (select page_id from pages where run_id = $last order by page_id limit 10))"),
]  # fmt: skip


@pytest.fixture(scope="module")
def nights(tmp_path_factory):
    """Ten ordinary nights, each a run of its own, and the run_id of the last."""
    folder = tmp_path_factory.mktemp("nights")
    with writing(folder / "desk.duckdb") as db:
        for day in range(LAST + 1):
            run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
            pages = [*night(day, 40), *night(day, 20, site="bote.example")]
            db.load(run_id, [write_shard(pages, VERSIONS, folder, f"{day}")])
            db.finish_run(run_id)
        yield db, run_id


def test_ordinary_nights_give_no_warning(nights):
    """Nothing odd, nothing said."""
    db, last = nights
    assert db.measured(last).warnings == ()


@pytest.mark.parametrize(("name", "sql"), ODDITIES, ids=[name for name, _ in ODDITIES])
def test_each_warning_finds_its_oddity(nights, name, sql):
    """It is named with its rows, and nothing else is; the rules of the database hold, or do not matter here."""
    db, last = nights
    db.connection.execute("begin transaction")
    try:
        db.connection.execute(sql, {"last": last})
        [found] = db.measured(last).warnings
    finally:
        db.connection.execute("rollback")
    assert found.check == name
    assert found.n_rows >= 1
    assert "=" in found.shown[0]
    assert found.asks


@pytest.mark.parametrize("name", [name for name, _ in ODDITIES])
def test_a_warning_speaks_of_its_own_run(nights, name):
    """What is odd about the last night is not said of the one before."""
    db, last = nights
    [[before]] = db.connection.execute("select run_id from runs order by started_at desc limit 1 offset 1").fetchall()
    db.connection.execute("begin transaction")
    try:
        db.connection.execute(dict(ODDITIES)[name], {"last": last})
        assert db.measured(before).warnings == ()
    finally:
        db.connection.execute("rollback")


def test_every_check_has_a_case_above():
    """A check nobody has seen find anything is no check."""
    found = {(path.stem, severity(path)) for path in CHECKS.glob("*.sql")}
    assert {(name, "fail") for name, _ in BREAKS} | {(name, "warn") for name, _ in ODDITIES} == found


@pytest.mark.parametrize(
    "sql",
    [
        "-- grain: one row\nselect 1;\n",
        "select 1;\n",
        "",
        "-- severity: fail",
        "-- grain: one row\n-- severity: dire\n",
    ],
    ids=["says nothing", "one line", "empty", "on the first line", "another word"],
)
def test_a_check_says_how_severe_it_is(tmp_path, sql):
    """A file that does not is refused with its name and the line to write."""
    odd = tmp_path / "odd.sql"
    odd.write_text(sql)
    with pytest.raises(ValueError, match=r"odd\.sql: the second line of a check is `-- severity: fail`"):
        severity(odd)
