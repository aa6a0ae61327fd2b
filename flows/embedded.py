"""Prefect inside the `copydesk` command: quiet, and with a server of its own where none is set."""

from __future__ import annotations

import os

# Only where the user has not said otherwise. They have to stand before Prefect is imported.
QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # what goes wrong reaches the command as an exception, and is said once
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",  # the first start on a fresh machine takes about 25 s
}


def prepare() -> None:
    """Sets the surroundings in which `import prefect` gives an embedded Prefect."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
