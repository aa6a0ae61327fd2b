"""What a load would change: each story added, changed or gone, and the largest differences side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import duckdb
import pytest

from tasks.page import CleanPage
from tasks.report import Cleaned, Report, markdown, preview, previewed
from tasks.warehouse import write_shard, writing
from tests.warehouse.samples import DAY, VERSIONS, a_failure, a_page

FERRY = "The ferry is back at the north quay.\nIt sails at six, twice a day, from the old steps.\nNobody waved."
BAKER = "A baker from Lower Tarn has sold the oven.\nThe new owner will grill fish in it on Sundays."


@pytest.fixture
def changes(tmp_path):
    """`changes(before, after)`: what loading the pages after would change once those before are published."""

    def found(before: list[CleanPage], after: list[CleanPage]):
        database = tmp_path / "desk.duckdb"
        if before:
            with writing(database) as db:
                run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
                db.load(run_id, [write_shard(before, VERSIONS, tmp_path, "before")])
                db.publish()
        return previewed(database, [write_shard(after, VERSIONS, tmp_path, "after")])

    return found


def told(found) -> list[tuple]:
    return [(each.change, each.uri.split("/")[1], each.fields) for each in found]


def test_nothing_changes_where_nothing_differs(changes):
    """The same pages again, one of them failing now, which keeps its stories."""
    pages = [a_page("a", [FERRY, BAKER]), a_page("b", [])]
    assert changes([*pages, a_page("c")], [*pages, a_failure("c")]) == ()


def test_without_a_database_all_is_added(changes):
    """A first look, before the first night."""
    assert told(changes([], [a_page("a", [FERRY, BAKER])])) == [("added", "a", ()), ("added", "a", ())]


def test_a_file_of_an_earlier_release_is_compared(tmp_path):
    """Before the first night of a new release: fields that its file does not have yet are those that change."""
    database = tmp_path / "desk.duckdb"
    page = a_page("a", [FERRY])
    later = "standfirst, credits, section, tags, modified_at, canonical_url, raw_values, site_lines_version"
    shard = write_shard([page], VERSIONS, tmp_path, "shard")
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            f"create table stories as select * exclude ({later}), 'run' as run_id from read_parquet($file)",
            {"file": str(shard.file("stories"))},
        )
    [change] = previewed(database, [shard])
    assert told([change]) == [("changed", "a", ("credits", "section", "tags", "modified_at"))]


def test_a_story_whose_text_changed_is_one_change(changes):
    """Its id comes from its text; it is known by its words, at whatever position, and both sides show what differs."""
    shorter = FERRY.replace("\nNobody waved.", "")
    [change] = changes([a_page("a", [FERRY, BAKER])], [a_page("a", [shorter, BAKER])])
    assert told([change]) == [("changed", "a", ("body",))]
    assert (change.n_words, change.before, change.after) == (2, "Nobody waved.", "")


def test_other_stories_are_added_and_gone(changes):
    """Two texts without a word in common are two stories."""
    found = changes([a_page("a", [FERRY]), a_page("b", [BAKER])], [a_page("a", [BAKER]), a_page("b", [])])
    assert told(found) == [("gone", "a", ()), ("added", "a", ()), ("gone", "b", ())]


def test_fields_that_differ_are_named(changes):
    """With their values on both sides."""
    page = a_page("a", [FERRY])
    other = replace(page, stories=(replace(page.stories[0], source="The Ferry Times", authors=(), section="Quay"),))
    [change] = changes([page], [other])
    assert (change.fields, change.n_words) == (("source", "authors", "section"), 0)
    assert change.before == "source: Harbour Post ¶ authors: Ida Holm, Jo Ray ¶ section: Harbour"
    assert change.after == "source: The Ferry Times ¶ section: Quay"


def test_long_differences_are_cut_short_and_only_the_largest_kept(changes, monkeypatch):
    """However many stories change, a few texts are kept."""
    monkeypatch.setattr(preview, "LARGEST", 2)
    texts = [f"Story {n}. " + " ".join(f"word{n}x{i}" for i in range(50 * n + 1)) for n in range(4)]
    found = changes([a_page(f"{n}", [text]) for n, text in enumerate(texts)], [a_page(f"{n}", []) for n in range(4)])
    assert [len(each.before) for each in found] == [0, 0, 401, 401]
    assert [each.n_words for each in found] == [5, 55, 105, 155]


def test_the_report_shows_them_side_by_side(changes):
    """Counts in the title, the largest difference first."""
    found = changes(
        [a_page("a", [FERRY]), a_page("b", [BAKER])], [a_page("a", []), a_page("b", [f"{BAKER} He is glad."])]
    )
    report = Report("backfill", (date(2026, 3, 2),), Cleaned((), 0, (), 0, 0), (), found)
    text = markdown(report)
    assert "## Stories: 0 added, 1 changed, 1 gone, on 2 pages" in text
    _, _, largest = text.partition("## The largest differences, side by side")
    assert largest.index("2026-03-02/a") < largest.index("2026-03-02/b")
    assert (
        "| The new owner will grill fish in it on Sundays. | The new owner will grill fish in it on Sundays. He is glad. |"
        in text
    )
