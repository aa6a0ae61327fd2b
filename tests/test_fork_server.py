"""The process that children are forked from."""

from __future__ import annotations

import subprocess
import sys

LATE = """
from tasks.fork_server import _begin_or_end

def begin(fd, parent_sentinel):
    raise FileNotFoundError(2, "No such file or directory", *names)

names = []
assert _begin_or_end(0, 0, begin) == 1
names = ["/gone"]
_begin_or_end(0, 0, begin)
"""


def test_a_child_that_begins_after_its_pool_has_ended_says_nothing() -> None:
    """Its semaphores are gone, which names no file; a file that is missing is told of."""
    done = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "FileNotFoundError: [Errno 2] No such file or directory: '/gone'"
    assert "AssertionError" not in done.stderr
