"""The nightly flow in a real Prefect, on a real landing folder, into a real database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.nightly import nightly
from flows.settings import Settings
from tasks.read import LandingError
from tasks.warehouse import DatabaseHeld, query, writing

pytestmark = pytest.mark.usefixtures("api")
PAGES = {"loaded": 4, "unchanged": 0, "empty": 1, "quarantined": 1, "passed over": 0}


def pages_in(report) -> dict[str, int]:
    return {name: n for name, n in report.counts().items() if name in PAGES}


def rows(settings: Settings, sql: str) -> tuple:
    return query(settings.database, sql).rows


def test_every_page_has_an_outcome_and_twice_is_once(settings):
    """The first run tells what became of each page; the second leaves what was cleaned alone."""
    first = nightly(settings=settings)
    assert pages_in(first) == PAGES
    assert first.cleaned.n_read == 6
    assert [trouble.uri for trouble in first.troubles] == ["2025-07-03/more.jsonl#2"]
    assert [file.uri for file in first.cleaned.skipped] == ["2025-07-03/notes.pdf"]
    stories = rows(settings, "select * exclude (run_id) from stories order by story_id")
    assert len(stories) == 4

    second = nightly(settings=settings)
    assert pages_in(second) == PAGES | {"loaded": 0, "unchanged": 5, "empty": 0}
    assert rows(settings, "select * exclude (run_id) from stories order by story_id") == stories
    assert rows(settings, "select n_pages, state from runs order by started_at") == ((6, "finished"), (6, "finished"))


def test_a_changed_page_is_cleaned_again_and_alone(settings):
    """Content that changed reprocesses its page, and no other."""
    nightly(settings=settings)
    page = Path(settings.landing) / "2025-07-02" / "harbour.html"
    page.write_text(page.read_text().replace("Tuesday", "Wednesday"))
    report = nightly(settings=settings)
    assert pages_in(report) == PAGES | {"loaded": 1, "unchanged": 4, "empty": 0}
    sql = "select body from stories join pages using (page_id) where uri like '%harbour.html'"
    [[body]] = rows(settings, sql)
    assert "Wednesday" in body


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ({"from_day": date(2025, 7, 3)}, [date(2025, 7, 3)]),
        ({"to_day": date(2025, 7, 2)}, [date(2025, 7, 2)]),
        ({"last_days": 1}, [date(2025, 7, 3)]),
        ({"from_day": date(2025, 8, 1)}, []),
    ],
    ids=["from", "to", "last", "none"],
)
def test_days_are_chosen_among_those_that_landed(settings, asked, days):
    """From and to are included; `last_days` counts the days that landed; no day is no error."""
    assert list(nightly(settings=settings, **asked).days) == days


def test_nothing_is_left_beside_the_database(settings):
    """After a run there is the database, the writer's own file and its lock, and no shards."""
    nightly(settings=settings)
    names = {path.name for path in settings.database.parent.iterdir()}
    assert names == {"desk.duckdb", "desk.duckdb.work", "desk.duckdb.lock"}


def test_a_held_database_stops_the_run(settings):
    """The lock is taken by the run, and who holds it is named."""
    with writing(settings.database), pytest.raises(DatabaseHeld, match="being written by process"):
        nightly(settings=settings)


def test_no_landing_folder_is_said(settings):
    """A landing folder that is not there ends the run before it touches the database."""
    with pytest.raises(LandingError, match="nowhere"):
        nightly(settings=settings.model_copy(update={"landing": "nowhere"}))
    assert not settings.database.exists()
