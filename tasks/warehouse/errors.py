"""What can go wrong with the database. Every message says what, where and what to do."""

from __future__ import annotations


class WarehouseError(Exception):
    """The database cannot do what was asked; the message is for the person who asked."""


class DatabaseHeld(WarehouseError):
    """Another process is writing to the database."""


class MigrationError(WarehouseError):
    """The schema cannot be brought up to date; nothing was changed."""


class DuplicateKeys(WarehouseError):
    """One load brings the same page, story or cut twice; nothing was loaded."""


class LoadFailed(WarehouseError):
    """DuckDB refused a load; nothing was loaded."""


class ChecksFailed(WarehouseError):
    """Rows break a rule of `sql/checks`; a load that broke it was rolled back."""


class PublishFailed(WarehouseError):
    """The published file could not be written; readers still have the one before."""


class QueryError(WarehouseError):
    """A question that cannot be answered as it was asked."""

    exit_code = 2  # of the command: wrong usage
