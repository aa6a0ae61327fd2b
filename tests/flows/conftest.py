"""A real Prefect server for the session, and landing folders of our own pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL
from prefect.testing.utilities import prefect_test_harness

from flows.settings import Settings
from tests.flows.live import Live, live

HARBOUR = """<html><head><title>Harbour reopens</title></head><body><h1>Harbour reopens after the storm</h1>
<p>The harbour at Ellmouth reopened on Tuesday, four days after the storm that took its north light.</p>
<p>Two pilots brought in the first freighter before dawn, and the quay filled with people who had waited for it.</p>
</body></html>"""
MILL = """<html><head><title>Mill burns</title></head><body><h1>Old mill burns to its walls</h1>
<p>Fire took the paper mill at Sallow in the night, and nobody was inside when the roof came down.</p>
<p>The owner said the archive, sixty years of orders and letters, had been moved out only last week.</p>
</body></html>"""


@pytest.fixture(scope="session")
def api() -> Iterator[str]:
    """The address of a Prefect server with an empty database."""
    with prefect_test_harness(server_startup_timeout=180):
        yield PREFECT_API_URL.value()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A server of its own with pool, deployments and worker, for tests marked e2e. The worker has `landed` pages."""
    folder = tmp_path_factory.mktemp("live")
    with live(folder / "prefect", landed(folder)) as started:
        yield started


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A landing folder of this test's own."""
    return landed(tmp_path)


def landed(folder: Path) -> Settings:
    """Two days: two pages, then one page, a JSONL file whose second of three lines is broken, and no page."""
    first, second = folder / "landing" / "2025-07-02", folder / "landing" / "2025-07-03"
    first.mkdir(parents=True)
    second.mkdir()
    (first / "harbour.html").write_text(HARBOUR)
    (first / "harbour.html.meta.json").write_text(json.dumps({"url": "https://news.ellmouth.example/harbour"}))
    (first / "empty.txt").write_text("\n")
    (second / "mill.html").write_text(MILL)
    (second / "notes.pdf").write_text("no page")
    line = json.dumps({"url": "https://sallow.example/mill", "html": MILL})
    (second / "more.jsonl").write_text(f"{line}\n{{broken\n{json.dumps({'html': HARBOUR})}\n")
    return Settings(landing=str(folder / "landing"), database=folder / "out" / "desk.duckdb", batch_size=3, processes=2)
