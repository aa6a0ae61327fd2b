"""A reader in a process of its own: `python tests/reader.py DATABASE STOP` asks the published file until STOP exists."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import duckdb

# Which runs are finished in this snapshot, and whether it is whole: pages say how many stories they have.
ASKED = """
select
    (select list(run_id order by started_at) from runs where state = 'finished') as runs,
    (select count(*) from page_stories) = (select coalesce(sum(n_stories), 0) from pages) as is_whole
"""


def read_until(database: Path, stop: Path, pause: float) -> dict:
    """The number of reads, those that failed or were not whole, and the snapshots in the order in which they came."""
    told: dict = {"n_reads": 0, "errors": [], "snapshots": []}
    while not stop.exists():
        if database.exists():
            try:
                with duckdb.connect(str(database), read_only=True) as connection:
                    runs, is_whole = connection.execute(ASKED).fetchone()
            except duckdb.Error as error:
                told["errors"].append(str(error))
                continue
            told["n_reads"] += 1
            if not is_whole:
                told["errors"].append(f"not whole after {runs}")
            if not told["snapshots"] or told["snapshots"][-1] != runs:
                told["snapshots"].append(runs)
        time.sleep(pause)
    return told


if __name__ == "__main__":
    database, stop, pause = sys.argv[1:]
    print(json.dumps(read_until(Path(database), Path(stop), float(pause))))
