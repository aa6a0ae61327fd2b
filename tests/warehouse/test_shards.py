"""What a batch hands to the loader."""

from __future__ import annotations

import pickle
import re
from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from tasks.page import CleanPage, RawPage
from tasks.warehouse import write_shard
from tests.warehouse.samples import VERSIONS, a_failure, a_page


def read(shard, table):
    return pq.read_table(shard.file(table)).to_pylist()


def test_a_shard_counts_what_it_holds(shard):
    """Every result is counted under its outcome, and the record survives the way between processes."""
    made = shard(a_page("a.html", ["One. More.", "Two."]), a_page("b.html", []), a_failure("c.html"))
    assert (made.n_pages, made.n_loaded, made.n_empty, made.n_quarantined) == (3, 1, 1, 1)
    assert (made.n_stories, made.n_cuts) == (2, 2)
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_shard_holds_the_page_in_columns(shard):
    """Stories keep their fields, their times in UTC, and the blocks that tell them; cuts keep their mark."""
    made = shard(a_page("a.html", ["The ferry is back. It left at six."]))
    [page], [story], [cut] = (read(made, table) for table in ("pages", "stories", "cuts"))
    assert (page["n_blocks"], page["n_kept"], page["n_cut"], page["shape_runner_up"]) == (2, 1, 1, "digest")
    assert story["authors"] == ["Ida Holm", "Jo Ray"]
    assert story["published_at"].isoformat() == "2026-03-02T09:30:00"
    assert (story["n_words"], story["blocks"], story["origins"]) == (8, [0], [("source", "source line")])
    assert (story["standfirst"], story["credits"], story["section"], story["tags"]) == (
        None,
        ["XNA"],
        "Harbour",
        ["pay"],
    )
    assert story["modified_at"].isoformat() == "2026-03-02T11:00:00"
    assert (story["canonical_url"], story["raw_values"]) == ("https://post.example/a", [("source", "HARBOUR POST")])
    assert (cut["role"], cut["rule"], cut["reasons"]) == ("share", "share-bar", ["short"])
    assert story["rules_version"] == page["rules_version"] == VERSIONS.rules


@pytest.mark.parametrize(
    ("body", "n_words"),
    [("The ferry is back.\nIt left at six.", 8), ("気象庁は津波の心配はないと発表した。", 11), ("", 0)],
    ids=["with spaces", "without spaces", "only a title"],
)
def test_words_are_counted_alike_everywhere(shard, body, n_words):
    """A page's measure, by which sites' drift is seen, is the sum of its stories' words in every script."""
    page = a_page("a.html")
    made = shard(replace(page, stories=(replace(page.stories[0], body=body),)))
    [story], [measure] = (read(made, table) for table in ("stories", "measures"))
    assert story["n_words"] == measure["n_words"] == n_words


@pytest.mark.parametrize(
    ("result", "outcome", "reason"),
    [
        pytest.param(a_page("a.html"), "loaded", None, id="loaded"),
        pytest.param(a_page("b.html", []), "empty", "only furniture", id="only furniture"),
        pytest.param(a_page("c.html", [], []), "empty", "no text", id="no text"),
        pytest.param(a_failure("d.html"), "quarantined", None, id="quarantined"),
    ],
)
def test_every_result_has_an_outcome(shard, result, outcome, reason):
    """No result is without an outcome, and no empty one without a reason."""
    [row] = read(shard(result), "outcomes")
    assert (row["outcome"], row["reason"], row["uri"]) == (outcome, reason, result.raw.uri)


def changed(name, **facts):
    """A page of two stories whose second story is changed."""
    page = a_page(name, ["One.", "Two."])
    first, second = page.stories
    return replace(page, stories=(first, replace(second, **facts)))


@pytest.mark.parametrize(
    ("page", "error"),
    [
        pytest.param(a_page("a.html", ["One.", "One."]), "one story_id", id="a story twice"),
        pytest.param(changed("a.html", story_id=""), "one story_id", id="no story_id"),
        pytest.param(changed("a.html", position=0), "one position", id="one position"),
        pytest.param(changed("a.html", blocks=(0,)), "kept [+] cut", id="a block in two stories"),
        pytest.param(changed("a.html", blocks=(1, 9)), "kept [+] cut", id="a block from nowhere"),
        pytest.param(changed("a.html", title=None, body=" "), "no text", id="no text"),
        pytest.param(replace(a_page("a.html"), marks=()), "2 blocks have 0 marks", id="no marks"),
    ],
)
def test_a_page_that_contradicts_itself_is_quarantined(shard, page, error):
    """A faulty record costs its own page, with the fault named, and leaves its neighbours alone."""
    made = shard(page, a_page("b.html"))
    assert (made.n_loaded, made.n_quarantined) == (1, 1)
    row = read(made, "outcomes")[0]
    assert row["step"] == "write"
    assert re.search(error, row["error"])


def test_a_batch_of_nothing_is_a_shard(tmp_path):
    """No results make files of no rows with the same columns."""
    made = write_shard([], VERSIONS, tmp_path / "new" / "folder", "none")
    assert (made.n_pages, read(made, "stories")) == (0, [])


def test_names_that_are_not_utf8_are_written(shard):
    """A file name with undecodable bytes costs neither the page nor the batch."""
    made = shard(CleanPage(RawPage("2026-03-02/caf\udce9.html", b"")))
    assert read(made, "pages")[0]["uri"] == "2026-03-02/caf?.html"
