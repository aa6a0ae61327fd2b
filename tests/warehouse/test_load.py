"""Loading: pages replaced whole, every page accounted for, all of it or nothing."""

from __future__ import annotations

import shutil

import pytest

from tasks.desk import Versions
from tasks.read import Skipped
from tasks.warehouse import ChecksFailed, DuplicateKeys, LoadFailed, RunTotals, UnchangedPage, known_pages
from tests.warehouse.samples import DAY, VERSIONS, a_failure, a_page, contents


def test_loading_twice_changes_nothing(db, load):
    """A second run over the same pages leaves pages, stories and cuts as they were, first times included."""
    pages = [a_page("a.html", ["One.", "Two."]), a_page("b.html", [])]
    load(*pages)
    before = contents(db.connection)
    load(*pages)
    assert contents(db.connection) == before
    assert len(before["stories"]) == 2


def test_loading_again_within_a_run_changes_nothing(db, shard, rows):
    """A load repeated in its own run replaces that run's outcomes instead of adding to them."""
    run_id, batch = db.start_run("nightly", "landing", [DAY], VERSIONS), shard(a_page("a.html"))
    db.load(run_id, [batch], skipped=[Skipped("x.png", "an image")])
    db.load(run_id, [batch], skipped=[Skipped("x.png", "an image")])
    assert rows("select count(*) from outcomes") == [(1,)]
    assert rows("select count(*) from skipped_files") == [(1,)]


def test_a_page_is_replaced_whole(load, rows):
    """A story that the page no longer has is gone, and so is a cut; other pages stay."""
    load(a_page("a.html", ["One.", "Two."]), a_page("b.html", ["Three."]))
    load(a_page("a.html", ["Two."], []))
    assert rows("select body from stories order by body") == [("Three.",), ("Two.",)]
    assert rows("select count(*) from cuts") == [(1,)]


def test_an_old_story_does_not_look_new(load, rows):
    """Replacing a page keeps the time at which each of its stories first came in."""
    load(a_page("a.html", ["One."]))
    [(first,)] = rows("select first_loaded_at from stories")
    load(a_page("a.html", ["One.", "Two."]))
    [(one,), (two,)] = rows("select first_loaded_at from stories order by position")
    assert one == first < two


def test_every_page_and_file_is_accounted_for(db, shard):
    """The totals of a run add up to everything that was found."""
    run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
    same = UnchangedPage.of(a_page("d.html").raw)
    batch = shard(a_page("a.html"), a_page("b.html", []), a_failure("c.html"))
    db.load(run_id, [batch], unchanged=[same], skipped=[Skipped(f"{DAY}/x.png", "an image")])
    expected = RunTotals(4, n_loaded=1, n_unchanged=1, n_empty=1, n_quarantined=1, n_skipped=1, n_stories=1, n_cuts=2)
    assert db.finish_run(run_id) == expected


def test_a_run_without_shards_loads(db, rows):
    """A night on which nothing changed still records every page and every skipped file."""
    run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
    twice = [Skipped(f"{DAY}/x.png", "an image"), Skipped(f"{DAY}/x.png", "too large")]
    db.load(run_id, [], unchanged=[UnchangedPage.of(a_page("a.html").raw)], skipped=twice)
    assert rows("select outcome from outcomes") == [("unchanged",)]
    assert rows("select landed_on, reason from skipped_files") == [(DAY, "an image; too large")]


def test_a_quarantined_page_keeps_its_last_good_stories(load, rows):
    """A page that fails tonight is recorded as quarantined and loses nothing it had."""
    load(a_page("a.html"))
    load(a_failure("a.html"))
    assert rows("select outcome, n_stories, step from page_outcomes") == [("quarantined", 1, "split")]
    assert rows("select count(*) from stories") == [(1,)]


@pytest.mark.parametrize(
    "build",
    [
        pytest.param(lambda shard: [one := shard(a_page("a.html")), one], id="a shard twice"),
        pytest.param(lambda shard: [shard(a_page("a.html")), shard(a_failure("a.html"))], id="a page in two shards"),
    ],
)
def test_a_key_that_comes_twice_is_refused(db, shard, rows, build):
    """Duplicates are named with their page, and nothing is loaded."""
    run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
    with pytest.raises(DuplicateKeys, match=r"a\.html: 2 times"):
        db.load(run_id, build(shard))
    assert rows("select count(*) from pages") == [(0,)]


def test_a_load_that_breaks_a_rule_is_undone(db, load, shard, rows):
    """Checks run before the load is final, so a bad batch leaves the database as it was."""
    load(a_page("a.html"))
    stranger, page = shard(a_page("x.html")), shard(a_page("b.html"))
    shutil.copy(stranger.file("stories"), page.file("stories"))
    run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
    with pytest.raises(ChecksFailed, match="no_orphans"):
        db.load(run_id, [page])
    assert rows("select uri from pages") == [(f"{DAY}/a.html",)]
    assert db.finish_run(run_id, "checks failed").n_pages == 0
    assert rows("select state, error from runs order by started_at desc limit 1") == [("failed", "checks failed")]


def test_a_shard_that_is_gone_is_an_error(db, shard, rows):
    """A missing file stops the load with a message that says what became of the database."""
    batch = shard(a_page("a.html"))
    batch.file("cuts").unlink()
    with pytest.raises(LoadFailed, match="Nothing was loaded"):
        db.load(db.start_run("nightly", "landing", [DAY], VERSIONS), [batch])
    assert rows("select count(*) from pages") == [(0,)]


def test_a_page_is_known_by_content_and_versions(db, load, database):
    """What decides `unchanged` is what the page was last cleaned from and with; a preview sees what is published."""
    page, newer = a_page("a.html"), Versions("r2", "m1", "c1")
    load(page, versions=newer)
    [known] = db.known_pages([DAY]).values()
    assert (known.content_hash, known.versions) == (page.raw.content_hash, newer)
    assert db.known_pages([]) == {}
    assert known_pages(database, [DAY]) == {}
    db.publish()
    assert known_pages(database, [DAY]) == {page.page_id: known}


def test_a_quarantined_page_is_tried_again(db, load):
    """A page whose last outcome was quarantined is not known, whatever it was before; a good run makes it known."""
    page = a_page("a.html")
    load(page)
    load(a_failure("a.html"))
    assert db.known_pages([DAY]) == {}
    assert db.quarantined_pages([DAY]) == {page.page_id}
    load(page)
    assert list(db.known_pages([DAY])) == [page.page_id]
    assert db.quarantined_pages([DAY]) == frozenset()


def test_a_run_that_never_ended_has_died(db, rows):
    """Whoever holds the lock knows that an unfinished run is dead."""
    db.start_run("nightly", "landing", [DAY], VERSIONS)
    db.start_run("nightly", "landing", [], VERSIONS)
    assert rows("select state, first_day from runs order by started_at") == [("died", DAY), ("running", None)]
