"""Addresses as pages and their metadata give them: some are broken (`http://[`), which Python's parser raises for."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

NOTHING = urlsplit("")


def parts_of(address: str | None) -> SplitResult:
    """The address's parts; every one empty, and `hostname` None, where there is no address or a broken one."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return NOTHING


def whole(address: str, page: str | None) -> str | None:
    """The address, which may be relative to the page's own, in full; None where either is broken."""
    try:
        return urljoin(page or "", address)
    except ValueError:
        return None
