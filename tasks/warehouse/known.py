"""What the database already knows of the pages of some days, which decides what a run has to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from tasks.desk import Versions
from tasks.mark.rule_sets import RuleSet
from tasks.warehouse.ask import reading
from tasks.warehouse.statements import run_file


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page's content and versions when it was last cleaned."""

    content_hash: str
    versions: Versions


def known_pages(database: Path, days: Sequence[date]) -> dict[str, KnownPage]:
    """`known_in` of the published file, for a preview: page_id -> KnownPage; nothing where there is no file yet."""
    if not database.exists():
        return {}
    with reading(database) as connection:
        return known_in(connection, days)


def quarantined_pages(database: Path, days: Sequence[date]) -> frozenset[str]:
    """`quarantined_in` of the published file, for a preview."""
    if not database.exists():
        return frozenset()
    with reading(database) as connection:
        return quarantined_in(connection, days)


def rule_sets(database: Path, days: Sequence[date]) -> list[RuleSet]:
    """`rule_sets_in` of the published file, for a preview."""
    if not database.exists():
        return []
    with reading(database) as connection:
        return rule_sets_in(connection, days)


def known_in(connection: duckdb.DuckDBPyConnection, days: Sequence[date]) -> dict[str, KnownPage]:
    """page_id -> KnownPage of these days' pages; one that was quarantined last is not known, so it is tried again."""
    rows = run_file(connection, "load/known_pages", days=list(days))
    return {page_id: KnownPage(content_hash, Versions(*versions)) for page_id, content_hash, *versions in rows}


def quarantined_in(connection: duckdb.DuckDBPyConnection, days: Sequence[date]) -> frozenset[str]:
    """The page_ids of these days' pages that were quarantined when last tried."""
    return frozenset(page_id for (page_id,) in run_file(connection, "load/quarantined_pages", days=list(days)))


def rule_sets_in(connection: duckdb.DuckDBPyConnection, days: Sequence[date]) -> list[RuleSet]:
    """The rules that these days' pages were cleaned with, as far as the database has kept them and this release reads them."""
    [(is_there,)] = run_file(connection, "load/has_table", name="rule_sets")
    rows = run_file(connection, "load/known_rule_sets", days=list(days)) if is_there else []
    return [found for row in rows if (found := RuleSet.read(*row))]
