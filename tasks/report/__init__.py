"""report: what became of everything a run read, for people. Every page is in exactly one count."""

from tasks.report.preview import Change, previewed
from tasks.report.report import Cleaned, Report, TooManyQuarantined, Trouble, troubles_in

__all__ = ["Change", "Cleaned", "Report", "TooManyQuarantined", "Trouble", "previewed", "troubles_in"]
