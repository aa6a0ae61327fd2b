"""A build step of prefect.yaml: the server itself ends a run that has fallen silent, because its machine or worker died."""

from __future__ import annotations

from datetime import timedelta

from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture, ResourceSpecification

NAME = "copydesk: end silent runs"
BEAT = "prefect.flow-run.heartbeat"
ENDS = ("Completed*", "Failed", "Cancelled", "Crashed")  # Completed…: our states have names of their own
MESSAGE = (
    "No sign of life from it: its machine or worker died. What it had loaded is whole; the next run takes up the rest"
)


def watch(silent_seconds: int, tag: str) -> None:
    """Makes or renews the server's automation: a run of `tag` is Crashed after so many seconds without a heartbeat.

    Twice is once. One that was switched off in the UI stays off. An ended run is left alone, a late heartbeat or not:
    Prefect lets none go from an end to Crashed.
    """
    with get_client(sync_client=True) as client:
        found = client.read_automations_by_name(NAME)
        wanted = automation(silent_seconds, tag)
        if found:
            client.update_automation(found[0].id, wanted.model_copy(update={"enabled": found[0].enabled}))
        else:
            client.create_automation(wanted)


def automation(silent_seconds: int, tag: str) -> AutomationCore:
    """The method of docs.prefect.io, "Detect zombie flows", for the runs of one tag."""
    trigger = EventTrigger(
        after={BEAT},
        expect={BEAT, *(f"prefect.flow-run.{end}" for end in ENDS)},
        match=ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"}),
        match_related=ResourceSpecification(
            {"prefect.resource.id": f"prefect.tag.{tag}", "prefect.resource.role": "tag"}
        ),
        for_each={"prefect.resource.id"},
        posture=Posture.Proactive,
        threshold=1,
        within=timedelta(seconds=silent_seconds),
    )
    action = ChangeFlowRunState(state=StateType.CRASHED, message=MESSAGE)
    return AutomationCore(name=NAME, description=MESSAGE, trigger=trigger, actions=[action])
