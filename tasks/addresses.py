"""The parts of a web address, also of a broken one: what is scraped holds anything."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

NOTHING = SplitResult("", "", "", "", "")


def parts_of(address: str | None) -> SplitResult:
    """Scheme, host and so on; all empty where there is no address or a bracket in it has no other."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return NOTHING
