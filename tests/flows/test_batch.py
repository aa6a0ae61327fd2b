"""A batch in real child processes, with pages that break them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tasks.batch import BatchError, Limits, clean_batch, clean_pages
from tasks.child import Seat
from tasks.desk import Desk, Versions
from tasks.page import CleanPage, Quarantined, RawPage
from tests.flows.deadly_steps import deadly, fine

ROOT = Path(__file__).resolve().parents[2]
LIMITS = Limits(processes=2, page_seconds=2, page_megabytes=1, memory_megabytes=1024)
SEAT = Seat(Desk.load().versions)
DEADLY = replace(SEAT, steps=(fine, deadly))


def raws(*bodies: bytes) -> list[RawPage]:
    return [RawPage(f"2025-07-02/{number}.html", body) for number, body in enumerate(bodies)]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"exit", "ended its process (exit code 7)"),
        (b"kill", "ended its process (SIGKILL)"),
        (b"sleep", "still running after 2 s (COPYDESK_PAGE_SECONDS)"),
        (b"raise", "ValueError: an odd page"),
        (b"eat", "needs more than 1024 MB of memory (COPYDESK_MEMORY_MEGABYTES)"),
    ],
)
def test_a_bad_page_loses_only_itself(body, error):
    """Whatever a page does to its process, the other pages are cleaned and the page says step and error."""
    pages = raws(b"one", b"two", body, b"three", b"four")
    results = clean_pages(pages, LIMITS, DEADLY)
    assert [result.raw for result in results] == pages
    assert [type(result) for result in results] == [CleanPage, CleanPage, Quarantined, CleanPage, CleanPage]
    assert (results[2].step, results[2].error) == ("deadly", error)
    assert all(result.seconds > 0 for result in results if isinstance(result, CleanPage))
    assert body != b"sleep" or results[2].seconds == LIMITS.page_seconds


def test_many_bad_pages_at_once():
    """A batch of nothing but bad pages still gives one result a page, in their order."""
    pages = raws(*[b"exit", b"raise", b"kill"] * 6)
    results = clean_pages(pages, LIMITS, DEADLY)
    assert [result.raw for result in results] == pages
    assert {result.step for result in results} == {"deadly"}


def test_an_oversize_page_reaches_no_process():
    """A page over the limit is quarantined by its size alone, with the name of the limit."""
    [small, large] = clean_pages(raws(b"small", b"x" * 2**21), LIMITS, DEADLY)
    assert isinstance(small, CleanPage)
    assert (large.step, large.error) == ("read", "2 MB, more than 1 (COPYDESK_PAGE_MEGABYTES)")


class Unloadable:
    """A step that ends the child which unpickles it."""

    def __reduce__(self):
        return os._exit, (9,)


def test_children_that_cannot_start_fail_the_batch():
    """Where no child can even start, the batch fails with what to look at, and quarantines nothing."""
    with pytest.raises(BatchError, match="COPYDESK_MEMORY_MEGABYTES"):
        clean_pages(raws(b"one"), LIMITS, replace(SEAT, steps=(Unloadable(),)))


def test_no_pages_no_processes():
    """An empty batch is an empty list."""
    assert clean_pages([], LIMITS, SEAT) == []


def test_a_shard_has_every_page_once(tmp_path):
    """Pages quarantined by reading go into the shard beside the cleaned ones."""
    unread = Quarantined(RawPage("2025-07-02/cut.warc.gz", b""), "read", "is cut short")
    pages = [*raws(b"<p>A fine day at the harbour, and no more.</p>"), unread]
    shard = clean_batch(pages, LIMITS, SEAT, tmp_path / "7")
    assert (shard.name, shard.n_pages, shard.n_quarantined) == ("7", 2, 1)


def test_the_real_steps_run_in_children():
    """Without other steps named, a page gets those of `tasks`, and its body back."""
    page = RawPage("a.html", b"<html><body><h1>Harbour opens</h1><p>The harbour opened on Monday.</p></body></html>")
    [result] = clean_pages([page], replace(LIMITS, page_seconds=60), Seat(Versions("of", "another", "desk")))
    assert isinstance(result, CleanPage), result
    assert result.raw is page
    assert result.blocks


def test_children_do_not_import_the_main_module():
    """A child imports no Prefect, though the main module does, as under a Prefect worker."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.flows.main_with_prefect"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "without prefect", done.stderr


def test_what_children_are_forked_from_has_everything_loaded():
    """No child imports an extractor or reads a model of its own."""
    loaded = "import sys, tasks.fork_server as f; print('trafilatura' in sys.modules, sorted(vars(f._desk.blocks)))"
    run = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True ['asked', 'first', 'folder', 'second']"
