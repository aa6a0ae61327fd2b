"""How a run ends: its report as an artifact, and a state that tells what became of its pages."""

from __future__ import annotations

from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from flows.settings import Settings
from tasks.report import Report, RunFailed, markdown


def ended(report: Report, settings: Settings) -> State[Report]:
    """Completed; completed by a name that says what needs a look; or Failed past the limit. A flow returns it.

    Who calls such a flow gets the report, and `RunFailed`, which has it too, where the state is Failed.
    """
    create_markdown_artifact(markdown(report), key=f"{report.flow}-report", description=report.summary())
    failure = report.failure(settings.quarantine_share)
    if failure:
        return Failed(message=f"{failure}. {report.summary()}", data=RunFailed(failure, report))
    return Completed(name=_name(report), message=report.summary(), data=report)


def _name(report: Report) -> str:
    if report.troubles:
        return "CompletedWithQuarantine"
    return "Completed" if report.cleaned.n_read else "CompletedWithoutPages"
