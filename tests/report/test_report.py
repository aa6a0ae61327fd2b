"""The report: every page in one count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tasks.read import Skipped
from tasks.report import Change, Cleaned, Report, Trouble, markdown, together
from tasks.report.measures import bar
from tasks.warehouse import Drift, Measured, Offence, RoleCut, Shard, SlowPage

SHARD = Shard(Path("shards"), "0", n_loaded=2, n_empty=1, n_quarantined=1, n_stories=5, n_cuts=9)
CLEANED = Cleaned((SHARD,), 1, (Skipped("2025-07-02/x|y.pdf", "is not a page"),), 6, 1)
REPORT = Report("nightly", (date(2025, 7, 2),), CLEANED, (Trouble("2025-07-02/b.html", "parse", "ValueError: <odd>"),))


@pytest.mark.parametrize("n_read", [5, 7])
def test_a_page_in_no_count_is_an_error(n_read):
    """Counts in are counts out, or there is no report."""
    with pytest.raises(ValueError, match=f"{n_read} pages were read, but 6"):
        Cleaned((SHARD,), 1, (), n_read, 1)


def test_the_outcomes_sum_to_the_pages_read():
    """The first five counts are the pages, one each."""
    assert sum(list(REPORT.counts().values())[:5]) == CLEANED.n_read == 6


def test_markdown_lists_what_needs_a_look():
    """Quarantined pages and skipped files are named with their reasons, and no text breaks the table."""
    text = markdown(REPORT)
    assert "| 2025-07-02/b.html | parse | ValueError: &lt;odd> | copydesk explain 2025-07-02/b.html |" in text
    assert "| 2025-07-02/x&#124;y.pdf | is not a page |" in text


@pytest.mark.parametrize(
    ("n_new", "n_again", "n_tried", "fails"),
    [(2, 0, 10, False), (3, 0, 10, True), (1, 0, 1, False), (3, 0, 3, True), (0, 9, 9, False), (3, 50, 60, True)],
    ids=["at the limit", "over it", "one bad page", "few, all bad", "known to fail", "known ones left out"],
)
def test_a_run_fails_by_the_pages_that_newly_fail(n_new, n_again, n_tried, fails):
    """Of the pages tried, those that failed before left out; fewer than ten are judged as if they were ten."""
    shard = replace(SHARD, n_loaded=n_tried - n_new - n_again, n_empty=0, n_quarantined=n_new + n_again)
    troubles = [Trouble(f"{n}.html", "parse", "odd", again=n >= n_new) for n in range(n_new + n_again)]
    found = replace(REPORT, cleaned=Cleaned((shard,), 0, (), n_tried, 0), troubles=tuple(troubles)).failure(0.2)
    assert bool(found) is fails
    assert not found or f"{n_new} of {n_tried - n_again} pages" in found


def test_every_quarantined_page_is_listed_with_its_command():
    """However many they are, none is left out, and the command stands any name."""
    troubles = tuple(Trouble(f"2025-07-02/page {n}.html", "parse", "odd") for n in range(200))
    text = markdown(replace(REPORT, troubles=troubles, landing="landing/"))
    assert all(f"| copydesk explain 'landing/2025-07-02/page {n}.html' |" in text for n in range(200))


def test_a_preview_says_that_nothing_was_loaded():
    """A preview's changes are counted and listed."""
    changes = (Change("added", "1", "2025-07-02/a.html", "A title"), Change("gone", "2", "2025-07-02/a.html", None))
    text = markdown(Report("backfill", (date(2025, 7, 2),), CLEANED, (), changes))
    assert "nothing was loaded" in text
    assert "1 added, 0 changed, 1 gone, on 1 pages" in text
    assert "side by side" not in text


def a_run(n: int) -> Report:
    """One of two days, with something of everything that is measured."""
    day = date(2025, 7, 1 + n)
    moved = Drift("post.example", "words a page", day, 20, 300, 412, 30, moved=True)
    still = Drift("bote.example", "cut share", day, 25, 200, 0.4, 0.42, moved=False)
    measured = Measured(
        (Offence("few_pages", "one row per day", n, (f"n={n}",)),),
        (moved, still),
        (RoleCut("related", 40 * n, n), RoleCut("share", 10, 1)),
        (
            SlowPage(f"{day}/slow.html", n + 0.5, "loaded", 7, None),
            SlowPage(f"{day}/stuck.html", 9, "quarantined", None, None),
        ),
    )
    return replace(REPORT, days=(day,), measured=measured)


def test_the_state_names_warnings_and_sites_that_moved():
    """With their numbers; a run with neither says nothing of them."""
    assert a_run(2).summary().endswith(" Warnings: few_pages (2). Moved: post.example (words a page 412 → 30).")
    assert "Warnings" not in REPORT.summary()
    assert "Moved" not in REPORT.summary()


def test_the_state_names_a_few_of_many_sites():
    """A state is a line."""
    drifts = tuple(Drift(f"s{n}", "cut share", date(2025, 7, 2), 20, 300, 0.1, 0.9, moved=True) for n in range(9))
    assert replace(REPORT, measured=Measured(drifts=drifts)).summary().endswith("s4 (cut share 0.1 → 0.9), and 4 more.")


def test_what_was_measured_is_in_the_report():
    """Sites, those that moved marked and first; the cuts as bars; the slowest pages."""
    text = markdown(a_run(1))
    assert text.index("| post.example | 2025-07-02 | 20 | 300 | ⚠ 412 → 30 |") < text.index("| bote.example |")
    assert "| related | 40 | 1 | ████████████████████████ |" in text
    assert "| share | 10 | 1 | ██████ |" in text
    assert "| 2025-07-02/slow.html | 1.5 | loaded | 7 |" in text
    assert not any(title in markdown(REPORT) for title in ("Warnings", "Cut, by role", "Slowest", "four weeks"))


def test_several_days_are_measured_together():
    """Warnings and cuts are summed, sites listed day by day, the slowest of all shown."""
    report = together("backfill", (date(2025, 7, 2), date(2025, 7, 3)), [a_run(1), a_run(2)], ())
    assert "| few_pages | 3 | one row per day | n=1 |" in markdown(report)
    assert "| related | 120 | 3 | ████████████████████████ |" in markdown(report)
    assert [page.seconds for page in report.measured.slowest] == [9, 9]
    assert markdown(report).count("| post.example |") == 2


@pytest.mark.parametrize(("share", "drawn"), [(1, "█" * 24), (0.5, "█" * 12), (1 / 192, "▏"), (0, "")])
def test_a_bar_is_as_long_as_its_share(share, drawn):
    """To an eighth of a character."""
    assert bar(share) == drawn
