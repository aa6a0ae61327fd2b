"""`copydesk doctor`: every finding says how it is and what to do."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime

import duckdb
import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows import doctor, doctor_server
from flows.doctor import findings, schema
from flows.doctor_server import server
from flows.settings import Settings
from tasks.warehouse import look_at, writing
from tests.flows.conftest import HARBOUR
from tests.warehouse.samples import DAY, VERSIONS


def states(settings: Settings) -> dict[str, str]:
    return {each.about: each.state for each in findings(settings)}


@pytest.fixture
def well(tmp_path) -> Settings:
    """A landing folder of today, and a database whose last run has just ended."""
    today = tmp_path / "landing" / f"{datetime.now(UTC):%Y-%m-%d}"
    today.mkdir(parents=True)
    (today / "harbour.html").write_text(HARBOUR)
    settings = Settings(landing=str(tmp_path / "landing"), database=tmp_path / "desk.duckdb")
    _run(settings)
    return settings


def _run(settings: Settings, error: str | None = None) -> None:
    with writing(settings.database) as db:
        db.finish_run(db.start_run("nightly", settings.landing, [DAY], VERSIONS), error)
        db.publish()


def test_all_is_well(well):
    """What is in order asks for nothing."""
    assert states(well) == dict.fromkeys(["landing", "disk", "lock", "database", "runs"], "ok") | {
        "versions": states(well)["versions"]
    }


def test_nothing_there_yet(tmp_path):
    """A fresh machine: the folder is missing, the database is still to be made, and each says how."""
    found = findings(Settings(landing=str(tmp_path / "nowhere"), database=tmp_path / "none" / "desk.duckdb"))
    told = {each.about: (each.state, each.remedy) for each in found}
    assert told["landing"] == ("bad", "Set COPYDESK_LANDING")
    assert told["database"] == ("look", "`copydesk run LANDING` makes it")
    assert told["runs"][0] == "look"
    assert not (tmp_path / "none").exists()


def test_who_holds_the_lock_is_named(well):
    """The process that writes, and since when; looking does not wait for it, nor stop it."""
    with writing(well.database) as db:
        [lock] = [each for each in findings(well) if each.about == "lock"]
        db.check()
    assert lock.state == "look"
    assert f"process {os.getpid()} on " in lock.found


def test_a_failed_run_is_bad(well):
    """Its error stands in the finding."""
    _run(well, "12 of 15 pages were quarantined")
    [found] = [each for each in findings(well) if each.about == "runs"]
    assert (found.state, "12 of 15 pages" in found.found) == ("bad", True)


def test_a_database_that_breaks_its_rules_is_bad(well):
    """The rows that break a rule are shown."""
    with duckdb.connect(str(well.database)) as db:
        db.execute("insert into runs select * from runs")
    [found] = [each for each in findings(well) if each.about == "database"]
    assert (found.state, "unique_keys" in found.found) == ("bad", True)


def test_what_is_no_database_is_bad(well):
    """The finding says so, and the others are there all the same."""
    well.database.write_bytes(b"no database" * 1000)
    told = states(well)
    assert (told["database"], told["landing"]) == ("bad", "ok")


def test_migrations_to_come_are_named(well):
    """An earlier release's database is no fault: the next run brings it up to date."""
    earlier = replace(look_at(well.database), waiting=("008_moods.sql",))
    assert "008_moods.sql" in schema(earlier).found
    assert schema(earlier).state == "look"


def test_old_pages_and_a_full_disk(well, monkeypatch, tmp_path):
    """A landing folder without a new day is worth a look; too little room is bad."""
    (tmp_path / "old" / "2025-07-02").mkdir(parents=True)
    monkeypatch.setattr(doctor, "SPARE", 10**12)
    told = states(well.model_copy(update={"landing": str(tmp_path / "old")}))
    assert (told["landing"], told["disk"]) == ("look", "bad")


def test_packages_of_another_version_are_named(monkeypatch):
    """What is installed and what was wanted."""
    monkeypatch.setattr(doctor.metadata, "requires", lambda _: ["duckdb>=99", "no-such-package>=1"])
    found = doctor.versions()
    assert found.state == "bad"
    assert "(wanted >=99)" in found.found
    assert "no-such-package is missing" in found.found


def test_a_server_that_runs_here_is_found(api, monkeypatch):
    """Without PREFECT_API_URL the one of `make serve` is asked, and none there is no fault."""
    with temporary_settings(restore_defaults={PREFECT_API_URL}):
        monkeypatch.setattr(doctor_server, "HERE", api)
        assert api in server().found
        monkeypatch.setattr(doctor_server, "HERE", "http://127.0.0.1:9/api")
        assert server().state == "ok"


def test_a_server_without_the_project_is_bad(api):
    """A server that answers and has no pool, deployment or worker runs no night, and the way to one is named."""
    found = server()
    assert (found.state, found.about) == ("bad", "server")
    assert "make serve" in found.remedy or "worker start" in found.remedy
