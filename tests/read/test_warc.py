"""WARC archives: which records are pages, how they are decoded, and how an archive may break."""

from __future__ import annotations

import gzip
import io
import zlib
from datetime import UTC, date, datetime

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from tasks.page import Quarantined, RawPage
from tasks.read import Skipped
from tests.read.landings import DAY, HTML, PNG, answer, archive, chunked, read_one, record

PACKED = pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])


def read_archive(folder, *records, packed=False, **options):
    name = "a.warc.gz" if packed else "a.warc"
    return read_one(folder, name, archive(*records, packed=packed), **options)


@PACKED
def test_a_response_is_a_page(tmp_path, packed):
    """A response record gives body, address and time; its uri ends in the record's number."""
    [page] = read_archive(tmp_path, record(answer(HTML)), packed=packed)
    assert page == RawPage(
        uri=f"{DAY}/a.warc{'.gz' if packed else ''}#1",
        body=HTML,
        media_type="text/html",
        url="https://harbour.example/a",
        fetched_at=datetime(2025, 7, 2, 5, tzinfo=UTC),
        landed_on=date(2025, 7, 2),
    )


def test_an_archive_packed_as_one_file_is_read_too(tmp_path):
    """One gzip member round the whole archive is as good as one a record."""
    data = gzip.compress(record(answer(HTML)) + record(answer(HTML)))
    assert [page.uri[-2:] for page in read_one(tmp_path, "a.warc.gz", data)] == ["#1", "#2"]


def compressed(writer, body):
    out = io.BytesIO()
    with writer(out) as packer:
        packer.write(body)
    return out.getvalue()


GZ = gzip.compress(HTML)
BARE = zlib.compressobj(wbits=-15)
CODINGS = {
    "gzip": (GZ, "Content-Encoding: gzip"),
    "deflate": (zlib.compress(HTML), "Content-Encoding: deflate"),
    "bare-deflate": (BARE.compress(HTML) + BARE.flush(), "Content-Encoding: deflate"),
    "br": (compressed(BrotliWriter, HTML), "Content-Encoding: br"),
    "zstd": (compressed(ZstdWriter, HTML), "Content-Encoding: zstd"),
    "chunked": (chunked(HTML), "Transfer-Encoding: chunked"),
    "both": (chunked(GZ), "Transfer-Encoding: chunked", "Content-Encoding: GZip"),
    "already-decoded": (HTML, "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
    "already-unbrotlied": (HTML, "Content-Encoding: br"),
    "identity": (HTML, "Content-Encoding: identity"),
}


@PACKED
@pytest.mark.parametrize("case", CODINGS)
def test_http_codings_are_taken_off_and_no_record_after_is_lost(tmp_path, case, packed):
    """The page is its author's bytes, however it was sent; the records after it are read."""
    body, *headers = CODINGS[case]
    found = read_archive(tmp_path, record(answer(body, *headers)), record(answer(HTML)), packed=packed)
    assert [page.body for page in found] == [HTML, HTML]


SKIPPED = {
    "image": (record(answer(PNG, media_type="image/png")), "is image/png, neither HTML nor text"),
    "image-called-html": (record(answer(PNG)), "is really a PNG image"),
    "not-found": (record(answer(HTML, status="404 Not Found")), "is HTTP status 404, not a page"),
    "moved": (record(answer(HTML, status="301 Moved")), "is HTTP status 301, not a page"),
    "no-answer": (record(b"hello"), "holds no HTTP answer"),
    "dns": (record(b"harbour", media_type="text/dns"), "is text/dns, neither HTML nor text"),
}


@pytest.mark.parametrize("case", SKIPPED)
def test_a_record_that_is_no_page_is_skipped_with_the_reason(tmp_path, case):
    """Records of other types, failed answers and hidden images are listed, each by its number."""
    data, reason = SKIPPED[case]
    skipped, page = read_archive(tmp_path, data, record(answer(HTML)))
    assert skipped == Skipped(f"{DAY}/a.warc#1", reason)
    assert page.uri == f"{DAY}/a.warc#2"


def test_records_that_are_no_pages_by_nature_are_counted(tmp_path):
    """Requests and the like give one notice an archive, not one a record."""
    request = record(b"GET / HTTP/1.1\r\n\r\n", kind="request", media_type="application/http; msgtype=request")
    page, notice = read_archive(tmp_path, request, record(answer(HTML)), request)
    assert page.uri == f"{DAY}/a.warc#2"
    assert notice == Skipped(f"{DAY}/a.warc", "has records that hold no page: 2 request")


@pytest.mark.parametrize("kind", ["resource", "conversion"])
def test_records_of_bare_text_are_pages(tmp_path, kind):
    """Resource and conversion records are pages as they are."""
    [page] = read_archive(tmp_path, record(b"A line.", kind=kind, media_type="text/plain"))
    assert (page.body, page.media_type) == (b"A line.", "text/plain")


@pytest.mark.parametrize("at", ["yesterday", ""])
def test_a_record_without_a_date_gets_the_day_of_its_folder(tmp_path, at):
    """A WARC-Date that is none costs the time, not the page."""
    [page] = read_archive(tmp_path, record(answer(HTML), at=at))
    assert page.fetched_at == datetime(2025, 7, 2, tzinfo=UTC)


GOOD = record(answer(HTML))
BROKEN = {
    "cut-in-a-page": (GOOD + GOOD[:-30], "record 2: the archive ends after"),
    "cut-in-a-header": (GOOD + GOOD[:40], "its header breaks off"),
    "garbage-between": (GOOD + b"garbage\r\n" * 9 + GOOD, "near record 1: Invalid WARC header"),
    "length-that-lies": (GOOD + record(answer(HTML), length=500), "record 2: the archive ends after"),
    "cut-in-the-gzip": (gzip.compress(GOOD) + gzip.compress(GOOD)[:-20], "record 2: the archive ends after"),
    "garbage-after-gzip": (gzip.compress(GOOD) + b"garbage", "after record 1: Not a gzipped file"),
    "damaged-gzip-coding": (GOOD + record(answer(GZ[:-9], "Content-Encoding: gzip")), "gzip coding is damaged"),
    "damaged-chunks": (GOOD + record(answer(b"ff\r\nabc", "Transfer-Encoding: chunked")), "chunked coding is damaged"),
    "endless-header": (GOOD + record(answer(HTML, "X: " + "y" * 200_000)), "#2 cannot be read"),
    "unknown-coding": (GOOD + record(answer(b"x", "Content-Encoding: rot13")), "unknown HTTP coding rot13"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_archive_keeps_its_good_records_and_says_where_it_broke(tmp_path, case):
    """Records before the break are read; the break is quarantined, never passed over."""
    data, reason = BROKEN[case]
    name = "a.warc.gz" if data.startswith(b"\x1f") else "a.warc"
    page, broken = read_one(tmp_path, name, data)
    assert page.body == HTML
    assert isinstance(broken, Quarantined)
    assert reason in broken.error


def test_an_archive_that_is_none(tmp_path):
    """Text under an archive's name is quarantined with the reason."""
    [found] = read_one(tmp_path, "a.warc", HTML)
    assert "Invalid WARC header" in found.error


LARGE = {
    "record": record(answer(b"x" * 5000)),
    "lie": record(answer(HTML), length=10**14),
    "gzip-bomb": record(answer(gzip.compress(b"x" * 10**7), "Content-Encoding: gzip")),
    "brotli-bomb": record(answer(compressed(BrotliWriter, b"x" * 10**7), "Content-Encoding: br")),
    "deflate-bomb": record(answer(zlib.compress(b"x" * 40000), "Content-Encoding: deflate")),
}


@pytest.mark.parametrize("case", LARGE)
def test_a_record_over_the_limit_is_quarantined_unread(tmp_path, case):
    """A record is bounded before and after decoding."""
    limit = 20_000 if "bomb" in case else 1000
    found = read_archive(tmp_path, GOOD, LARGE[case], max_bytes=limit)
    assert found[0].body == HTML
    assert "raise COPYDESK_PAGE_MEGABYTES" in found[1].error
