"""prefect.yaml: what `prefect deploy --all` makes of it in a real server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterState, FlowRunFilterStateName

from flows import heartbeats

ROOT = Path(__file__).resolve().parents[2]
FILE = yaml.safe_load((ROOT / "prefect.yaml").read_text())


def prefect(api: str, *arguments: str) -> None:
    command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
    environment = os.environ | {"PREFECT_API_URL": api}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def deployed(api):
    """The two deployments as the server knows them."""
    prefect(api, "work-pool", "create", "copydesk", "--type", "process")
    prefect(api, "deploy", "--all")
    with get_client(sync_client=True) as client:
        return {name: client.read_deployment_by_name(f"{name}/{name}") for name in ("nightly", "backfill")}


def test_deployments_run_one_at_a_time_where_the_project_stands(deployed):
    """Both wait for their turn, in the pool `copydesk`; there is no pull step but the folder."""
    assert "pull" not in FILE
    for deployment in deployed.values():
        assert deployment.work_pool_name == "copydesk"
        assert deployment.global_concurrency_limit.limit == 1
        assert deployment.concurrency_options.collision_strategy == "ENQUEUE"
        assert deployment.pull_steps == [{"prefect.deployments.steps.set_working_directory": {"directory": str(ROOT)}}]


def test_only_nightly_has_a_schedule_and_it_meets_no_clock_change(deployed):
    """Clocks change between one and three in the morning; the schedule has a zone and stays clear of that."""
    [schedule] = [each.schedule for each in deployed["nightly"].schedules]
    assert ZoneInfo(schedule.timezone)
    assert int(schedule.cron.split()[1]) not in (1, 2, 3)
    assert deployed["backfill"].schedules == []


def test_the_server_makes_runs_of_the_schedule(deployed):
    """The next nights are planned: some versions of what the server stands on deploy well and then plan nothing."""
    with get_client(sync_client=True) as client:
        client.request("POST", "/deployments/{id}/schedule", path_params={"id": deployed["nightly"].id}, json={})
        planned = client.read_flow_runs(
            flow_run_filter=FlowRunFilter(state=FlowRunFilterState(name=FlowRunFilterStateName(any_=["Scheduled"])))
        )
    assert {run.deployment_id for run in planned} == {deployed["nightly"].id}


def test_deploying_makes_one_automation_for_runs_that_fall_silent(deployed):
    """Deployed once or for both, it watches the heartbeats of these deployments' runs and of no other project's."""
    with get_client(sync_client=True) as client:
        [watch] = client.read_automations_by_name(heartbeats.NAME)
    beat = int(deployed["nightly"].job_variables["env"]["PREFECT_FLOWS_HEARTBEAT_FREQUENCY"])
    assert watch.trigger.within.total_seconds() >= 3 * beat
    [tag] = deployed["nightly"].tags
    assert watch.trigger.match_related["prefect.resource.id"] == [f"prefect.tag.{tag}"]
    assert deployed["backfill"].tags == [tag]


def test_the_form_has_titles_and_help(deployed):
    """What the UI draws: the fields of `Backfill`, days as dates, pages as a choice, a site as a line of text."""
    schema = deployed["backfill"].parameter_openapi_schema
    form = schema["definitions"]["Backfill"]
    fields = form["properties"]
    assert form["required"] == ["from_day", "to_day"]
    assert [fields[day]["format"] for day in form["required"]] == ["date", "date"]
    assert fields["pages"]["enum"] == ["missing", "outdated", "quarantined", "all"]
    assert (fields["site"]["type"], fields["preview"]["type"]) == ("string", "boolean")
    defaults = {name: field["default"] for name, field in fields.items() if name not in form["required"]}
    assert defaults == {"site": "", "pages": "outdated", "preview": True}
    assert all(field["title"] and field["description"] for field in fields.values())
    assert schema["properties"]["settings"]["description"]
