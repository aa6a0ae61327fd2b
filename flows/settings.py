"""The settings: one name each, the same in the environment (`COPYDESK_…`), `.env`, the command line and forms."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from pydantic import Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "COPYDESK_"
ENV_FILE = ".env"


class SettingsError(ValueError):
    """A setting that is unknown or has no sense; the message names it and what to write instead."""


class Settings(BaseSettings):
    """Where pages come from, where stories go, and what a page may cost."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=ENV_FILE, extra="ignore", title="Settings")

    landing: str = Field(
        "landing", title="Landing folder", description="Folder with one sub-folder a day, or an address such as s3://…"
    )
    database: Path = Field(Path("copydesk.duckdb"), title="Database", description="The DuckDB file of clean stories")
    batch_size: int = Field(500, ge=1, title="Batch size", description="Pages per task")
    processes: int = Field(
        default_factory=lambda: _cores(), ge=1, title="Processes", description="Pages cleaned at the same time"
    )
    page_seconds: float = Field(60, gt=0, title="Seconds per page", description="A slower page is quarantined")
    page_megabytes: int = Field(50, ge=1, title="Megabytes per page", description="A larger page is quarantined")
    memory_megabytes: int = Field(
        2048, ge=1, title="Memory per process", description="Megabytes; a page that needs more is quarantined"
    )
    site_lines: bool = Field(
        True, title="Site lines", description="Cut what a site repeats on many pages with different stories"
    )
    history_days: int = Field(
        365, ge=1, title="Days of history", description="Outcomes and skipped files of earlier runs are dropped"
    )
    quarantine_share: float = Field(
        0.2,
        ge=0,
        le=1,
        title="Quarantine share",
        description="Of the pages of a run; with more quarantined it has failed",
    )

    @model_validator(mode="before")
    @classmethod
    def _known_names_only(cls, given: dict[str, Any]) -> dict[str, Any]:
        fields = set(cls.model_fields)
        in_file = dotenv_values(ENV_FILE)
        ours = {name for name in (*os.environ, *in_file) if name.upper().startswith(PREFIX)}
        unknown = sorted(name for name in ours if name[len(PREFIX) :].lower() not in fields)
        # Every key of .env arrives among the given, in lower case: those of other programs are none of ours.
        elsewhere = {name.lower() for name in in_file}
        unknown += sorted(name for name in given if name not in fields and name not in elsewhere)
        if unknown:
            raise ValueError("; ".join(_unknown(name, fields) for name in unknown))
        return given

    @classmethod
    def load(cls, **given: Any) -> Settings:
        """The settings of the surroundings, overruled by what is given and not None; raises `SettingsError`."""
        try:
            return cls(**{name: value for name, value in given.items() if value is not None})
        except ValidationError as error:
            raise SettingsError("; ".join(_told(problem) for problem in error.errors())) from None


def _cores() -> int:
    """The cores this process may use, which a container or batch system may have made fewer than the machine's."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _unknown(name: str, fields: set[str]) -> str:
    prefix = PREFIX if name.upper().startswith(PREFIX) else ""
    near = get_close_matches(name[len(prefix) :].lower(), fields, n=1, cutoff=0.4)
    known = [f"{prefix}{field.upper() if prefix else field}" for field in near or sorted(fields)]
    return f"unknown setting {name}: {'did you mean' if near else 'the settings are'} {', '.join(known)}?"


def _told(problem: Any) -> str:
    message = problem["msg"].removeprefix("Value error, ")
    if not problem["loc"]:
        return message
    name = str(problem["loc"][0])
    return f"{name} (or {PREFIX}{name.upper()}) is {problem['input']!r}: {message[0].lower()}{message[1:]}"
