"""Formats, packed and not, the facts beside them, and limits."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest

from tasks.page import Quarantined, RawPage
from tasks.read import Skipped, media_type_of
from tests.read.landings import DAY, HTML, landing, read, read_one

MIDNIGHT = datetime(2025, 7, 2, tzinfo=UTC)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.html", "text/html"), ("a.HTM", "text/html"), ("a.txt", "text/plain")],
)
def test_a_page_file_is_one_page(tmp_path, name, media_type, packed):
    """A page file gives its bytes as they are, unpacked, with the media type its name promises."""
    name, body = (f"{name}.gz", gzip.compress(HTML)) if packed else (name, HTML)
    [page] = read_one(tmp_path, name, body)
    assert (page.uri, page.body, page.media_type, page.fetched_at) == (f"{DAY}/{name}", HTML, media_type, MIDNIGHT)
    assert media_type_of(name) == media_type


def test_a_packed_page_under_a_plain_name_is_unpacked(tmp_path):
    """What a scraper saved as it came over the wire is read, whatever its name."""
    [page] = read_one(tmp_path, "a.html", gzip.compress(HTML))
    assert page.body == HTML


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe" + "Der Hafen öffnet.".encode("utf-16-le"), b"caf\xe9 \0 x" + b"y" * 99]
)
def test_odd_text_is_still_a_page(tmp_path, body):
    """Empty files, UTF-16 and a stray zero byte are pages: parsing decides what they hold."""
    [page] = read_one(tmp_path, "a.txt", body)
    assert page.body == body


DAMAGED = {
    "cut.html.gz": (gzip.compress(HTML * 50)[:-12], "cut short or damaged"),
    "flipped.html.gz": (gzip.compress(HTML)[:12] + b"\xff\xff\xff" + gzip.compress(HTML)[15:], "damaged"),
    "no.html.gz": (HTML, "is not gzip though its name ends in .gz"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_quarantined_with_the_reason(tmp_path, name):
    """A file that cannot be unpacked is quarantined by the read step, with an empty body and the reason."""
    body, reason = DAMAGED[name]
    [found] = read_one(tmp_path, name, body)
    assert isinstance(found, Quarantined)
    assert (found.step, found.raw.body, found.raw.uri) == ("read", b"", f"{DAY}/{name}")
    assert found.error.startswith(f"{DAY}/{name} ")
    assert reason in found.error


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("a.html", b"x" * (3 * 2**20), "is 3 MB, limit 1 MB"),
        ("a.html.gz", gzip.compress(b"x" * (30 * 2**20)), "is over the limit of 1 MB"),
    ],
    ids=["large", "bomb"],
)
def test_a_page_over_the_limit_is_quarantined_with_the_remedy(tmp_path, name, body, says):
    """A page over the limit is not read whole; the message names the setting."""
    [found] = read_one(tmp_path, name, body, max_bytes=2**20)
    assert found.error == f"{DAY}/{name} {says}; raise COPYDESK_PAGE_MEGABYTES or remove it"


META = json.dumps({"url": "https://harbour.example/a", "fetched_at": "2025-07-02T08:30:00+02:00"}).encode()


@pytest.mark.parametrize(
    ("name", "meta"),
    [
        ("a.html", "a.html.meta.json"),
        ("a.html", "a.meta.json"),
        ("a.txt.gz", "a.txt.gz.meta.json"),
        ("a.txt.gz", "a.txt.meta.json"),
    ],
)
def test_a_meta_file_gives_address_and_time(tmp_path, name, meta):
    """The meta file beside a page is part of it, under its full name or without the suffixes."""
    [page] = read(landing(tmp_path, {name: gzip.compress(HTML), meta: META}))
    assert page.url == "https://harbour.example/a"
    assert page.fetched_at == datetime(2025, 7, 2, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize("meta", [b"{", b"[1]", b"\xff\xfe\xfa", b"[" * 200_000, b'{"fetched_at": "soon"}'])
def test_a_broken_meta_file_costs_the_facts_not_the_page(tmp_path, meta):
    """The page is read with the day of its folder, and a notice names the meta file."""
    notice, page = read(landing(tmp_path, {"a.html": HTML, "a.meta.json": meta}))
    assert isinstance(notice, Skipped)
    assert notice.uri == f"{DAY}/a.meta.json"
    assert notice.reason.endswith("its page was read without it")
    assert isinstance(page, RawPage)
    assert page.fetched_at == MIDNIGHT
