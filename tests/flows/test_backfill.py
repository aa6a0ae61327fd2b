"""The backfill flow: what it refuses, what it would change, what it changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from prefect.exceptions import ParameterTypeError
from pydantic import ValidationError

from flows.backfill import Backfill, backfill
from flows.nightly import nightly
from flows.settings import Settings
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
    assert {change.uri for change in report.changes} == {"2025-07-02/harbour.html"}
    assert "nothing was loaded" in report.markdown()
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
