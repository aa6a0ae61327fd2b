"""Nights and backfills on a real server, pool and worker: what meets, what dies, and what a new release keeps."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows import heartbeats
from flows.settings import Settings
from tasks.warehouse import query
from tests.flows.conftest import MILL
from tests.flows.live import ENDS, ROOT, Live, until

pytestmark = pytest.mark.e2e
N_PAGES = 240
DAY = "2025-07-02"
EVERY_PAGE = {"from_day": DAY, "to_day": DAY, "pages": "all"}


@pytest.fixture
def many(tmp_path: Path) -> Settings:
    """One day of pages enough to be in the middle of, in batches that tell how far it is."""
    day = tmp_path / "landing" / DAY
    day.mkdir(parents=True)
    lines = (json.dumps({"url": f"https://sallow.example/{n}", "html": MILL}) for n in range(N_PAGES))
    (day / "mill.jsonl").write_text("\n".join(lines))
    return Settings(landing=str(tmp_path / "landing"), database=tmp_path / "desk.duckdb", batch_size=20, processes=1)


def given(settings: Settings, **parameters: object) -> dict[str, Any]:
    return {"settings": settings.model_dump(mode="json"), **parameters}


def n_rows(settings: Settings, table: str) -> int:
    return query(settings.database, f"select count(*) from {table}").rows[0][0]


def test_the_next_night_takes_up_what_a_dead_machine_left(server, many):
    """A run that fell silent is Crashed by the server itself and gives its turn and the lock back; the next completes it."""
    watch(server, 45)
    dead = server.start("nightly", given(many))
    until(lambda: any(many.database.parent.glob("*.shards/*.parquet")))
    assert server.state(dead) == "Running"
    server.kill_worker()
    assert not many.database.exists()

    server.start_worker()
    crashed = server.ended(dead)
    assert (crashed["state"]["name"], crashed["state"]["message"]) == ("Crashed", heartbeats.MESSAGE)
    assert server.deployment("nightly")["global_concurrency_limit"]["active_slots"] == 0
    watch(server, 120)
    assert server.ended(server.start("nightly", given(many)))["state"]["name"] == "Completed"
    assert (n_rows(many, "pages"), n_rows(many, "runs")) == (N_PAGES, 2)


def watch(server: Live, silent_seconds: int) -> None:
    with temporary_settings(updates={PREFECT_API_URL: f"{server.ui}/api"}):
        heartbeats.watch(silent_seconds, tag="copydesk")


def test_a_night_waits_for_a_backfill(server, many):
    """Started while a backfill runs, it starts when that has ended, and leaves alone what that has done."""
    backfill = server.start("backfill", given(many, parameters={**EVERY_PAGE, "preview": False}))
    until(lambda: server.state(backfill) == "Running")
    night = server.ended(server.start("nightly", given(many)))
    backfill = server.ended(backfill)
    assert [run["state"]["name"] for run in (backfill, night)] == ["Completed", "Completed"]
    assert night["created"] < backfill["end_time"] <= night["start_time"]
    assert n_rows(many, "outcomes where outcome = 'unchanged'") == N_PAGES


def test_a_night_comes_by_its_schedule_and_a_preview_loads_nothing(server, settings):
    """The night loads the pages; a preview of all of them says so and leaves the file as it is."""
    assert server.ended(night_by_schedule(server, settings))["state"]["name"] == "CompletedWithQuarantine"
    before = settings.database.read_bytes()
    preview = server.ended(server.start("backfill", given(settings, parameters=EVERY_PAGE)))
    assert preview["state"]["name"] == "Completed"
    assert settings.database.read_bytes() == before
    assert n_rows(settings, "stories") == 4


def night_by_schedule(server: Live, settings: Settings) -> str:
    """The first run that starts by a schedule of every minute; the schedule is gone then."""
    now = datetime.now(UTC)
    schedules = f"deployments/{server.deployment('nightly')['id']}/schedules"
    when = {"interval": 60, "anchor_date": str(now + timedelta(seconds=10))}
    [schedule] = server.ask(schedules, [{"active": True, "schedule": when, "parameters": given(settings)}])
    begun = {"flow_runs": {"start_time": {"after_": str(now)}, "state": {"type": {"any_": ["RUNNING", *ENDS]}}}}
    try:
        until(lambda: server.ask("flow_runs/filter", begun))
    finally:
        server.ask(f"{schedules}/{schedule['id']}", method="DELETE")
    [run] = server.ask("flow_runs/filter", begun)
    assert run["auto_scheduled"]
    return run["id"]


def test_a_new_release_keeps_what_was_there(server, tmp_path):
    """Deployed anew, what was switched off in the UI stays off, and past runs stay with their deployment."""
    night = server.deployment("nightly")
    [schedule] = night["schedules"]
    [watch] = server.ask("automations/filter", {})
    server.ask(f"deployments/{night['id']}/schedules/{schedule['id']}", {"active": False}, "PATCH")
    server.ask(f"automations/{watch['id']}", {"enabled": False}, "PATCH")
    past = server.ask(f"deployments/{night['id']}/create_flow_run", {"state": {"type": "COMPLETED"}})
    release = tmp_path / "prefect.yaml"
    release.write_text((ROOT / "prefect.yaml").read_text().replace("silent_seconds: 120", "silent_seconds: 150"))
    server.prefect("deploy", "--all", "--prefect-file", str(release))

    again = server.deployment("nightly")
    assert (again["id"], [each["active"] for each in again["schedules"]]) == (night["id"], [False])
    [watch] = server.ask("automations/filter", {})
    assert (watch["enabled"], watch["trigger"]["within"]) == (False, 150)
    assert server.ask(f"flow_runs/{past['id']}")["deployment_id"] == night["id"]
