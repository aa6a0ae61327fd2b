"""The nightly flow inside the `copydesk` command: a quiet Prefect, with a server of its own where none is set."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from flows import progress, show
from flows.settings import Settings
from tasks.report import RunFailed

# Only where the user has not said otherwise. They have to stand before Prefect is imported.
QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # what goes wrong reaches the command as an exception, and is said once
    "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_CLIENT_MAX_RETRIES": "2",  # five take a minute to find out that Ctrl-C has ended the server too
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",  # the first start on a fresh machine takes about 25 s
}


class ServerError(RuntimeError):
    """The Prefect server that is set does not answer."""


class Interrupted(Exception):
    """Ctrl-C while the flow was running."""

    exit_code = 130


def run_nightly(settings: Settings, from_day: date | None, to_day: date | None) -> bool:
    """Runs the flow with a progress bar and prints its report; true if pages were quarantined.

    Raises `RunFailed`, after the report, where they were more than the limit.
    """
    from upath import UPath

    from tasks import read

    read.days(UPath(settings.landing))  # a wrong folder is said now, not after Prefect has started
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    console = show.console()
    failure: RunFailed | None = None
    with _bar(show.console(stderr=True)) as watcher, progress.watched(watcher):
        watcher(progress.Progress("Starting Prefect (half a minute the first time)"))
        from flows.nightly import nightly

        _check_server()
        try:
            report = nightly(from_day=from_day, to_day=to_day, settings=settings)
        except RunFailed as error:
            report, failure = error.report, error
        except BaseException as error:
            if _was_interrupted(error):
                raise Interrupted("stopped. The published database is whole; run again to finish") from None
            raise
    console.print(show.report(report))
    if failure:
        raise failure
    return bool(report.troubles)


def _was_interrupted(error: BaseException | None) -> bool:
    """Ctrl-C also ends Prefect's own server, so what arrives may be a failure to report the Ctrl-C to it."""
    while error and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


def _check_server() -> None:
    """Raises `ServerError` where a server is set and does not answer; none set is no error."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL

    url = PREFECT_API_URL.value()
    if url is None:
        return
    with get_client(sync_client=True) as client:
        silence = client.api_healthcheck()
    if silence:
        raise ServerError(
            f"the Prefect server {url} does not answer ({silence}). Start it, or unset PREFECT_API_URL (in the "
            "environment or the Prefect profile) to run without one"
        )


@contextmanager
def _bar(console: Console) -> Iterator[Callable[[progress.Progress], None]]:
    """A bar of the files read; what is not a terminal gets nothing."""
    doing = TextColumn("{task.description}")
    columns = (SpinnerColumn(), doing, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        row = bar.add_task("", total=None)

        def draw(now: progress.Progress) -> None:
            pages = f" ({now.n_pages:,} pages)" if now.n_pages else ""
            bar.update(row, description=f"{now.doing}{pages}", total=now.n_files or None, completed=now.n_read)

        yield draw
