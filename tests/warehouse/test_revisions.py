"""An address fetched again: both texts are kept, the newest one is in `stories`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from tasks.page import CleanPage
from tasks.warehouse import write_shard, writing
from tests.warehouse.samples import DAY, VERSIONS, a_page

VERSIONS_SQL = "select version, is_newest, day(seen_at), day(last_seen_at), body from story_versions order by version"
URL = "https://www.harbour.example/2026/ferry-is-back"


def fetched(day: int, *stories: str, url: str | None = URL) -> CleanPage:
    page = a_page(f"{day:02}.html", stories, [])
    return replace(page, raw=replace(page.raw, url=url, fetched_at=datetime(2026, 3, day, 6, tzinfo=UTC)))


def test_both_texts_are_kept_and_the_newest_is_shown(load, rows):
    """With the days on which each was seen; a refetch of the same text adds no version, and its day is kept."""
    load(fetched(2, "The ferry is back."))
    load(fetched(3, "The ferry is back."), fetched(4, "The ferry is late.", url=f"{URL}/?utm_source=mail#top"))
    assert rows(VERSIONS_SQL) == [(1, False, 2, 3, "The ferry is back."), (2, True, 4, 4, "The ferry is late.")]
    assert rows("select body from stories") == [("The ferry is late.",)]
    assert rows("select count(*) from page_stories") == [(3,)]


def test_an_older_day_does_not_replace_a_newer_version(tmp_path):
    """In whatever order days are loaded, the last one fetched is the newest."""
    pages = [fetched(2, "The ferry is back."), fetched(3, "The ferry is late."), fetched(4, "The ferry is gone.")]
    seen = set()
    for number, order in enumerate(permutations(pages)):
        with writing(tmp_path / f"{number}.duckdb") as db:
            for page in order:
                run_id = db.start_run("backfill", "landing", [DAY], VERSIONS)
                db.load(run_id, [write_shard([page], VERSIONS, tmp_path / "shards", run_id)])
            seen.add(tuple(db.connection.execute(VERSIONS_SQL).fetchall()))
            assert db.connection.execute("select body from stories").fetchall() == [("The ferry is gone.",)]
    assert len(seen) == 1


def test_a_version_goes_with_its_page(load, rows):
    """A page that is cleaned again and has another text, no story or another address is one version less."""
    load(fetched(2, "The ferry is back."), fetched(3, "The ferry is late."))
    load(fetched(3, "The ferry is back."))
    assert rows("select version, is_newest, is_refetch from revisions order by seen_at") == [
        (1, True, False),
        (1, False, True),
    ]
    load(fetched(3, "The ferry is late.", url="https://harbour.example/2027/another"))
    assert rows("select count(*) from revisions") == [(0,)]
    assert rows("select count(*) from stories") == [(2,)]


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([fetched(2, "The ferry is back.", url=None), fetched(3, "Late.", url=None)], id="no address"),
        pytest.param([fetched(2, "One.", "Two."), fetched(3, "Three.", "Four.")], id="pages of several stories"),
        pytest.param([fetched(2), fetched(3, "Three.")], id="a page without a story"),
    ],
)
def test_other_pages_have_one_version_a_story(load, rows, pages):
    """Every story stays in `stories` where nothing says that one replaces the other."""
    load(*pages)
    n = sum(len(page.stories) for page in pages)
    assert rows("select count(*) from stories") == rows("select count(*) from story_versions") == [(n,)]
