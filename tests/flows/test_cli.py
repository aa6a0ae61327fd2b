"""The `copydesk` command: what it prints, says and exits with; as a process of its own where that matters."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import cli, show
from flows.settings import Settings
from tasks.warehouse import writing
from tests.flows.conftest import HARBOUR, MILL

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
def here(monkeypatch, capsys) -> Callable[..., tuple[int, str, str]]:
    """`here(*arguments)` runs the command in this process: exit code, standard output, standard error."""

    def run(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["copydesk", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin))))
        return cli.exit_code(), *capsys.readouterr()

    return run


@pytest.fixture
def page(tmp_path) -> Path:
    path = tmp_path / "harbour.html"
    path.write_text(HARBOUR)
    return path


@pytest.mark.parametrize("command", [["clean", "{page}"], ["explain", "{page}"], ["sql", "--list"]])
def test_only_run_imports_prefect(page, command):
    """The commands for a page and a question start without Prefect."""
    arguments = [each.format(page=page) for each in command]
    program = f"import sys; from flows import cli; sys.argv[1:] = {arguments!r}; code = cli.exit_code()"
    program += "; sys.exit('prefect' in sys.modules or code)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_clean_gives_a_line_of_json_a_page(here, page):
    """The JSON has the stories and the cuts, and takes what the user knows of the page."""
    facts = ["--url", "https://ellmouth.example/h", "--fetched-at", "2025-07-02T08:00:00"]
    code, out, err = here("clean", page, "--json", *facts)
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert [story["title"] for story in found["stories"]] == ["Harbour reopens after the storm"]
    assert (found["url"], found["fetched_at"]) == ("https://ellmouth.example/h", "2025-07-02 08:00:00+00:00")


def test_clean_is_a_process_that_takes_bytes(page):
    """Standard input may be in any encoding, and the output is UTF-8 wherever it goes."""
    body = HARBOUR.replace("Ellmouth", "Ellmouth-sur-Mér").encode("latin-1")
    done = copydesk("clean", "-", "--json", stdin=body, PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "Ellmouth-sur-Mér" in json.loads(done.stdout.decode())["stories"][0]["body"]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_clean_reads_standard_input(here, page, packed):
    """A page that is piped in, packed or not, gives the stories of the file."""
    body = page.read_bytes()
    outputs = here("clean", "-", "--json", stdin=gzip.compress(body) if packed else body), here("clean", page, "--json")
    bodies = [[story["body"] for story in json.loads(out)["stories"]] for _, out, _ in outputs]
    assert bodies[0] == bodies[1] != []


def test_clean_takes_text_by_its_name(here, tmp_path):
    """A .txt.gz file is a page of lines; nothing in it is taken for HTML."""
    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(PILOTS))
    found = json.loads(here("clean", path, "--json")[1])
    assert found["media_type"] == "text/plain"
    assert "<all of them>" in found["stories"][0]["body"]


def test_clean_reads_the_pages_around_a_broken_one(here, tmp_path):
    """A file of many pages gives those that can be read; the broken one is named, and the exit code says so."""
    path = tmp_path / "pages.jsonl"
    path.write_text(f"{json.dumps({'html': HARBOUR})}\n{{broken\n{json.dumps({'html': HARBOUR})}\n")
    code, out, err = here("clean", path, "--json")
    assert (code, len(out.splitlines())) == (3, 2)
    assert "pages.jsonl#2" in err


@pytest.mark.parametrize(("url", "said"), [((), True), (("--url", "https://ellmouth.example/h"), False)])
@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_database_needs_the_address(here, page, tmp_path, command, url, said):
    """Which site a page is of nobody can tell without its address: once on standard error, not silence."""
    database = tmp_path / "desk.duckdb"
    with writing(database) as db:
        db.publish()
    code, out, err = here(command, page, "--database", database, *url)
    assert (code, bool(out)) == (0, True)
    assert err == (f"copydesk: {page.name} has no address to find in {database}: add --url\n" if said else "")


def test_one_page_of_a_file_of_many(here, tmp_path):
    """`FILE#2` is its second page, as reports name it, also where that cannot be read."""
    path = tmp_path / "pages.jsonl"
    path.write_text(f"{json.dumps({'html': MILL})}\n{json.dumps({'html': HARBOUR})}\n{{broken\n")
    code, out, _ = here("clean", f"{path}#2", "--json")
    assert (code, [json.loads(line)["uri"] for line in out.splitlines()]) == (0, ["pages.jsonl#2"])
    code, out, err = here("explain", f"{path}#3")
    assert (code, out) == (1, "")
    assert "pages.jsonl#3" in err


@pytest.mark.parametrize(
    ("called", "path", "named"),
    [
        (".venv/bin/copydesk", "", ".venv/bin/copydesk"),
        ("{bin}/copydesk", "{bin}", "copydesk"),
        ("{bin}/copydesk", "", "{bin}/copydesk"),
        ("/srv/desk/flows/cli.py", "{bin}", "copydesk"),
    ],
    ids=["by a path", "found by the shell", "not found by the shell", "as a module"],
)
def test_clean_names_the_command_as_it_can_be_called(here, page, tmp_path, monkeypatch, called, path, named):
    """What the last line says can be copied into the shell: a virtual environment need not be active."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "copydesk").touch(0o755)
    monkeypatch.setattr(cli.sys, "argv", [called.format(bin=folder)])
    monkeypatch.setenv("PATH", path.format(bin=folder))
    assert show.command() == named.format(bin=folder)
    page = page.rename(tmp_path / "the harbour.html")
    assert f"`copydesk explain '{page}'` shows why" in " ".join(here("clean", page)[1].split())


def test_explain_shows_every_block(here, page):
    """Each block stands in the table with its role."""
    code, out, _ = here("explain", page)
    assert code == 0
    assert "headline" in out
    assert "Two pilots brought in the first freighter" in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["clean", "nowhere.html"], 1, "nowhere.html is not a file"),
        (["clean", "{folder}/picture.html"], 1, "picture.html"),
        (["explain", "{folder}/notes.pdf"], 1, "is not a page"),
        (["explain", "{folder}/notes.pdf", "--database", "{folder}/none.duckdb"], 1, "there is no such database"),
        (["run", "{folder}/nowhere"], 1, "There is no landing folder"),
        (["run", "{folder}/empty"], 1, "The landing folder is empty"),
        (["run", "{folder}", "--from", "2025-07-03", "--to", "2025-07-02"], 2, "swap them"),
        (["run", "{folder}", "--processes", "0"], 1, "COPYDESK_PROCESSES"),
        (["sql", "select 1", "--database", "{folder}/none.duckdb"], 1, "none.duckdb` makes it"),
        (["serve", "--port", "65536"], 2, "Invalid value for '--port'"),
        (["sql", "--name", "latest"], 2, "latest-stories"),
        (["sql", "--name", "why-cut"], 2, "--param page"),
        (["sql", "selec 1"], 2, "not SQL"),
        (["sql"], 2, "--name"),
    ],
)
def test_a_mistake_is_one_paragraph(here, tmp_path, arguments, code, said):
    """What went wrong, where, and the remedy; never a traceback."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7")
    found, out, err = here(*(each.format(folder=tmp_path) for each in arguments))
    assert (found, out) == (code, "")
    assert said in err


def test_an_unknown_setting_is_a_mistake(here, monkeypatch):
    """A misspelt variable of the environment stops the command and names the nearest setting."""
    monkeypatch.setenv("COPYDESK_DATABAS", "x")
    code, _, err = here("sql", "select 1")
    assert (code, "did you mean COPYDESK_DATABASE" in err) == (1, True)


def test_run_and_ask(api, here, settings):
    """The main job from the command: counts and quarantined pages are printed, and the stories can be asked for."""
    options = ["--database", settings.database]
    done = copydesk("run", settings.landing, *options, PREFECT_API_URL=api)
    text = done.stdout.decode()
    assert done.returncode == 3, done.stderr.decode()
    assert "Pages read: 6" in text
    assert BROKEN_LINE in text
    assert "notes.pdf" in text
    assert done.stderr == b""

    assert here("sql", "select count(*) as n from stories", *options, "--format", "csv") == (0, "n\n4\n", "")
    told = json.loads(here("sql", "--name", "quarantined", *options, "--format", "json")[1])
    assert [row["uri"] for row in told] == [BROKEN_LINE]
    assert here("sql", "--name", "why-cut", "--param", "page=2025-07-02/harbour.html", *options)[0] == 0


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
