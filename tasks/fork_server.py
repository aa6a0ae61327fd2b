"""Imported only by the process that children are forked from, before the first of them.

What is imported, compiled and read here a child has at once, and so has its successor when a page killed it.
"""

# ruff: noqa: E402

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import spawn

signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its children itself

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # as many processes as cores: more threads only wait for each other

# A child would import its parent's main module again. Under a Prefect worker that is Prefect, 1.4 s a child, and no
# page needs it. The names are multiprocessing's own: without them children work as well, but start slowly.
spawn._fixup_main_from_name = spawn._fixup_main_from_path = lambda _: None


def _begin_or_end(fd: int, parent_sentinel: int, begin: Callable[[int, int], int] = spawn._main) -> int:
    """A child that begins when its pool has ended, as after few pages, finds its semaphores gone (an error that names no file)
    and ends without a word. Its exit code."""
    try:
        return begin(fd, parent_sentinel)
    except FileNotFoundError as error:
        if error.filename is not None:
            raise
        return 1


spawn._main = _begin_or_end

import tasks.child
from tasks import RawPage, clean_page
from tasks.desk import Desk

PARAGRAPH = "The lamp on the north pier was lit again on 3 May 2025, and the first boats came in before dark."
PAGES = (
    RawPage("a.html", f"<html><body><article><h1>Lamp</h1><p>{PARAGRAPH}</p></article></body></html>".encode()),
    RawPage("a.txt", "\n\n".join(["Lamp lit again", PARAGRAPH, PARAGRAPH]).encode(), "text/plain"),
)

with suppress(Exception):  # what is wrong with rules or steps the children say, each for its page
    _desk = Desk.load()
    tasks.child.bequeath(_desk)
    for _page in PAGES:
        clean_page(_page, _desk)  # the steps import and load what they need when they first need it
    _desk.blocks.load_all()  # no page above is in doubt, where trafilatura is asked
