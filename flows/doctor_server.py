"""The Prefect server as the doctor sees it: whether it answers, whether a worker listens, how the last run ended."""

from __future__ import annotations

import urllib.request
from contextlib import suppress

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterStartTime, WorkPoolFilter, WorkPoolFilterName
from prefect.client.schemas.objects import FlowRun, WorkerStatus
from prefect.client.schemas.sorting import FlowRunSort
from prefect.exceptions import ObjectNotFound
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.doctor import Finding
from flows.serve import POOL

HERE = "http://127.0.0.1:4200/api"
SERVE = "`make serve` starts server, pool, deployments and worker"


def server() -> Finding:
    """One finding: the first thing that is missing, or how the last run ended."""
    url = PREFECT_API_URL.value() or _on_this_machine()
    if url is None:
        return Finding("server", "ok", "none is set (PREFECT_API_URL) or runs here; `copydesk run` needs none")
    # Asked without an address the client would start a server of its own.
    with temporary_settings(updates={PREFECT_API_URL: url}), get_client(sync_client=True) as client:
        silence = client.api_healthcheck()
        if silence:
            return Finding(
                "server", "bad", f"{url} does not answer ({silence})", f"Start it, or unset PREFECT_API_URL. {SERVE}"
            )
        return _served(client, url)


def _on_this_machine() -> str | None:
    """The address of what `make serve` started, if it answers."""
    with suppress(OSError), urllib.request.urlopen(f"{HERE}/health", timeout=5):
        return HERE
    return None


def _served(client: SyncPrefectClient, url: str) -> Finding:
    try:
        client.read_work_pool(POOL)
        client.read_deployment_by_name("nightly/nightly")
    except ObjectNotFound:
        return Finding("server", "bad", f"{url} has no pool {POOL} or no deployment nightly", SERVE)
    run = _last_run(client)
    told = f"{url} answers; " + (f"its last run, {run.name}, is {run.state_name}" if run else "no run has started yet")
    if not any(worker.status == WorkerStatus.ONLINE for worker in client.read_workers_for_work_pool(POOL)):
        return Finding("server", "bad", f"{told}; no worker listens", f"`prefect worker start --pool {POOL} --limit 1`")
    if run and run.state and (run.state.is_failed() or run.state.is_crashed()):
        return Finding("server", "bad", f"{told}: {run.state.message}", "Its page in the UI has the logs")
    return Finding("server", "ok", told)


def _last_run(client: SyncPrefectClient) -> FlowRun | None:
    started = FlowRunFilter(start_time=FlowRunFilterStartTime(is_null_=False))
    pool = WorkPoolFilter(name=WorkPoolFilterName(any_=[POOL]))
    found = client.read_flow_runs(
        flow_run_filter=started, work_pool_filter=pool, sort=FlowRunSort.START_TIME_DESC, limit=1
    )
    return found[0] if found else None
