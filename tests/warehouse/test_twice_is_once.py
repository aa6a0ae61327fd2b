"""Twice is once, for whatever pages hypothesis makes up."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks import Desk, RawPage, clean_page
from tests.generated_pages import pages
from tests.warehouse.samples import contents

DESK = Desk.load()
NUMBERS = count()
fixtures_are_kept = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=fixtures_are_kept)
@given(landed=st.lists(pages, min_size=1, max_size=4))
def test_twice_is_once(landed, db, load):
    """Pages cleaned and loaded a second time leave pages, stories and cuts as they were, in any order."""
    raws = [RawPage(f"2025-07-02/{next(NUMBERS)}", body, media_type) for body, media_type in landed]
    load(*(clean_page(raw, DESK) for raw in raws))
    before = contents(db.connection)
    load(*(clean_page(replace(raw), DESK) for raw in reversed(raws)))
    assert contents(db.connection) == before
    assert len(before["pages"]) >= len(raws)
