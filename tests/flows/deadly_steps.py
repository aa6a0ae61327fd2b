"""Steps that do what a bad page can do to a process. Children import them by name, so they stand in a module."""

import os
import signal
import sys
import time
from dataclasses import replace

from tasks.desk import Desk
from tasks.page import CleanPage


def fine(page: CleanPage, desk: Desk) -> CleanPage:
    """A step before the one that fails."""
    return page


def deadly(page: CleanPage, desk: Desk) -> CleanPage:
    """Does what the page's body says."""
    body = page.raw.body
    if body == b"exit":
        os._exit(7)
    if body == b"kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if body == b"sleep":
        time.sleep(600)
    if body == b"raise":
        raise ValueError("an odd page")
    if body == b"eat":
        return replace(page, encoding=str(len(bytearray(10**11))))
    return page


def look_around(page: CleanPage, desk: Desk) -> CleanPage:
    """Writes into the page whether its process knows Prefect."""
    return replace(page, encoding="with prefect" if "prefect" in sys.modules else "without prefect")
