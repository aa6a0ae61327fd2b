"""Cleaning: one page in, its stories and its cuts out. `clean` is the public entry point."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tasks.page import CleanPage, RawPage

__all__ = ["STEPS", "CleanPage", "Desk", "RawPage", "clean", "clean_page", "opened"]

# Imported when first asked for: whoever only queries the warehouse does not wait for parsers and models.
HOMES = {name: "tasks.cleaning" for name in ("STEPS", "clean", "clean_page", "opened")} | {"Desk": "tasks.desk"}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'tasks' has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)
