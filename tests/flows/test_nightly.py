"""The nightly flow in a real Prefect, on a real landing folder, into a real database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
from prefect.client.schemas.objects import StateType

from flows.nightly import nightly
from flows.settings import Settings
from tasks.read import LandingError
from tasks.report import RunFailed, markdown
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


def test_the_state_names_what_needs_a_look(settings):
    """Quarantined pages, and no pages at all, are in the state's name and message; a later good run is Completed."""
    state = nightly(settings=settings, return_state=True)
    assert (state.type, state.name) == (StateType.COMPLETED, "CompletedWithQuarantine")
    assert "Pages read: 6. 4 loaded, 1 empty, 1 quarantined." in state.message
    broken = Path(settings.landing) / "2025-07-03" / "more.jsonl"
    broken.write_text(broken.read_text().replace("{broken\n", ""))
    assert nightly(settings=settings, return_state=True).name == "Completed"
    assert nightly(settings=settings, from_day=date(2025, 8, 1), return_state=True).name == "CompletedWithoutPages"


def test_too_many_quarantined_pages_fail_the_run_once(settings):
    """The run is Failed in Prefect and in `runs`, its good pages are published, and the same pages fail no later run."""
    lines = Path(settings.landing) / "2025-07-02" / "lines.jsonl"
    lines.write_text("{broken\n" * 9)
    with pytest.raises(RunFailed, match="10 of 15 pages") as failure:
        nightly(settings=settings)
    assert pages_in(failure.value.report) == PAGES | {"quarantined": 10}
    sql = "select state, error, n_loaded, n_quarantined from runs order by started_at desc limit 1"
    [(state, error, *counts)] = rows(settings, sql)
    assert (state, "COPYDESK_QUARANTINE_SHARE" in error, counts) == ("failed", True, [4, 10])
    assert nightly(settings=settings, return_state=True).name == "CompletedWithQuarantine"


def test_the_report_is_an_artifact(settings):
    """What the Prefect UI shows: every quarantined page with its command."""
    report = nightly(settings=settings)
    with get_client(sync_client=True) as client:
        found = client.read_artifacts(artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=["nightly-report"])))
    told = [each for each in found if each.data == markdown(report)]
    assert told
    assert f"copydesk explain '{settings.landing}/2025-07-03/more.jsonl#2'" in told[0].data
    assert "## Slowest pages" in told[0].data


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
