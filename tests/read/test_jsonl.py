"""JSONL: which fields make a page, and what a bad line costs."""

from __future__ import annotations

import gzip
import json
import zlib
from datetime import UTC, datetime

import pytest

from tasks.page import Quarantined, RawPage
from tasks.parse.decode import decode
from tasks.read import Skipped
from tests.read.landings import DAY, read_one

MIDNIGHT = datetime(2025, 7, 2, tzinfo=UTC)


def lines(*rows: object) -> bytes:
    return b"".join((row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows)


PAGES = {
    "html": ({"html": "<p>x"}, b"<p>x", "text/html"),
    "text": ({"text": "x"}, b"x", "text/plain"),
    "html-before-text": ({"text": "x", "html": "<p>x"}, b"<p>x", "text/html"),
    "empty-html-gives-way": ({"html": "", "text": "x"}, b"x", "text/plain"),
    "nothing-in-it": ({"text": ""}, b"", "text/plain"),
    "body": ({"body": " <div>x"}, b" <div>x", "text/html"),
    "content": ({"content": "1 < 2"}, b"1 < 2", "text/plain"),
    "typed-body": ({"body": "<x", "media_type": "text/plain; charset=x"}, b"<x", "text/plain"),
    "xhtml": ({"content": "x", "media_type": "application/xhtml+xml"}, b"x", "text/html"),
    "half-a-surrogate": ({"text": "a\ud800b"}, b"a?b", "text/plain"),
}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
@pytest.mark.parametrize("case", PAGES)
def test_a_line_is_a_page(tmp_path, case, packed):
    """A line's page is in html, text, body or content; its uri ends in the line's number."""
    row, body, media_type = PAGES[case]
    name, data = ("a.jsonl.gz", gzip.compress(lines(row))) if packed else ("a.jsonl", lines(row))
    [page] = read_one(tmp_path, name, data)
    assert (page.uri, page.body, page.media_type) == (f"{DAY}/{name}#1", body, media_type)


def test_html_that_was_decoded_already_is_not_decoded_by_its_old_charset(tmp_path):
    """A page's declared charset no longer holds once it stands in JSON."""
    html = '<meta charset="iso-8859-1"><p>Zürich öffnet'
    [page] = read_one(tmp_path, "a.jsonl", lines({"html": html}))
    assert decode(page.body, page.media_type)[0] == html


@pytest.mark.parametrize(
    "bad",
    [b'{"html": "<p', b"\xff\xfe", b"[1, 2]", b'"x"', b'{"url": "x"}', b'{"html": 7}', b"[" * 100_000, b"9" * 5000],
    ids=["cut", "no-utf8", "list", "string", "no-page", "number", "deep", "huge-number"],
)
def test_a_bad_line_costs_only_itself(tmp_path, bad):
    """A bad line is quarantined by its number; the lines before and after it are read."""
    first, broken, last = read_one(tmp_path, "a.jsonl", lines({"text": "a"}, b"", bad, {"text": "b"}))
    assert (first.uri, last.uri) == (f"{DAY}/a.jsonl#1", f"{DAY}/a.jsonl#4")
    assert isinstance(broken, Quarantined)
    assert broken.raw.uri == f"{DAY}/a.jsonl#3"
    assert "line 3" in broken.error


def test_an_overlong_line_costs_only_itself(tmp_path):
    """A line over the limit is passed over without being held."""
    found = read_one(tmp_path, "a.jsonl", lines({"text": "a"}, {"text": "x" * 5000}, {"text": "b"}), max_bytes=1000)
    assert [type(item) for item in found] == [RawPage, Quarantined, RawPage]
    assert found[2].uri == f"{DAY}/a.jsonl#3"


def test_a_file_cut_short_keeps_its_good_lines(tmp_path):
    """Where a packed file breaks off, what stood before is read and the file is quarantined."""
    rows = [{"text": f"{n} {'abcdefgh'[n % 8] * n}"} for n in range(3000)]
    cut = gzip.compress(lines(*rows))[:-400]
    *good, broken = read_one(tmp_path, "a.jsonl.gz", cut)
    assert len(good) == zlib.decompressobj(wbits=31).decompress(cut).count(b"\n") > 2000
    assert broken.raw.uri == f"{DAY}/a.jsonl.gz"
    assert "cut short" in broken.error


def test_a_line_of_another_type_is_skipped(tmp_path):
    """A line that says it is neither HTML nor text is skipped with its type."""
    found = read_one(tmp_path, "a.jsonl", lines({"body": "x", "media_type": "image/png"}))
    assert found == [Skipped(f"{DAY}/a.jsonl#1", "is image/png, neither HTML nor text")]


TIMES = {
    "iso": ({"fetched_at": "2025-07-02T08:30:00+02:00"}, "06:30"),
    "zulu": ({"crawled_at": "2025-07-02T06:30:00Z"}, "06:30"),
    "no-zone-is-utc": ({"scraped_at": "2025-07-02 06:30:00"}, "06:30"),
    "seconds": ({"timestamp": 1751437800}, "06:30"),
    "milliseconds": ({"timestamp": 1751437800000}, "06:30"),
    "digits": ({"timestamp": "20250702063000"}, "06:30"),
    "e-mail": ({"date": "Wed, 02 Jul 2025 06:30:00 GMT"}, "06:30"),
    "best-first": ({"date": "2020-01-01", "fetched_at": "2025-07-02T06:30Z"}, "06:30"),
    "second-best": ({"fetched_at": "soon", "date": "2025-07-02T06:30Z"}, "06:30"),
    "none": ({}, "00:00"),
    "null": ({"fetched_at": None}, "00:00"),
}


@pytest.mark.parametrize("case", TIMES)
def test_the_time_a_line_gives(tmp_path, case):
    """fetched_at is always UTC, from the line where it has one, else from the day folder."""
    fields, clock = TIMES[case]
    [page] = read_one(tmp_path, "a.jsonl", lines({"text": "x", "link": " https://harbour.example/a ", **fields}))
    assert page.fetched_at == datetime.fromisoformat(f"2025-07-02T{clock}:00+00:00")
    assert page.fetched_at.tzinfo is UTC
    assert page.url == "https://harbour.example/a"


@pytest.mark.parametrize("value", ["soon", 1e300, True, [1], {"a": 1}, "99999999999999"])
def test_a_time_that_is_none_costs_the_time_not_the_page(tmp_path, value):
    """A field that holds no time is named in a notice and the page is read with the day's date."""
    notice, page = read_one(tmp_path, "a.jsonl", lines({"text": "x", "crawled_at": value}))
    assert isinstance(notice, Skipped)
    assert "crawled_at" in notice.reason
    assert page.fetched_at == MIDNIGHT
