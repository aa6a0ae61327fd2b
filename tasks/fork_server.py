"""Imported only by the process that children are forked from, before the first of them.

Importing the steps here makes a child, and its successor when a page killed it, ready in milliseconds.
"""

import os
from multiprocessing import spawn

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # as many processes as cores: more threads only wait for each other

# A child would import its parent's main module again. Under a Prefect worker that is Prefect, 1.4 s a child, and no
# page needs it. The names are multiprocessing's own: without them children work as well, but start slowly.
spawn._fixup_main_from_name = spawn._fixup_main_from_path = lambda _: None

import tasks.child  # noqa: E402, F401
