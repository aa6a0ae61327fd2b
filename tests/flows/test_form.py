"""A backfill started as people start it: by the form of the Prefect UI, in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from selenium.webdriver import Chrome

from flows.backfill import Backfill
from tasks.warehouse import query
from tests.flows.browser import Form, chromium
from tests.flows.live import Live

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def browser(tmp_path_factory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def form(browser, server, tmp_path) -> Iterator[Form]:
    """The backfill's form. How the page looked in the end is kept in the test's temporary folder, and not for long."""
    shown = Form(browser, f"{server.ui}/deployments/deployment/{server.deployment('backfill')['id']}/run")
    yield shown
    browser.save_screenshot(tmp_path / "page.png")
    print(browser.get_log("browser"))


def ended(form: Form, server: Live) -> Any:
    """The run that the form has started, as it ended; then its page is open, which would draw its progress all the while."""
    [run] = server.ask("flow_runs/filter", {"flow_runs": {"name": {"any_": [form.submit()]}}})
    run = server.ended(run["id"])
    form.browser.get(f"{server.ui}/runs/flow-run/{run['id']}")
    return run


def test_a_backfill_by_form(form, server: Live):
    """Days, site, which pages and no preview: the run's own page says that it is done, and the stories are there."""
    for name, field in Backfill.model_fields.items():
        assert form.help(field.title) == field.description, name
    form.pick_day("From day", "07022025")
    form.pick_day("To day", "07032025")
    form.write("Site", "sallow.example")
    form.choose("Pages", "missing")
    form.switch("Preview")
    run = ended(form, server)
    form.wait_for(run["state"]["message"])
    assert run["parameters"]["parameters"] == {
        "from_day": "2025-07-02",
        "to_day": "2025-07-03",
        "site": "sallow.example",
        "pages": "missing",
        "preview": False,
    }
    found = query(server.database, "select landed_on, title from stories join pages using (page_id)")
    assert found.rows == ((date(2025, 7, 3), "Old mill burns to its walls"),)


def test_days_in_the_wrong_order_are_refused(form, server: Live):
    """The run fails before it begins, and its page says what to do."""
    form.pick_day("From day", "07032025")
    form.pick_day("To day", "07022025")
    run = ended(form, server)
    form.wait_for("swap them")
    assert run["state"]["type"] == "FAILED"
    assert "to_day 2025-07-02 is before from_day 2025-07-03: swap them" in run["state"]["message"]
