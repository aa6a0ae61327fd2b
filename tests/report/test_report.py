"""The report: every page in one count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tasks.read import Skipped
from tasks.report import Change, Cleaned, Report, Trouble
from tasks.warehouse import Shard, UnchangedPage

SHARD = Shard(Path("shards"), "0", n_loaded=2, n_empty=1, n_quarantined=1, n_stories=5, n_cuts=9)
UNCHANGED = UnchangedPage("0" * 16, "2025-07-02/a.html", date(2025, 7, 2))
CLEANED = Cleaned((SHARD,), (UNCHANGED,), (Skipped("2025-07-02/x|y.pdf", "is not a page"),), 6, 1)
REPORT = Report("nightly", (date(2025, 7, 2),), CLEANED, (Trouble("2025-07-02/b.html", "parse", "ValueError: <odd>"),))


@pytest.mark.parametrize("n_read", [5, 7])
def test_a_page_in_no_count_is_an_error(n_read):
    """Counts in are counts out, or there is no report."""
    with pytest.raises(ValueError, match=f"{n_read} pages were read, but 6"):
        Cleaned((SHARD,), (UNCHANGED,), (), n_read, 1)


def test_the_outcomes_sum_to_the_pages_read():
    """The first five counts are the pages, one each."""
    assert sum(list(REPORT.counts().values())[:5]) == CLEANED.n_read == 6


def test_markdown_lists_what_needs_a_look():
    """Quarantined pages and skipped files are named with their reasons, and no text breaks the table."""
    text = REPORT.markdown()
    assert "| 2025-07-02/b.html | parse | ValueError: &lt;odd> |" in text
    assert "| 2025-07-02/x&#124;y.pdf | is not a page |" in text


def test_a_preview_says_that_nothing_was_loaded():
    """A preview's changes are counted and listed."""
    changes = (Change("added", "1", "2025-07-02/a.html", "A title"), Change("gone", "2", "2025-07-02/a.html", None))
    text = Report("backfill", (date(2025, 7, 2),), CLEANED, (), changes).markdown()
    assert "nothing was loaded" in text
    assert "1 added, 0 changed, 1 gone" in text
