"""`copydesk serve`: a real server, pool, deployments and worker on loopback, and nothing left of them afterwards."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows import cli
from flows.settings import Settings
from tasks.warehouse import query
from tests.flows.live import ask_api

ROOT = Path(__file__).resolve().parents[2]
ASKED = {"parameters": {"from_day": "2025-07-02", "to_day": "2025-07-03", "pages": "missing", "preview": False}}


@dataclass(frozen=True)
class Served:
    """A `copydesk serve` that has said where its UI is."""

    process: subprocess.Popen[str]
    port: int

    def ask(self, path: str, body: object = None) -> object:
        """The API's answer; a body makes it a POST."""
        return ask_api(f"http://127.0.0.1:{self.port}/api/{path}", body)

    def start_backfill(self) -> str:
        deployment = self.ask("deployments/name/backfill/backfill")
        return self.ask(f"deployments/{deployment['id']}/create_flow_run", {"parameters": ASKED})["id"]

    def state(self, run_id: str) -> str:
        return self.ask(f"flow_runs/{run_id}")["state"]["name"]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(120)


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def served(port: int, home: Path, settings: Settings) -> Iterator[Served]:
    own = {"PREFECT_HOME": str(home), "COPYDESK_LANDING": settings.landing, "COPYDESK_DATABASE": str(settings.database)}
    others = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    command = [sys.executable, "-m", "flows.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=others | own, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert any("Prefect UI: " in line for line in process.stdout)
            yield Served(process, port)
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(120)


def until(seconds: float, true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.5)


def is_free(port: int) -> bool:
    with socket.socket() as test:
        return test.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.e2e
def test_it_serves_stops_and_goes_on(port, tmp_path, settings):
    """Ctrl-C in the middle of a backfill leaves no process and no run that stands as running; the next start does it."""
    with served(port, tmp_path / "home", settings) as first:
        run = first.start_backfill()
        until(180, lambda: first.state(run) == "Running")
        assert first.stop() == 0
    assert is_free(port)

    with served(port, tmp_path / "home", settings) as second:
        assert second.state(run) == "Crashed"
        again = second.start_backfill()
        until(240, lambda: second.state(again) in ("CompletedWithQuarantine", "Completed", "Failed", "Crashed"))
        assert second.state(again) == "CompletedWithQuarantine"
        assert second.stop() == 0
    assert query(settings.database, "select count(*) from stories").rows == ((4,),)


def test_a_taken_port_is_said(monkeypatch, capsys):
    """Another server's port ends it at once, with another to try."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(sys, "argv", ["copydesk", "serve", "--port", str(taken.getsockname()[1])])
        assert cli.exit_code() == 1
    assert "--port 4300" in capsys.readouterr().err


@pytest.mark.parametrize("unit", sorted((ROOT / "flows" / "systemd").glob("*.service")), ids=lambda path: path.name)
def test_units_name_no_machine(unit):
    """Paths are the user's home by specifier, addresses are loopback, and what is started exists in the project."""
    lines = [line for line in unit.read_text().splitlines() if not line.startswith("#")]
    starts = [line.partition("=")[2].lstrip("-") for line in lines if line.startswith("Exec")]
    assert all(start.startswith("%h/copydesk/.venv/bin/") for start in starts)
    assert all("127.0.0.1:4200" in line for line in lines if "PREFECT_API_URL" in line)
    assert not any(" /" in line or "=/" in line for line in lines)
