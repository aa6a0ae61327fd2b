"""Stories that tell the same, across loads: grouped alike in whatever order they come, and let go with their pages."""

from __future__ import annotations

from itertools import permutations

import pytest

from tasks.warehouse import write_shard, writing
from tasks.warehouse.same_story import group_same_stories
from tests.benchmarks.match import found_pairs, planted
from tests.made_stories import Desk, Maker, insert
from tests.warehouse.samples import DAY, VERSIONS, a_page

GROUPS = "select uri, group_id from same_story join stories using (story_id) join pages using (page_id) order by uri"
TABLES = ("story_signatures", "similar_stories", "same_story")

BEFORE_SIGNATURES = """
drop table story_signatures;
create table story_samples (story_id varchar, n_sampled integer);
create table story_shingles (shingle bigint, story_id varchar);
delete from schema_migrations where number >= 15
"""


@pytest.fixture(scope="module")
def copies() -> list[str]:
    """An agency's story, two shortened copies of which neither is half of the other, and a story of its own."""
    maker = Maker(3, 3000)
    desk, agency = Desk(maker), maker.story(18)
    return [agency.body, desk.shortened(agency, 0.6).body, desk.new_lead(agency, 0.6).body, maker.story(12).body]


def test_copies_are_one_group_in_any_order(copies, tmp_path):
    """Night by night, in different orders, or all at once: the same groups, named by their smallest story."""
    pages = [a_page(f"{n}.html", [body]) for n, body in enumerate(copies)]
    seen = set()
    for number, order in enumerate([*list(permutations(pages))[::11], None]):
        with writing(tmp_path / f"{number}.duckdb") as db:
            for some in [[page] for page in order] if order else [pages]:
                run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
                db.load(run_id, [write_shard(some, VERSIONS, tmp_path / str(number), run_id)])
            seen.add(tuple(db.connection.execute(GROUPS).fetchall()))
    [groups] = seen
    assert [uri[-6:] for uri, _ in groups] == ["0.html", "1.html", "2.html"]
    assert {group_id for _, group_id in groups} == {min(page.stories[0].story_id for page in pages[:3])}


def test_a_group_falls_apart_with_the_story_that_held_it_together(copies, load, rows):
    """A page that comes again with other text takes its story out of its group, and nothing of it stays behind."""
    for number, body in enumerate(copies[:3]):
        load(a_page(f"{number}.html", [body]))
    assert len(rows(GROUPS)) == 3
    assert rows("select count(*) from similar_stories") == [(2,)]
    load(a_page("0.html", [copies[3]]))
    assert rows(GROUPS) == []
    assert rows("select count(*) from similar_stories") == [(0,)]
    load(a_page("0.html", []), a_page("1.html", []), a_page("2.html", []))
    assert [rows(f"select count(*) from {table}") for table in TABLES] == [[(0,)]] * 3


def test_loading_again_changes_no_group(copies, load, rows):
    """A page replaced by itself stays in its group, and its signature as it was."""
    pages = [a_page(f"{n}.html", [body]) for n, body in enumerate(copies)]
    load(*pages)
    before = [rows(f"select * from {table} order by all") for table in TABLES]
    load(pages[1])
    load(*pages)
    assert [rows(f"select * from {table} order by all") for table in TABLES] == before


def test_an_older_warehouse_finds_its_copies_again(copies, database, tmp_path):
    """A database whose texts were sampled in another way has the same groups after the next load, whatever that brings."""
    pages = [a_page(f"{n}.html", [body]) for n, body in enumerate(copies)]
    found = []
    for number, some in enumerate([pages, pages[3:]]):
        with writing(database) as db:
            run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
            db.load(run_id, [write_shard(some, VERSIONS, tmp_path / str(number), run_id)])
            found.append([db.connection.execute(f"from {table} order by all").fetchall() for table in TABLES])
            db.connection.execute(BEFORE_SIGNATURES)
    assert len(found[0][-1]) == 3
    assert found[0] == found[1]


def test_a_line_that_thousands_have_joins_nothing(db, load, rows, tmp_path):
    """Many stories that end in the same sentences are compared with a few of them only, and are not one story."""
    maker = Maker(4, 3000)
    notice = " ".join(maker.sentence(maker.names()) for _ in range(3))
    bodies = [f"{maker.story(12).body}\n{notice}" for _ in range(150)]
    load(*(a_page(f"{n}.html", [body]) for n, body in enumerate(bodies)))
    assert rows(GROUPS) == []


def test_planted_copies_are_found(db, tmp_path):
    """The benchmark's stories, a few of them: every pair that was planted and no other."""
    made = planted(800)
    insert(db.connection, ((story_id, "", body) for story_id, body in made.bodies.items()), tmp_path)
    group_same_stories(db.connection)
    assert found_pairs(db) == made.pairs.keys()
