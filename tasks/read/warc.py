"""A WARC archive into pages. Records are numbered from 1, in the order of the archive.

Pages are `response` records with a good HTTP answer in them, and `resource` and `conversion` records, of HTML or text.
Not used of FastWARC: `auto_decode` (loses every record after a chunked one) and `freeze` (ends the process where a
record lies about its length). A truncated archive ends without an error there, so lengths are checked here.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tasks.read.facts import Facts, moment_of
from tasks.read.formats import HEAD, binary_reason, readable_type
from tasks.read.http import TooLarge, decoded
from tasks.read.landed import Item, Landed

PAGES = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)


def read_records(file: Landed, stream: BinaryIO) -> Iterator[Item]:
    """The pages of an archive; then one notice that counts the records that are no pages by nature.

    Raises OSError or EOFError where the archive breaks off, after the records before that.
    """
    number, others = 0, Counter()
    for number, record in _records(stream):
        if record.record_type in PAGES:
            yield _read_record(file, record, number)
        else:
            others[str(record.record_type)] += 1
    if others:
        counted = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
        yield file.skipped(f"has records that hold no page: {counted}")
    if not number:
        yield file.skipped("is an archive without records")


class _Ahead:
    """A stream whose failure waits until what was read before it is used: FastWARC reads ahead of its records."""

    def __init__(self, stream: BinaryIO) -> None:
        self.failure: Exception | None = None
        self._at = 0
        self._read = getattr(stream, "read1", stream.read)  # what a packed stream held before it broke comes with read1

    def read(self, size: int = -1) -> bytes:
        try:
            piece = self._read(size)
        except (OSError, EOFError, zlib.error) as error:
            self.failure, piece = error, b""
        self._at += len(piece)
        return piece

    def tell(self) -> int:
        return self._at


def _records(stream: BinaryIO) -> Iterator[tuple[int, WarcRecord]]:
    ahead = _Ahead(stream)
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(ahead, parse_http=False, stream_detect=False), 1):
            if record.headers.get("Content-Length") is None:
                raise EOFError("its header breaks off")
            yield number, record
    except (OSError, EOFError) as error:
        raise EOFError(f"near record {number or 1}: {ahead.failure or error}") from error
    if ahead.failure:
        raise EOFError(f"after record {number}: {ahead.failure}")


def _read_record(file: Landed, record: WarcRecord, number: int) -> Item:
    if record.content_length > file.max_bytes:
        return file.too_large(record.content_length, number)
    try:
        if record.is_http:
            record.parse_http()
        if reason := _no_page(record):
            return file.skipped(reason, number)
        body = _body(record, file.max_bytes)
    except TooLarge:
        return file.too_large(part=number)
    except EOFError as error:
        raise EOFError(f"record {number}: {error}") from error
    except (ValueError, OSError) as error:
        return file.quarantined(f"cannot be read ({error}); fetch the page again", number)
    if reason := binary_reason(body[:HEAD]):
        return file.skipped(reason, number)
    return file.page(body, readable_type(_declared_type(record)), _facts(record), number)


def _no_page(record: WarcRecord) -> str | None:
    """Why a record's headers say that it is no page."""
    if record.is_http:
        status = record.http_headers.status_code if record.http_headers else None
        if status is None:
            return "holds no HTTP answer"
        if not 200 <= status < 300:
            return f"is HTTP status {status}, not a page"
    declared = _declared_type(record)
    return None if readable_type(declared) else f"is {declared or 'of no declared type'}, neither HTML nor text"


def _declared_type(record: WarcRecord) -> str | None:
    return record.http_headers.get("Content-Type") if record.is_http else record.headers.get("Content-Type")


def _body(record: WarcRecord, limit: int) -> bytes:
    expected = record.content_length
    payload = bytearray()
    while len(payload) < expected and (piece := record.reader.read(expected - len(payload))):
        payload += piece
    if len(payload) < expected:
        raise EOFError(f"the archive ends after {len(payload)} of its {expected} bytes")
    if not record.is_http:
        return bytes(payload)
    codings = [record.http_headers.get(name) or "" for name in ("Transfer-Encoding", "Content-Encoding")]
    return decoded(bytes(payload), *codings, limit)


def _facts(record: WarcRecord) -> Facts:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")  # some WARC/1.0 writers wrap it
    return Facts(url or None, moment_of(record.headers.get("WARC-Date") or ""))
