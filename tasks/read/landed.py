"""A file of the landing folder before it is opened, and the three things reading it can give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import PurePosixPath

from fsspec import AbstractFileSystem

from tasks.page import Quarantined, RawPage
from tasks.read.facts import NO_FACTS, Facts

MAX_BYTES = 50 * 2**20  # one page: a file, a JSONL line, a WARC record, after unpacking


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in the landing folder that was not used (a file, a record, a field), and why."""

    uri: str
    reason: str


Item = RawPage | Skipped | Quarantined


@dataclass(frozen=True, slots=True)
class Landed:
    """One file, with what is known of it before it is opened. `name` is its path in the file system."""

    uri: str
    fs: AbstractFileSystem
    name: str
    size: int
    day: date | None = None
    facts: Facts = NO_FACTS
    max_bytes: int = MAX_BYTES

    @property
    def suffix(self) -> str:
        """The format's suffix, lower case, without `.gz`: `.html` for `a.HTML.gz`."""
        return PurePosixPath(self.name.lower().removesuffix(".gz")).suffix

    def page(self, body: bytes, media_type: str, facts: Facts, part: int | None = None) -> RawPage:
        """A page of this file. `part` numbers the line or record it is, from 1."""
        fetched_at = facts.fetched_at or self.facts.fetched_at or _midnight(self.day)
        return RawPage(self._uri(part), body, media_type, facts.url, fetched_at, self.day)

    def skipped(self, reason: str, part: int | None = None) -> Skipped:
        return Skipped(self._uri(part), reason)

    def quarantined(self, reason: str, part: int | None = None) -> Quarantined:
        """The file, or one line or record of it, that could not be read. The body stays empty."""
        uri = self._uri(part)
        raw = RawPage(uri, b"", fetched_at=self.facts.fetched_at or _midnight(self.day), landed_on=self.day)
        return Quarantined(raw, "read", f"{uri} {reason}")

    def too_large(self, size: int | None = None, part: int | None = None) -> Quarantined:
        """`size` in bytes, or None where reading stopped at the limit."""
        limit = _megabytes(self.max_bytes)
        found = f"is {_megabytes(size)}, limit {limit}" if size else f"is over the limit of {limit}"
        return self.quarantined(f"{found}; raise COPYDESK_PAGE_MEGABYTES or remove it", part)

    def _uri(self, part: int | None) -> str:
        return self.uri if part is None else f"{self.uri}#{part}"


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f}".removesuffix(".0") + " MB"
