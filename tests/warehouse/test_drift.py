"""Drift: a site that changed is named, and noise is not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pyarrow as pa
import pytest

from tasks.desk import Versions
from tasks.page import CleanPage
from tasks.warehouse import Warehouse, ask, write_shard, writing
from tasks.warehouse.measures import drifts
from tests.warehouse.nights import site_page
from tests.warehouse.samples import DAY, VERSIONS

N_NIGHTS = 12
MOVES = {
    "half the text is lost": ({"words": 0.3}, "words a page"),
    "the menu is kept": ({"words": 3}, "words a page"),
    "nothing is left": ({"stories": 0}, "stories a page"),
    "two stories of each": ({"stories": 2}, "stories a page"),
    "more is cut": ({"cuts": 12}, "cut share"),
    "no more times": ({"times": 0}, "without time"),
}


def a_night(day: int, random: Random, n: int = 30, site: str = "post.example", **now: float) -> Iterator[CleanPage]:
    """Pages of mixed length, on some days longer than on others, a tenth without a time; `now` says what is otherwise."""
    told = {"words": 1, "stories": 1, "cuts": 1, "times": 0.9} | now
    today = random.uniform(0.85, 1.2)
    for number in range(n):
        text = " word" * int(random.lognormvariate(5.5, 0.7) * today * told["words"])
        stories = [f"{site} {day} {number} {i}{text}" for i in range(told["stories"])]
        cuts = [f"Cut {i}" for i in range(random.randint(0, 2) + told["cuts"])]
        page = site_page(f"{site} {day} {number}", day, site, stories=stories, cuts=cuts)
        timed = random.random() < told["times"]
        yield page if timed else replace(page, stories=tuple(replace(s, published_at=None) for s in page.stories))


def load(db: Warehouse, pages: Iterator[CleanPage], folder: Path, versions: Versions = VERSIONS) -> str:
    run_id = db.start_run("nightly", "landing", [DAY], versions)
    db.load(run_id, [write_shard(list(pages), versions, folder, run_id)])
    db.finish_run(run_id)
    return run_id


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory) -> Path:
    """A database of twelve ordinary nights, a run each."""
    folder = tmp_path_factory.mktemp("ordinary")
    random = Random("nights")
    with writing(folder / "desk.duckdb") as db:
        for day in range(N_NIGHTS):
            load(db, a_night(day, random), folder)
        db.publish()
    return folder / "desk.duckdb"


@pytest.fixture
def nights(ordinary, tmp_path) -> Iterator[Warehouse]:
    """A copy of it for each test."""
    shutil.copy(ordinary, tmp_path / "desk.duckdb")
    with writing(tmp_path / "desk.duckdb") as db:
        yield db


@pytest.mark.parametrize(("now", "measure"), MOVES.values(), ids=MOVES)
def test_a_site_that_moved_is_named(nights, tmp_path, now, measure):
    """Whatever of its measures moved, and first of all."""
    found = drifts(nights.connection, load(nights, a_night(N_NIGHTS, Random("after"), **now), tmp_path))
    assert measure in {each.measure for each in found if each.moved}
    assert found[0].moved


def test_an_ordinary_night_moves_nothing(nights, tmp_path):
    """The measures are there, with as many pages as they rest on, and none has moved."""
    found = drifts(nights.connection, load(nights, a_night(N_NIGHTS, Random("after")), tmp_path))
    assert {(each.measure, each.n_pages, each.n_pages_before) for each in found} == {
        (measure, 30, 360) for measure in ("words a page", "stories a page", "cut share", "without time")
    }
    assert not any(each.moved for each in found)


def test_few_pages_say_nothing(nights, tmp_path):
    """Nine pages of a night, or a site without a past, are not judged."""
    assert drifts(nights.connection, load(nights, a_night(N_NIGHTS, Random("after"), n=9, stories=0), tmp_path)) == ()
    assert drifts(nights.connection, load(nights, a_night(N_NIGHTS, Random("new"), site="new.example"), tmp_path)) == ()


def test_pages_cleaned_again_are_compared_with_their_own_past(nights, tmp_path):
    """Rules that cut too much of the same twelve days are seen, though `pages` has nothing left of before."""
    versions, random = Versions("r2", "m1", "c1"), Random("nights")
    pages = (page for day in range(N_NIGHTS) for page in a_night(day, random, words=0.3))
    found = drifts(nights.connection, load(nights, pages, tmp_path, versions))
    moved = [(each.measure, each.n_pages, each.n_pages_before) for each in found if each.moved]
    assert moved == [("words a page", 360, 360)]


def test_what_landed_four_weeks_ago_no_longer_counts(nights, tmp_path):
    """Against days that are too old a night is not judged."""
    assert drifts(nights.connection, load(nights, a_night(N_NIGHTS + 28, Random("after"), stories=0), tmp_path)) == ()


def test_the_question_can_be_asked_by_name(nights, tmp_path):
    """Of the last run, unless another is named."""
    run_id = load(nights, a_night(N_NIGHTS, Random("after"), words=0.1), tmp_path)
    nights.publish()
    last = ask(nights.database, "drift").rows
    assert last == ask(nights.database, "drift", {"run_id": run_id}).rows
    assert last[0][:2] == ("post.example", "words a page")


def noise(n_sites: int, n_days: int) -> pa.Table:
    """Measures of sites that differ in everything and change in nothing: heavy tails, weekends, digests, empty pages."""
    random, rows = Random("noise"), []
    for site in range(n_sites):
        size, undated, cut, length = random.randint(10, 50), random.choice((0, 0.02, 0.3)), random.random() / 2, 5.5
        for day in range(n_days):
            today, weekend = random.gauss(0, 0.1), 1 + (day % 7 > 4)
            for number in range(max(10, size // weekend)):
                n = 0 if random.random() < 0.03 else random.randint(4, 8) if site % 7 == 0 else 1
                facts = (f"r{day:02}", f"{site} {day} {number}", f"site{site}.example", DAY + timedelta(day))
                n_words = int(random.lognormvariate(length + today, 0.9)) if n else 0
                n_blocks = random.randint(10, 60)
                n_cut = round(n_blocks * min(1, max(0, random.gauss(cut, 0.12))))
                rows.append((*facts, n_words, n, sum(random.random() < undated for _ in range(n)), n_blocks, n_cut))
    names = "run_id", "page_id", "site", "landed_on", "n_words", "n_stories", "n_without_time", "n_blocks", "n_cut"
    return pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows])


def test_noise_is_quiet(db):
    """Eighty sites that change in nothing, on four nights each: of 1,200 measures none has moved."""
    measures = noise(80, 18)
    db.connection.register("noise", measures)
    db.connection.execute("insert into measures by name from noise")
    for day in range(18):
        at = datetime(2026, 3, 2) + timedelta(day)  # noqa: DTZ001  as the table has it
        db.connection.execute(
            "insert into runs by name select ? as run_id, 'nightly' as flow, '' as landing, ? as started_at, "
            "'finished' as state, '' as rules_version, '' as model_version, '' as code_version",
            [f"r{day:02}", at],
        )
    found = [each for day in range(14, 18) for each in drifts(db.connection, f"r{day:02}")]
    assert len(found) > 1200
    assert [each for each in found if each.moved] == []
