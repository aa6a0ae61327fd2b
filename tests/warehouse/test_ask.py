"""Questions to the published file."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from tasks.page import digest
from tasks.read import Skipped
from tasks.warehouse import (
    DatabaseHeld,
    QueryError,
    WarehouseError,
    ask,
    named_queries,
    named_query,
    query,
    write_shard,
    writing,
)
from tasks.warehouse.statements import SQL
from tests.warehouse.samples import DAY, VERSIONS, a_failure, a_page

GIVEN = {"page": f"{DAY}/a.html", "words": "ferry", "story": digest(digest(f"{DAY}/a.html"), "The ferry is back.")}
ROWS = {
    "cuts-by-role": 1, "drift": 0, "event": 2, "latest-events": 1, "slowest-pages": 1, "cuts-by-rule": 1, "cuts-by-site": 1, "empty-pages": 1, "latest-stories": 2, "missing-dates": 1, "missing-dates-by-site": 1,
    "outcomes-by-day": 1, "page-history": 1, "quarantined": 1, "runs": 1, "same-story": 2, "search": 1, "site-lines": 1, "skipped-files": 1, "sources-by-day": 1, "told-most": 1, "versions": 2, "why-cut": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A published file that these tests only read."""
    folder = tmp_path_factory.mktemp("published")
    pages = [a_page("a.html", ["The ferry is back.", "Bread is dearer."]), a_page("b.html", []), a_failure("c.html")]
    pages[0] = replace(pages[0], seconds=1.5)
    with writing(folder / "desk.duckdb") as db:
        run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
        shard = write_shard(pages, VERSIONS, folder, "s")
        db.load(run_id, [shard], skipped=[Skipped(f"{DAY}/x.png", "an image")])
        db.finish_run(run_id)
        db.connection.execute("insert into same_story select min(story_id) over (), story_id, 0.9 from stories")
        db.connection.execute("insert into same_event select min(story_id) over (), story_id from stories")
        line = "('a.example', 1, 'after', 'read us daily', 3, 3, 3, 4, 4, true, false)"
        db.connection.execute(f"insert into site_lines values {line}")
        return db.publish()


@pytest.mark.parametrize("named", named_queries(), ids=lambda named: named.name)
def test_every_named_query_answers(published, named):
    """Each file of sql/queries runs with only what it needs, says its question, and finds the rows that are there."""
    needed = {name: GIVEN[name] for name in named.required}
    assert named.question.endswith("?")
    assert len(ask(published, named.name, needed).rows) == ROWS[named.name]


def test_a_site_is_asked_for_by_its_host(published):
    """With www. and the like or without: pages of both are of one site."""
    answers = [
        ask(published, "site-lines", {"site": site}).rows for site in ("a.example", "www.A.example", "b.example")
    ]
    assert [len(rows) for rows in answers] == [1, 1, 0]


@pytest.mark.parametrize("named", [q for q in named_queries() if "day" in q.optional], ids=lambda named: named.name)
def test_a_day_narrows_a_named_query(published, named):
    """A day on which nothing landed has no rows; values may be text, as the command line gives them."""
    assert ask(published, named.name, {"day": "2020-01-01"}).rows == ()
    assert ask(published, named.name, {"day": str(DAY)}) == ask(published, named.name)


def test_a_question_has_an_answer(published):
    """Any SQL over tables and views answers with columns and rows."""
    answer = query(published, "select title, $n + 1 as n from latest_stories order by title", {"n": 1})
    assert answer.columns == ("title", "n")
    assert answer.rows == (("Bread is dearer", 2), ("The ferry is back", 2))


@pytest.mark.parametrize("path", sorted(SQL.rglob("*.sql")), ids=lambda path: path.stem)
def test_every_sql_file_says_its_grain(path):
    """The first line says grain and key; in a named query the question comes before it."""
    lines = path.read_text().splitlines()
    line = lines[1] if path.parent.name == "queries" else lines[0]
    assert re.match(r"-- grain: .+; key: .+", line)


@pytest.mark.parametrize(
    ("sql", "given", "message"),
    [
        pytest.param("select titel from stories", {}, '"title"', id="a column misspelt names the nearest"),
        pytest.param("selec 1", {}, "not SQL", id="not SQL"),
        pytest.param("select 1; select 2", {}, "one statement", id="two statements"),
        pytest.param("", {}, "one statement", id="nothing"),
        pytest.param("select $a", {}, r"needs a value for \$a", id="a parameter missing"),
        pytest.param("select $a", {"a": 1, "b": 2}, r"has no \$b. It takes \$a", id="a parameter too many"),
        pytest.param("select 1 limit $n::int", {"n": "abc"}, "With n=abc", id="a value of another type"),
        pytest.param("delete from pages", {}, "read-only", id="writing"),
    ],
)
def test_a_mistake_in_a_question_is_explained(published, sql, given, message):
    """What is wrong with a question comes back as one error that says so."""
    with pytest.raises(QueryError, match=message):
        query(published, sql, given)


def test_a_missing_parameter_of_a_named_query_is_named():
    """The message says which, and what the query asks."""
    with pytest.raises(QueryError, match=r"why-cut needs \$page \(add --param page=…\). It asks: What was cut"):
        named_query("why-cut").filled({})


def test_a_misspelt_named_query_names_the_nearest():
    """The message offers the nearest name and lists them all."""
    with pytest.raises(QueryError, match="Did you mean latest-stories"):
        named_query("latest-story")


def test_a_missing_database_says_how_to_make_one(tmp_path):
    """Asking before the first run is a user's mistake, told as one; no file is made."""
    with pytest.raises(WarehouseError, match="copydesk run"):
        query(tmp_path / "desk.duckdb", "select 1")
    assert not (tmp_path / "desk.duckdb").exists()


def test_a_file_that_is_no_database_is_named(tmp_path):
    """Any other file is refused by name."""
    path = tmp_path / "notes.txt"
    path.write_text("Not a database." * 1000)
    with pytest.raises(WarehouseError, match=r"notes\.txt cannot be read"):
        query(path, "select 1")


def test_a_database_open_for_writing_elsewhere_is_named(published):
    """Someone who opened the published file for writing is told about to readers."""
    script = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(published)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        with pytest.raises(DatabaseHeld, match="open for writing in another program"):
            query(published, "select 1")
        process.communicate()
