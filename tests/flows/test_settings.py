"""Settings: one name each, wherever they come from."""

from __future__ import annotations

import pytest

from flows.settings import Settings, SettingsError


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_the_surroundings_and_what_is_given(monkeypatch, tmp_path):
    """What is given wins over the environment, which wins over `.env`, which wins over the default."""
    (tmp_path / ".env").write_text("COPYDESK_BATCH_SIZE=7\nCOPYDESK_PROCESSES=3\nOTHER=1\n")
    monkeypatch.setenv("COPYDESK_PROCESSES", "2")
    monkeypatch.setenv("COPYDESK_LANDING", "there")
    settings = Settings.load(landing="here", database=None)
    assert (settings.batch_size, settings.processes, settings.landing) == (7, 2, "here")
    assert settings.page_seconds == 60


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("COPYDESK_BATCHSIZE", "7", "unknown setting COPYDESK_BATCHSIZE: did you mean COPYDESK_BATCH_SIZE?"),
        ("COPYDESK_BATCH_SIZE", "many", "COPYDESK_BATCH_SIZE"),
        ("COPYDESK_PAGE_SECONDS", "0", "COPYDESK_PAGE_SECONDS.* greater than 0"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch, name, value, message):
    """An unknown name says the nearest known one; a wrong value says which and why."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=message):
        Settings.load()


def test_an_unknown_name_in_the_env_file_is_an_error(tmp_path):
    """`.env` is held to the same names."""
    (tmp_path / ".env").write_text("COPYDESK_DATABSE=x.duckdb\n")
    with pytest.raises(SettingsError, match="did you mean COPYDESK_DATABASE"):
        Settings.load()


def test_a_name_like_none_lists_them_all(monkeypatch):
    """Where nothing is near, every setting is named."""
    monkeypatch.setenv("COPYDESK_XYZZY", "1")
    with pytest.raises(SettingsError, match=r"the settings are .*COPYDESK_PROCESSES"):
        Settings.load()
