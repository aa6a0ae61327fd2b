"""report: what became of everything a run read, for people. Every page is in exactly one count."""

from tasks.report.preview import Change, previewed
from tasks.report.report import Cleaned, FailedDay, Report, RunFailed, Trouble, together, troubles_in
from tasks.report.tables import lists, markdown

__all__ = [
    "Change",
    "Cleaned",
    "FailedDay",
    "Report",
    "RunFailed",
    "Trouble",
    "lists",
    "markdown",
    "previewed",
    "together",
    "troubles_in",
]
