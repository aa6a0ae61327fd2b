"""Clean pages made by hand, so that these tests depend on no cleaning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import duckdb

from tasks.desk import Versions
from tasks.page import Block, CleanPage, Mark, Quarantined, RawPage, Shape, Story, digest

DAY = date(2026, 3, 2)
VERSIONS = Versions(rules="r1", model="m1", code="c1")


def a_page(
    name: str, stories: Sequence[str] = ("The ferry is back.",), cuts: Sequence[str] = ("Share this",)
) -> CleanPage:
    """A page of one block a story, then one block a cut."""
    raw = RawPage(
        f"{DAY}/{name}", " ".join(stories).encode(), landed_on=DAY, fetched_at=datetime(2026, 3, 2, tzinfo=UTC)
    )
    blocks = tuple(Block(i, text, line=i) for i, text in enumerate([*stories, *cuts]))
    marks = (Mark("body", "one-story"),) * len(stories) + (Mark("share", "share-bar", 0.9, ("short",)),) * len(cuts)
    told = tuple(_story(raw.page_id, i, text) for i, text in enumerate(stories))
    return CleanPage(raw, "utf-8", blocks=blocks, marks=marks, stories=told, shape=Shape("one_story", "digest", 2.5))


def _story(page_id: str, position: int, text: str) -> Story:
    published = datetime(2026, 3, 2, 9, 30, tzinfo=UTC) if position == 0 else None
    return Story(
        digest(page_id, text), position, text.split(".")[0], text, "Harbour Post", ("Ida Holm", "Jo Ray"), published,
        "half past nine", "minute", "en", "brief", (position,), (("source", "source line"),),
        (("source", "HARBOUR POST"),), None, ("XNA",), "Harbour", ("pay",), datetime(2026, 3, 2, 11, tzinfo=UTC),
        "https://post.example/a",
    )  # fmt: skip


def a_failure(name: str) -> Quarantined:
    return Quarantined(RawPage(f"{DAY}/{name}", b"<p>", landed_on=DAY), "split", "IndexError: no such block")


def contents(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple]]:
    """All that a second, equal run must leave as it is."""
    kept = {
        "pages": "select * exclude (run_id) from pages order by all",
        "stories": "select * exclude (run_id) from stories order by all",
        "cuts": "select * from cuts order by all",
    }
    return {table: connection.execute(sql).fetchall() for table, sql in kept.items()}
