"""Landing folders and archives for the tests of reading, written anew for each."""

from __future__ import annotations

import gzip
from pathlib import Path

from upath import UPath

from tasks.page import Quarantined, RawPage
from tasks.read import Skipped, days, pages

DAY = "2025-07-02"
HTML = b"<html><body><p>The harbour reopened at noon.</p></body></html>"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(64))


def landing(folder: Path, files: dict[str, bytes], day: str = DAY) -> UPath:
    """A landing folder with these files in one day; a name may hold folders."""
    for name, body in files.items():
        place = folder / day / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body)
    return UPath(folder)


def read(place: UPath, **options: int) -> list[RawPage | Skipped | Quarantined]:
    """Everything reading all days of a landing folder gives."""
    return list(pages(place, days(place), **options))


def read_one(folder: Path, name: str, body: bytes, **options: int) -> list[RawPage | Skipped | Quarantined]:
    return read(landing(folder, {name: body}), **options)


def record(
    payload: bytes,
    *,
    kind: str = "response",
    url: str = "https://harbour.example/a",
    at: str = "2025-07-02T05:00:00Z",
    media_type: str = "application/http; msgtype=response",
    length: int | None = None,
) -> bytes:
    """One WARC record. `length` lets it lie about its payload."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:8a1c0f60-0000-4000-8000-{len(payload):012d}>\r\n"
        f"WARC-Date: {at}\r\nWARC-Target-URI: {url}\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(payload) if length is None else length}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def answer(body: bytes, *headers: str, media_type: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """An HTTP answer as it went over the wire."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media_type}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def archive(*records: bytes, packed: bool) -> bytes:
    """A .warc, or a .warc.gz with one gzip member a record, as crawlers write them."""
    return b"".join(gzip.compress(each, mtime=0) if packed else each for each in records)


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    pieces = [body[:half], body[half:]]
    return b"".join(b"%x;part\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
