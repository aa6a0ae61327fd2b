"""All that nightly runs need, on this machine alone: Prefect's server, the pool, the deployments and a worker."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from flows.embedded import ServerError

ROOT = Path(__file__).resolve().parents[1]  # where prefect.yaml is
HOST = "127.0.0.1"
POOL = "copydesk"
START_SECONDS = 300  # a first start makes the server's database; a slow disk needs minutes for it
STOP_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Prefect:
    """The `prefect` command of this Python, against a server on this port."""

    port: int

    @property
    def ui(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def environment(self) -> Mapping[str, str]:
        quiet = {"DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
        return quiet | os.environ | {"PREFECT_API_URL": f"{self.ui}/api"}

    def works(self, *arguments: str) -> bool:
        return self._run("prefect", "--no-prompt", *arguments).returncode == 0

    def run(self, module: str, *arguments: str) -> None:
        """Runs a Python module to its end; raises `ServerError` with what it said where it fails."""
        done = self._run(module, *arguments)
        if done.returncode:
            said = (done.stdout + done.stderr).strip()
            raise ServerError(f"`python -m {' '.join([module, *arguments])}` failed: {said}")

    @contextmanager
    def started(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """The command in the background, in a session of its own: Ctrl-C reaches only us, and we stop it and its own."""
        command = [sys.executable, "-m", "prefect", *arguments]
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment, start_new_session=True)
        try:
            yield process
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C would leave half of it running
            _stop(process)

    def _run(self, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", module, *arguments]
        where = {"cwd": ROOT, "env": self.environment, "start_new_session": True}
        return subprocess.run(command, capture_output=True, text=True, check=False, **where)


def serve(port: int, say: Callable[[str], None]) -> None:
    """Serves until Ctrl-C or SIGTERM; raises `ServerError` where something does not start, or ends by itself."""
    _refuse_a_taken(port)
    prefect = Prefect(port)
    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    for each in before:  # SIGINT too: a script's background commands are started with it ignored
        signal.signal(each, signal.default_int_handler)
    try:
        say("Starting Prefect's server (half a minute the first time)")
        with prefect.started(
            "server", "start", "--host", HOST, "--port", str(port), "--log-level", "WARNING"
        ) as server:
            _wait_for(server, prefect)
            set_up(prefect)
            _work(prefect, server, say)
    except KeyboardInterrupt:
        say("Stopped")
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _work(prefect: Prefect, server: subprocess.Popen[bytes], say: Callable[[str], None]) -> None:
    """A worker, until we are stopped; what it had in hand is then told to the server as ended."""
    try:
        # One at a time: the limits of the deployments let a night and a backfill run side by side, and one of the pool
        # would be kept by a run whose machine died.
        with prefect.started("worker", "start", "--pool", POOL, "--limit", "1") as worker:
            say(f"Prefect UI: {prefect.ui}\nCtrl-C stops the worker and the server; a run in hand ends with them")
            _watch({"server": server, "worker": worker})
    finally:
        if server.poll() is None:
            prefect.run("flows.left_runs")


def set_up(prefect: Prefect) -> None:
    """The pool, where there is none yet, and the deployments as they stand in prefect.yaml. History stays."""
    if not prefect.works("work-pool", "inspect", POOL):
        prefect.run("prefect", "--no-prompt", "work-pool", "create", POOL, "--type", "process")
    prefect.run("prefect", "--no-prompt", "deploy", "--all")
    prefect.run("flows.left_runs")  # of a machine that died


def _refuse_a_taken(port: int) -> None:
    with socket.socket() as test:
        test.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            test.bind((HOST, port))
        except OSError as error:
            raise ServerError(
                f"port {port} of {HOST} cannot be used ({error.strerror}): stop what uses it, or name another, "
                "such as --port 4300"
            ) from None


def _wait_for(server: subprocess.Popen[bytes], prefect: Prefect) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"{prefect.ui}/api/health", timeout=5):
            return
        time.sleep(0.3)
    ended = f"ended with {server.returncode}" if server.returncode is not None else f"took over {START_SECONDS} s"
    raise ServerError(f"Prefect's server did not start: it {ended}. What it said stands above")


def _watch(processes: Mapping[str, subprocess.Popen[bytes]]) -> None:
    while True:
        for name, process in processes.items():
            if process.poll() is not None:
                raise ServerError(f"Prefect's {name} ended by itself with {process.returncode}. Start again")
        time.sleep(0.5)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Asks it, then its whole session, to end; what is left after that is killed."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(STOP_SECONDS)
    for last in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, last)
            time.sleep(1)
    process.wait()
