"""The backfill flow: what it refuses, what it would change, what it changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
from prefect.exceptions import ParameterTypeError
from pydantic import ValidationError

from flows import run_days
from flows.backfill import Backfill, backfill
from flows.clean_days import clean_days
from flows.nightly import nightly
from flows.settings import Settings
from tasks.batch import BatchError
from tasks.read import LandingError
from tasks.report import RunFailed, markdown
from tasks.warehouse import query, writing
from tests.flows.conftest import landed

DAYS = {"from_day": date(2025, 7, 2), "to_day": date(2025, 7, 3)}


def test_days_in_the_wrong_order_are_refused():
    """The end before the start is refused, with both days in the message."""
    with pytest.raises(ValidationError, match="to_day 2025-07-01 is before from_day 2025-07-02: swap them"):
        Backfill(from_day=date(2025, 7, 2), to_day=date(2025, 7, 1))


def test_the_flow_refuses_them_before_it_runs(api):
    """What the form sends is checked by the same model."""
    with pytest.raises(ParameterTypeError, match="swap them"):
        backfill({"from_day": "2025-07-02", "to_day": "2025-07-01"})


def test_days_that_never_landed_are_refused(loaded):
    """The message says which days there are."""
    with pytest.raises(LandingError, match=r"No day from 2024-07-02 to 2024-07-03 .* 2025-07-02 to 2025-07-03"):
        backfill(Backfill(from_day=date(2024, 7, 2), to_day=date(2024, 7, 3)), loaded)


@pytest.fixture
def failing(monkeypatch) -> set[date]:
    """The days put into it fail when they are cleaned."""
    bad: set[date] = set()

    def clean(days, *rest):
        if bad & set(days):
            raise BatchError("no child could start")
        return clean_days(days, *rest)

    monkeypatch.setattr(run_days, "clean_days", clean)
    return bad


def test_a_day_that_fails_costs_only_itself(api, settings, failing):
    """The other day is published, the failed one is named, and the next start does what is left."""
    failing.add(date(2025, 7, 2))
    asked = Backfill(**DAYS, pages="missing", preview=False)
    with pytest.raises(
        RunFailed, match=r"1 of 2 days failed.* 2025-07-02 \(BatchError: no child could start\)"
    ) as failure:
        backfill(asked, settings)
    assert "| 2025-07-02 | BatchError: no child could start |" in markdown(failure.value.report)
    assert failure.value.report.counts()["loaded"] == 3
    sql = "select first_day::varchar, last_day::varchar, state, n_loaded from runs order by started_at"
    assert query(settings.database, sql).rows[-1] == ("2025-07-03", "2025-07-03", "finished", 3)

    failing.clear()
    counts = backfill(asked, settings).counts()
    assert (counts["loaded"], counts["unchanged"]) == (1, 3)


def test_days_that_all_fail_stop_it(api, settings, failing):
    """After two failures in a row the days left are not tried, and are named."""
    (Path(settings.landing) / "2025-07-04").mkdir()
    failing.update({date(2025, 7, 2), date(2025, 7, 3)})
    with pytest.raises(RunFailed, match="3 of 3 days failed") as failure:
        backfill(Backfill(from_day=date(2025, 7, 2), to_day=date(2025, 7, 4), preview=False), settings)
    assert "not tried" in failure.value.report.failed_days[2].error


def test_its_progress_is_an_artifact(loaded):
    """It stands at 100 when the last day is done, and says how many days there were."""
    backfill(Backfill(**DAYS, pages="missing"), loaded)
    wanted = ArtifactFilter(key=ArtifactFilterKey(any_=["backfill-progress"]))
    with get_client(sync_client=True) as client:
        artifacts = client.read_artifacts(artifact_filter=wanted)
    last = max(artifacts, key=lambda each: each.updated)
    assert (last.data, last.description) == (100, "2 of 2 days are done. None is left.")


def test_every_field_of_the_form_explains_itself():
    """The UI draws the form from these titles and descriptions."""
    for name, field in Backfill.model_fields.items():
        assert field.title, name
        assert field.description, name


def test_preview_loads_nothing_and_needs_no_lock(api, settings):
    """A preview names the stories that would come, go and change, while another process may be writing."""
    before = backfill(Backfill(**DAYS, pages="missing"), settings)
    assert not settings.database.exists()
    assert {change.change for change in before.changes} == {"added"}
    assert len(before.changes) == 4

    nightly(settings=settings)
    published = settings.database.read_bytes()
    page = Path(settings.landing) / "2025-07-02" / "harbour.html"
    page.write_text(page.read_text().replace("four days", "a week"))
    with writing(settings.database):
        report = backfill(Backfill(**DAYS, pages="outdated"), settings)
    [change] = report.changes
    assert (change.change, change.uri, change.fields) == ("changed", "2025-07-02/harbour.html", ("body",))
    assert ("four days after" in change.before, "a week after" in change.after) == (True, True)
    assert "freighter" not in change.before + change.after
    assert "nothing was loaded" in markdown(report)
    assert settings.database.read_bytes() == published


@pytest.fixture(scope="module")
def loaded(api, tmp_path_factory) -> Settings:
    """A landing folder that is loaded already; a backfill leaves its stories as they are."""
    settings = landed(tmp_path_factory.mktemp("loaded"))
    nightly(settings=settings)
    return settings


@pytest.mark.parametrize(
    ("asked", "counts"),
    [
        ({"pages": "missing"}, (0, 5, 0)),
        ({"pages": "quarantined"}, (0, 5, 0)),
        ({"pages": "all"}, (4, 0, 0)),
        ({"pages": "all", "site": "ellmouth.example"}, (1, 0, 5)),
    ],
    ids=["missing", "quarantined", "all", "site"],
)
def test_only_the_pages_asked_for_are_cleaned(loaded, asked, counts):
    """What was not asked for is counted as passed over, and the stories stay as they are."""
    sql = "select * exclude (run_id) from stories order by story_id"
    stories = query(loaded.database, sql)
    found = backfill(Backfill(**DAYS, preview=False, **asked), loaded).counts()
    assert (found["loaded"], found["unchanged"], found["passed over"]) == counts
    assert query(loaded.database, sql) == stories
