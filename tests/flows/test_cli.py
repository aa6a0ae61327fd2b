"""The `copydesk` command as a process of its own: what it prints, says and exits with."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.settings import Settings
from tasks.warehouse import writing
from tests.flows.conftest import HARBOUR

ROOT = Path(__file__).resolve().parents[2]
PILOTS = b"""Pilots & crews return to work

The pilots of Ellmouth <all of them> went back to work on Thursday, after a week on the quay without a ship to meet.

They had stayed ashore because the north light was out, and the harbour office would not say when it would burn again.

By noon, eleven ships lay at anchor outside the wall, the largest number that anybody in the office could remember.
"""
BROKEN_LINE = "2025-07-03/more.jsonl#2"


def copydesk(*arguments: object, stdin: bytes = b"", **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command with these environment variables added."""
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    environment = os.environ | {"NO_COLOR": "1"} | surroundings
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, check=False, env=environment)


@pytest.fixture
def page(tmp_path) -> Path:
    path = tmp_path / "harbour.html"
    path.write_text(HARBOUR)
    return path


@pytest.mark.parametrize("command", [["clean", "{page}"], ["explain", "{page}"], ["sql", "--list"]])
def test_only_run_imports_prefect(page, command):
    """The commands for a page and a question start without Prefect."""
    arguments = [each.format(page=page) for each in command]
    program = f"import sys; from flows import cli; sys.argv[1:] = {arguments!r}; code = cli._exit_code()"
    program += "; sys.exit('prefect' in sys.modules or code)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_clean_gives_a_line_of_json_a_page(page):
    """The JSON has the stories and the cuts, and takes what the user knows of the page."""
    facts = ["--url", "https://ellmouth.example/h", "--fetched-at", "2025-07-02T08:00:00"]
    done = copydesk("clean", page, "--json", *facts)
    found = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert [story["title"] for story in found["stories"]] == ["Harbour reopens after the storm"]
    assert (found["url"], found["fetched_at"]) == ("https://ellmouth.example/h", "2025-07-02 08:00:00+00:00")


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_clean_reads_standard_input(page, packed):
    """Bytes in any encoding, packed or not, give the stories of the file."""
    body = page.read_bytes()
    done = copydesk("clean", "-", "--json", stdin=gzip.compress(body) if packed else body)
    from_file = copydesk("clean", page, "--json")
    bodies = [[story["body"] for story in json.loads(each.stdout)["stories"]] for each in (done, from_file)]
    assert bodies[0] == bodies[1] != []


def test_clean_takes_text_by_its_name(tmp_path):
    """A .txt.gz file is a page of lines; nothing in it is taken for HTML."""
    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(PILOTS))
    found = json.loads(copydesk("clean", path, "--json").stdout)
    assert found["media_type"] == "text/plain"
    assert "<all of them>" in found["stories"][0]["body"]


def test_explain_shows_every_block(page):
    """Each block stands in the table with its role."""
    done = copydesk("explain", page)
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert "headline" in text
    assert "Two pilots brought in the first freighter" in text


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["clean", "nowhere.html"], 1, "nowhere.html is not a file"),
        (["clean", "{folder}/picture.html"], 1, "picture.html"),
        (["explain", "{folder}/notes.pdf"], 1, "is not a page"),
        (["run", "{folder}/nowhere"], 1, "There is no landing folder"),
        (["run", "{folder}/empty"], 1, "The landing folder is empty"),
        (["run", "{folder}", "--from", "2025-07-03", "--to", "2025-07-02"], 2, "swap them"),
        (["run", "{folder}", "--processes", "0"], 1, "COPYDESK_PROCESSES"),
        (["sql", "select 1", "--database", "{folder}/none.duckdb"], 1, "there is no such database"),
        (["sql", "--name", "latest"], 1, "latest-stories"),
        (["sql"], 2, "--name"),
    ],
)
def test_a_mistake_is_one_paragraph(tmp_path, arguments, code, said):
    """What went wrong, where, and the remedy; never a traceback."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7")
    done = copydesk(*(each.format(folder=tmp_path) for each in arguments))
    text = done.stderr.decode()
    assert done.returncode == code, text
    assert said in text
    assert "Traceback" not in text


def test_an_unknown_setting_is_a_mistake():
    """A misspelt variable of the environment stops the command and names the nearest setting."""
    done = copydesk("sql", "select 1", COPYDESK_DATABAS="x")
    assert (done.returncode, b"did you mean COPYDESK_DATABASE" in done.stderr) == (1, True)


def test_run_and_ask(api, settings):
    """The main job from the command: counts and quarantined pages are printed, and the stories can be asked for."""
    options = ["--database", settings.database]
    done = copydesk("run", settings.landing, *options, PREFECT_API_URL=api)
    text = done.stdout.decode()
    assert done.returncode == 3, done.stderr.decode()
    assert "Pages read: 6" in text
    assert BROKEN_LINE in text
    assert "notes.pdf" in text
    assert done.stderr == b""

    counted = copydesk("sql", "select count(*) as n from stories", *options, "--format", "csv")
    assert counted.stdout == b"n\n4\n"
    told = json.loads(copydesk("sql", "--name", "quarantined", *options, "--format", "json").stdout)
    assert [row["uri"] for row in told] == [BROKEN_LINE]
    why = copydesk("sql", "--name", "why-cut", "--param", "page=2025-07-02/harbour.html", *options)
    assert why.returncode == 0, why.stderr


def test_run_says_who_holds_the_database(api, settings):
    """A database held by another process ends the run with its owner, not with a traceback."""
    with writing(settings.database):
        done = copydesk("run", settings.landing, "--database", settings.database, PREFECT_API_URL=api)
    text = done.stderr.decode()
    assert done.returncode == 1
    assert f"process {os.getpid()}" in text
    assert text.count("\n") == 1


def test_run_says_that_a_server_is_missing(settings: Settings):
    """A Prefect server that is set and not there is named, with its setting."""
    dead = "http://127.0.0.1:9/api"
    done = copydesk("run", settings.landing, "--database", settings.database, PREFECT_API_URL=dead)
    text = done.stderr.decode()
    assert (done.returncode, "Traceback" in text) == (1, False), text
    assert dead in text
    assert "PREFECT_API_URL" in text
