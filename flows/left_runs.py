"""`python -m flows.left_runs`: ends the runs whose worker is gone, which Prefect would call running for ever.

Only where no worker of the pool is alive: before the one worker of a machine starts, and after it has stopped.
"""

from __future__ import annotations

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
    WorkPoolFilter,
    WorkPoolFilterName,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.states import Crashed

from flows.serve import POOL

MESSAGE = "Its worker ended before it did. What it had loaded is whole; the next run takes up the rest"


def end_left_runs() -> list[FlowRun]:
    """The runs of the pool that stood as running, or as about to, and are Crashed now: they free their turn with it."""
    in_hand = FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.PENDING, StateType.CANCELLING])
    with get_client(sync_client=True) as client:
        left = client.read_flow_runs(
            flow_run_filter=FlowRunFilter(state=FlowRunFilterState(type=in_hand)),
            work_pool_filter=WorkPoolFilter(name=WorkPoolFilterName(any_=[POOL])),
        )
        for run in left:
            client.set_flow_run_state(run.id, Crashed(message=MESSAGE), force=True)
    return left


if __name__ == "__main__":
    for run in end_left_runs():
        print(f"{run.name} is Crashed: its worker had ended")
