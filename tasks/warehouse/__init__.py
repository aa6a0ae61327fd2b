"""The record: one writer's DuckDB file, its published copy, and the questions people ask of that copy."""

from tasks.warehouse.ask import Answer, NamedQuery, ask, named_queries, named_query, query
from tasks.warehouse.check import Offence
from tasks.warehouse.errors import (
    ChecksFailed,
    DatabaseHeld,
    DuplicateKeys,
    LoadFailed,
    MigrationError,
    PublishFailed,
    QueryError,
    WarehouseError,
)
from tasks.warehouse.known import KnownPage, known_pages, quarantined_pages, rule_sets
from tasks.warehouse.load import UnchangedPage
from tasks.warehouse.look import Database, LastRun, look_at
from tasks.warehouse.measures import Drift, Measured, RoleCut, SlowPage
from tasks.warehouse.shards import Shard, write_shard
from tasks.warehouse.site_lines import site_lines
from tasks.warehouse.writing import RunTotals, Warehouse, writing

__all__ = [
    "Answer",
    "ChecksFailed",
    "Database",
    "DatabaseHeld",
    "Drift",
    "DuplicateKeys",
    "KnownPage",
    "LastRun",
    "LoadFailed",
    "Measured",
    "MigrationError",
    "NamedQuery",
    "Offence",
    "PublishFailed",
    "QueryError",
    "RoleCut",
    "RunTotals",
    "Shard",
    "SlowPage",
    "UnchangedPage",
    "Warehouse",
    "WarehouseError",
    "ask",
    "known_pages",
    "look_at",
    "named_queries",
    "named_query",
    "quarantined_pages",
    "query",
    "rule_sets",
    "site_lines",
    "write_shard",
    "writing",
]
