"""The versions a page is cleaned with."""

from __future__ import annotations

import subprocess
import sys

from tasks.desk import ROOT, shaping

# Every module of ours that was loaded when pages of both kinds have been cleaned.
LOADED = """
import sys
from tasks import clean
clean(b"<p>One.</p>"), clean(b"One.", media_type="text/plain")
print(*(module.__file__ for name, module in sys.modules.items() if name.startswith("tasks.")))
"""


def test_the_code_version_covers_all_that_cleans():
    """A module that cleaning loads is of the version; reports and the loader, which clean nothing, are not."""
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    hashed = {str(file) for file in shaping()}
    assert set(done.stdout.split()) <= hashed
    assert len(done.stdout.split()) > 50
    assert not any("/report/" in file or file.endswith("load.py") for file in hashed)
