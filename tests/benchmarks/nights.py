"""Thirty nights of 500 pages, as a year has them: other rules, another layout, a killed run; with a reader all the while.

`python -m tests.benchmarks.nights [--nights 30] [--pages 500] [--folder DIR]` (or `make simulate`) prints a line a night, what
the artifact says of the night on which a site changed its layout, and what the tables say at the end; it fails where a
promise is broken. It runs a copy of the project, whose rules it changes. Some ten minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
from prefect.settings import PREFECT_API_URL
from prefect.testing.utilities import prefect_test_harness

from tasks.warehouse import query
from tests import reader
from tests.site_pages import FIRST_DAY, SITES, MadePage, Site, pages_of

ROOT = Path(__file__).resolve().parents[2]
RULES_NIGHT, LAYOUT_NIGHT, KILLED_NIGHT, LOOKED_AT = 10, 20, 25, 7
CHANGED_SITE = SITES[1]
SUBHEAD = SITES[0].subhead
RULE = f"""
[[rule]]
id    = "simulated-subhead"
role  = "other_furniture"
where = '^{SUBHEAD.lower()}$'
since = 2026-03-11
cuts  = ["{SUBHEAD}"]
keeps = ["{SUBHEAD} is anybody's guess."]
"""
WORKER = f"""
import json, sys
from flows.nightly import nightly
for line in sys.stdin:
    state = nightly(last_days={LOOKED_AT}, return_state=True)
    print(json.dumps([state.name, state.message]), flush=True)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nights", type=int, default=30)
    parser.add_argument("--pages", type=int, default=500, help="a night")
    parser.add_argument("--folder", type=Path, help="where to leave what it made")
    given = parser.parse_args()
    os.environ.update(DO_NOT_TRACK="1", PREFECT_SERVER_ANALYTICS_ENABLED="false")
    with prefect_test_harness(server_startup_timeout=180), TemporaryDirectory() as temporary:
        simulate(Path(given.folder or temporary).resolve(), given.nights, given.pages)


Made = dict[str, list[MadePage]]  # host -> its pages in the order in which they land


class Nights:
    """A copy of the project, its landing folder and its database."""

    def __init__(self, folder: Path) -> None:
        self.project, self.landing, self.database = folder / "project", folder / "landing", folder / "desk.duckdb"
        for name in ("flows", "tasks", "sql", "seeds"):
            shutil.copytree(ROOT / name, self.project / name)
        self.worker: subprocess.Popen[str] | None = None

    def started(self) -> subprocess.Popen[str]:
        """A worker that runs a night for each line it is sent, with the rules as they are when it starts."""
        env = os.environ | {
            "PYTHONPATH": str(self.project), "PREFECT_API_URL": PREFECT_API_URL.value(), "PREFECT_LOGGING_LEVEL": "ERROR",
            "COPYDESK_LANDING": str(self.landing), "COPYDESK_DATABASE": str(self.database), "COPYDESK_BATCH_SIZE": "100",
        }  # fmt: skip
        command, pipes = [sys.executable, "-c", WORKER], {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        return subprocess.Popen(command, cwd=self.project, env=env, text=True, start_new_session=True, **pipes)

    def send(self) -> subprocess.Popen[str]:
        """The worker, with a night to do."""
        self.worker = self.worker or self.started()
        self.worker.stdin.write("go\n")
        self.worker.stdin.flush()
        return self.worker

    def run(self) -> tuple[str, str]:
        """State and message of the night of the days that have landed."""
        told = self.send().stdout.readline()
        assert told, "the worker ended"
        return tuple(json.loads(told))

    def close(self) -> None:
        """Ends the worker; the next night has a new one."""
        if self.worker:
            self.worker.stdin.close()
            self.worker.wait(60)
        self.worker = None

    def change_rules(self) -> None:
        """As a new release does."""
        self.close()
        with (self.project / "seeds" / "rules" / "other_furniture.toml").open("a") as rules:
            rules.write(RULE)

    def killed(self) -> None:
        """A night whose processes are all killed as soon as a batch is done."""
        worker, shards = self.send(), self.database.with_name(f"{self.database.name}.shards")
        while not list(shards.glob("*.page_lines.parquet")):
            assert worker.poll() is None, "the worker ended before it could be killed"
            time.sleep(0.05)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        self.worker = None

    def rows(self, sql: str, **given: object) -> tuple:
        return query(self.database, sql, given).rows


def simulate(folder: Path, n_nights: int, n_pages: int) -> None:
    """Raises `AssertionError` where a night breaks its promise."""
    nights, n_each = Nights(folder), n_pages // len(SITES)
    pages = {site.host: pages_of(site, n_nights * n_each) for site in SITES}
    with being_read(nights.database, folder / "stop"), closing(nights):
        for night in range(1, n_nights + 1):
            land(nights.landing, night, pages, n_each)
            if night == KILLED_NIGHT:
                n_runs = nights.rows("select count(*) from runs")
                nights.killed()
                assert nights.rows("select count(*) from runs") == n_runs, "readers saw half a night"
                print(f"{night:2}  killed after its first batch; readers still have night {night - 1}", flush=True)
            else:
                pass_night(nights, night, pages, n_each)
    check_end(nights, n_nights * n_each * len(SITES))


def pass_night(nights: Nights, night: int, pages: Made, n_each: int) -> None:
    """Runs and checks it, and prints what its state says; of the layout's night also the artifact."""
    again = {KILLED_NIGHT + 1: n_each * len(SITES)}.get(night, 0)
    if night == RULES_NIGHT:
        nights.change_rules()
        again = sum(SUBHEAD in page.body for page in looked_at_again(pages, night, n_each))
        print(f"    a new rule fires on {again} pages of the six days before")
    before = time.monotonic()
    name, message = nights.run()
    print(f"{night:2}  {time.monotonic() - before:4.0f} s  {name}: {message}", flush=True)
    check_night(nights, night, n_each * len(SITES), again, message)
    if night == LAYOUT_NIGHT:
        print(artifact(), flush=True)


def land(landing: Path, night: int, pages: Made, n_each: int) -> None:
    """Writes the night's pages of every site, a file of lines each; on some nights one line of them is broken."""
    day = landing / str(FIRST_DAY + timedelta(night - 1))
    day.mkdir(parents=True)
    for site in SITES:
        made = pages[site.host][(night - 1) * n_each : night * n_each]
        lines = [json.dumps(_line(site, page, night)) for page in made]
        if night == 5 and site is SITES[2]:
            lines[3] = "{broken"
        (day / f"{site.host}.jsonl").write_text("\n".join(lines))


def _line(site: Site, page: MadePage, night: int) -> dict[str, str]:
    url = page.raw.url or ""
    if site is CHANGED_SITE and night >= LAYOUT_NIGHT:
        return {"url": url, "html": teaser(page)}
    kind = "text" if site.media_type == "text/plain" else "html"
    return {"url": url, kind: page.raw.body.decode()}


def teaser(page: MadePage) -> str:
    """What the site shows since its new layout: the first sentences, and links to other stories."""
    links = "".join(f"<li><a href='/{n}'>{escape(page.title)} {n}</a></li>" for n in range(12))
    first = escape(page.body[0][:80])
    return (
        f"<html><body><h1>{escape(page.title)}</h1><p>{first} …</p><ul class='more-stories'>{links}</ul></body></html>"
    )


def looked_at_again(pages: Made, night: int, n_each: int) -> Iterator[MadePage]:
    """The pages of the nights before that this night reads again."""
    for made in pages.values():
        yield from made[(night - LOOKED_AT) * n_each : (night - 1) * n_each]


def check_night(nights: Nights, night: int, n_landed: int, again: int, message: str) -> None:
    """What each night promises: its pages cleaned and no others, and what changed named."""
    [[n_cleaned, n_read]] = nights.rows(
        "select n_loaded + n_empty + n_quarantined, n_pages from runs order by started_at desc limit 1"
    )
    n_broken = 1 if 5 < night < 5 + LOOKED_AT else 0  # a page that was quarantined is tried again
    assert n_cleaned == n_landed + again + n_broken, f"{n_cleaned} pages cleaned, not {n_landed} + {again} + {n_broken}"
    assert n_read == n_landed * min(night, LOOKED_AT), "a page was not read"
    if night == LAYOUT_NIGHT:
        host = CHANGED_SITE.host.removeprefix("www.")
        assert host in message.partition("Moved:")[2], "the layout change was not named"
        assert not any(
            site.host.removeprefix("www.").removeprefix("m.") in message for site in SITES if site is not CHANGED_SITE
        )


def check_end(nights: Nights, n_landed: int) -> None:
    """Nothing is lost: every page that landed has its outcome, and all but the broken one their record."""
    told = dict(nights.rows("select outcome, count(*) from page_outcomes group by outcome"))
    print("pages, by what became of them last:", told)
    assert sum(told.values()) == n_landed
    assert told.get("quarantined") == 1
    assert nights.rows("select count(*) from pages")[0][0] == n_landed - 1
    print("runs:", dict(nights.rows("select state, count(*) from runs group by state")))
    assert nights.rows("select count(*) from runs where state = 'died'") == ((1,),)
    print("rules versions of pages:", nights.rows("select rules_version, count(*) from pages group by all order by 2"))
    print(
        "stories:",
        *nights.rows("select count(*) from stories")[0],
        f"file: {nights.database.stat().st_size / 2**20:.0f} MB",
    )


@contextmanager
def being_read(database: Path, stop: Path) -> Iterator[None]:
    """A reader asks once a second until the end; no read may fail, and no older snapshot come after a newer one."""
    command = [sys.executable, reader.__file__, str(database), str(stop), "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reading:
        try:
            yield
        finally:
            stop.touch()
        told = json.loads(reading.communicate(timeout=60)[0])
    print(f"reader: {told['n_reads']} reads, {len(told['errors'])} errors, {len(told['snapshots'])} snapshots")
    assert not told["errors"], told["errors"][:3]
    sizes = [len(runs) for runs in told["snapshots"]]
    assert sizes == sorted(set(sizes)), "an older snapshot after a newer one"


def artifact() -> str:
    """The newest report."""
    wanted = ArtifactFilter(key=ArtifactFilterKey(any_=["nightly-report"]))
    with get_client(sync_client=True) as client:
        return str(max(client.read_artifacts(artifact_filter=wanted), key=lambda each: each.created).data)


if __name__ == "__main__":
    main()
