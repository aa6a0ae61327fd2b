"""A real server with deployments, workers that can be killed, and how tests ask the server: what the README does by hand."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flows.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300  # seconds: a busy machine is no failure
ENDS = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")


def ask_api(url: str, body: object = None, method: str | None = None) -> Any:
    """The API's answer; a body makes it a POST. A server whose database is busy (503) is asked again, as Prefect's client does."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"content-type": "application/json"}, method=method)
    for wait in (1, 2, 4, 8, 16, 32):
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.loads(answer.read() or "null")
        except urllib.error.HTTPError as error:
            if error.code != HTTPStatus.SERVICE_UNAVAILABLE:
                raise AssertionError(f"{url}: {error.code} {error.read().decode()}") from None
        time.sleep(wait)
    raise AssertionError(f"{url}: busy for too long")


class Live:
    """A Prefect server on this port of this machine, and its one worker."""

    def __init__(self, port: int, environment: Mapping[str, str]) -> None:
        self.ui = f"http://127.0.0.1:{port}"
        self.environment = {**environment, "PREFECT_API_URL": f"{self.ui}/api"}
        self.database = Path(environment["COPYDESK_DATABASE"])
        self._worker: subprocess.Popen[bytes] | None = None

    def ask(self, path: str, body: object = None, method: str | None = None) -> Any:
        """The API's answer; a body makes it a POST."""
        return ask_api(f"{self.ui}/api/{path}", body, method)

    def deployment(self, name: str) -> Any:
        return self.ask(f"deployments/name/{name}/{name}")

    def start(self, name: str, parameters: Mapping[str, object]) -> str:
        """The id of a new run of this deployment."""
        return self.ask(f"deployments/{self.deployment(name)['id']}/create_flow_run", {"parameters": parameters})["id"]

    def state(self, run_id: str) -> str:
        return self.ask(f"flow_runs/{run_id}")["state"]["name"]

    def ended(self, run_id: str) -> Any:
        """The run, as soon as it has come to an end."""
        until(lambda: self.ask(f"flow_runs/{run_id}")["state"]["type"] in ENDS)
        return self.ask(f"flow_runs/{run_id}")

    def prefect(self, *arguments: str) -> None:
        """Runs a `prefect` command against this server, where prefect.yaml is."""
        command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def start_worker(self) -> None:
        command = [sys.executable, "-m", "prefect", "worker", "start", "--pool", "copydesk", "--limit", "1"]
        self._worker = subprocess.Popen(command, cwd=ROOT, env=self.environment, start_new_session=True)

    def kill_worker(self) -> None:
        """As its machine dies: the worker and all that came of it, at once."""
        if self._worker:
            kill_tree(self._worker.pid)
            self._worker.wait()
            self._worker = None


@contextmanager
def live(home: Path, settings: Settings) -> Iterator[Live]:
    """A server with its database in `home`, the pool, the deployments, and a worker with these settings; then all ended."""
    port = free_port()
    others = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "COPYDESK_"))}
    own = {"PREFECT_HOME": str(home), "DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    quick = {"PREFECT_WORKER_QUERY_SECONDS": "2"}
    ours = {"COPYDESK_LANDING": settings.landing, "COPYDESK_DATABASE": str(settings.database)}
    found = Live(port, {**others, **own, **quick, **ours})
    server = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(server, cwd=ROOT, env=found.environment, start_new_session=True)
    try:
        until(lambda: process.poll() is not None or answers(f"{found.ui}/api/health"))
        assert process.poll() is None, "the server has ended"
        found.prefect("work-pool", "create", "copydesk", "--type", "process")
        found.prefect("deploy", "--all")
        found.start_worker()
        yield found
    finally:
        found.kill_worker()
        kill_tree(process.pid)
        process.wait()


def kill_tree(pid: int) -> None:
    """Ends this process and all that came of it, at once."""
    for each in [pid, *children(pid)]:
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)


def children(pid: int) -> list[int]:
    """The processes that came of this one, their own too, the eldest first."""
    parents = dict(stat for path in Path("/proc").glob("[0-9]*/stat") if (stat := _parent(path)))
    found, last = [], {pid}
    while last := {child for child, parent in parents.items() if parent in last}:
        found += sorted(last)
    return found


def _parent(stat: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        return int(stat.parent.name), int(stat.read_text().rpartition(")")[2].split()[1])
    return None


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def answers(url: str) -> bool:
    with suppress(OSError), urllib.request.urlopen(url, timeout=5):
        return True
    return False


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.5)
