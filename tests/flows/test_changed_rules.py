"""A night with other rules: the pages these touch are cleaned, the others only counted, and the record is the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from flows.backfill import Backfill, backfill
from flows.nightly import nightly
from tasks.desk import Desk
from tasks.warehouse import query, writing

pytestmark = pytest.mark.usefixtures("api")
RECORDS = "select * exclude (run_id) from {} order by all"
DAYS = {"from_day": date(2025, 7, 2), "to_day": date(2025, 7, 3)}


def records(database) -> list[tuple]:
    return [query(database, RECORDS.format(table)).rows for table in ("pages", "page_stories")] + [
        query(database, "select * from cuts order by all").rows
    ]


def cleaned_with_other_rules(settings, where: str, words: str | None = None) -> None:
    """The database as an earlier release would have left it whose last rule was another one."""
    rules = Desk.load().rule_set
    then = replace(
        rules,
        version="then",
        words=words or rules.words,
        rules=(*rules.rules[:-1], replace(rules.rules[-1], where=where, needs=(), max_words=25)),
    )
    assert json.loads(then.written())[-1]["where"] == where
    with writing(settings.database) as db:
        db.keep_rules(then)
        for table in ("pages", "page_stories"):
            db.connection.execute(f"update {table} set rules_version = 'then'")
        db.publish()


def test_only_the_pages_they_touch_are_cleaned(settings):
    """The mill's three pages have a line that the rule fired on; the others count as unchanged, and as cleaned by the new rules."""
    nightly(settings=settings)
    before = records(settings.database)
    cleaned_with_other_rules(settings, "^fire took the paper mill")
    report = nightly(settings=settings)
    counts = report.counts()
    assert (counts["loaded"], counts["unchanged"], counts["empty"], counts["quarantined"]) == (2, 3, 0, 1)
    assert records(settings.database) == before
    assert query(settings.database, "select n_unchanged, n_loaded from runs order by started_at desc limit 1").rows == (
        (3, 2),
    )
    assert nightly(settings=settings).counts()["unchanged"] == 5


def test_other_words_touch_every_page(settings):
    """What is not known to leave a page alone does not."""
    nightly(settings=settings)
    cleaned_with_other_rules(settings, "^nothing of this", words="other")
    assert nightly(settings=settings).counts()["unchanged"] == 0


def test_a_preview_and_a_backfill_of_all(settings):
    """A preview looks at the same pages as the night would; `all` cleans them whether touched or not."""
    nightly(settings=settings)
    cleaned_with_other_rules(settings, "^fire took the paper mill")
    counts = backfill(Backfill(**DAYS), settings).counts()
    assert (counts["loaded"], counts["unchanged"]) == (2, 3)
    assert backfill(Backfill(**DAYS, pages="all", preview=False), settings).counts()["unchanged"] == 0
