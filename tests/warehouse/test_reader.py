"""Readers never wait and never fail: ten nights are loaded and published while another process reads all the time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tasks.warehouse import query, write_shard, writing
from tests import reader
from tests.warehouse.nights import night
from tests.warehouse.samples import DAY, VERSIONS


def test_ten_nights_under_a_reader(database, tmp_path):
    """No read fails or finds half of a night, and no older snapshot comes after a newer one."""
    stop = tmp_path / "stop"
    command = [sys.executable, reader.__file__, str(database), str(stop), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reading:
        try:
            for day in range(10):
                with writing(database) as db:
                    run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
                    # Most of the night is new, some of it replaces what the night before has loaded.
                    pages = [*night(day, 60), *(night(day - 1, 20) if day else ())]
                    db.load(run_id, [write_shard(pages, VERSIONS, tmp_path / "shards", f"{day}")])
                    db.finish_run(run_id)
                    db.publish()
        finally:
            stop.touch()
        told = json.loads(reading.communicate(timeout=60)[0])
    assert told["errors"] == []
    assert told["n_reads"] >= 20
    snapshots = told["snapshots"]
    [[last]] = query(Path(database), "select list(run_id order by started_at) from runs").rows
    assert all(seen == last[: len(seen)] for seen in snapshots)
    assert [len(seen) for seen in snapshots] == sorted({len(seen) for seen in snapshots})
    assert len(snapshots) >= 5
