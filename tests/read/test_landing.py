"""Days, order, names, and everything in a landing folder that is no page."""

from __future__ import annotations

import os
import stat
from datetime import UTC, date, datetime

import pytest
from upath import UPath

from tasks.page import Quarantined, RawPage
from tasks.read import LandingError, Skipped, days, one_file, pages
from tests.read.landings import DAY, HTML, landing, read

MIDNIGHT = datetime(2025, 7, 2, tzinfo=UTC)


def test_days_are_sorted_and_only_folders_named_after_days(tmp_path):
    """A day is a folder named YYYY-MM-DD; nothing else in the landing folder is one."""
    for name in ("2025-07-03", "2025-07-01", "2025-13-40", "20250704", "drafts"):
        (tmp_path / name).mkdir()
    (tmp_path / "2025-07-09").write_text("a file")
    assert days(UPath(tmp_path)) == [date(2025, 7, 1), date(2025, 7, 3)]


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda folder: folder / "gone", "There is no landing folder"),
        (lambda folder: folder, "The landing folder is empty"),
        (lambda folder: (folder / "x.html").write_text("x") and folder, "There is no day folder"),
        (lambda folder: (folder / "x.html").write_text("x") and folder / "x.html", "The landing folder is a file"),
        (lambda folder: (folder / DAY).mkdir() or folder / DAY, "This is one day's folder"),
    ],
    ids=["missing", "empty", "no-days", "a-file", "a-day"],
)
def test_a_folder_that_cannot_be_used_is_named_with_the_remedy(tmp_path, make, what):
    """A user's mistake gives one error with what is wrong, where, and what to do."""
    place = make(tmp_path)
    with pytest.raises(LandingError) as caught:
        days(UPath(place))
    assert caught.value.what.startswith(what)
    assert str(place) in str(caught.value)
    assert caught.value.remedy


def test_pages_come_in_one_order_nested_folders_included(tmp_path):
    """Pages are sorted by day, then by name, depth first; the uri is the path below the landing folder."""
    landing(tmp_path, {"b.html": HTML, "a/z.html": HTML, "a/b/c.txt": b"x", "B.html": HTML})
    place = landing(tmp_path, {"a.html": HTML}, day="2025-07-01")
    expected = ["2025-07-01/a.html", *(f"{DAY}/{name}" for name in ("B.html", "a/b/c.txt", "a/z.html", "b.html"))]
    assert [page.uri for page in read(place)] == expected
    assert [page.uri for page in pages(place, list(reversed(days(place))))] == expected


def test_only_the_days_asked_for_are_read(tmp_path):
    """Other days stay unread; a day without a folder is listed as skipped."""
    landing(tmp_path, {"a.html": HTML}, day="2025-07-01")
    place = landing(tmp_path, {"b.html": HTML})
    found = list(pages(place, [date(2025, 7, 2), date(2025, 7, 9)]))
    assert found[0] == RawPage(f"{DAY}/b.html", HTML, fetched_at=MIDNIGHT, landed_on=date(2025, 7, 2))
    assert found[1] == Skipped("2025-07-09", "there is no folder for this day")


SKIPPED = {
    ".DS_Store": (b"x", "is hidden"),
    ".git/config": (b"x", "is hidden"),
    "a.pdf": (b"%PDF-1.7", "is not a page: copydesk reads .html"),
    "notes": (b"x", "is not a page"),
    "a.html.part": (HTML, "is not a page"),
    "gone.html.meta.json": (b"{}", "none of that name stands beside it"),
    "a.html": (b"\x89PNG\r\n\x1a\n" + b"0" * 99, "is really a PNG image"),
    "b.html": (b"%PDF-1.7\n" + b"0" * 99, "is really a PDF"),
    "c.txt": (b"PK\x03\x04" + b"0" * 99, "is really a zip archive"),
    "d.jsonl": (b"GIF89a" + b"0" * 99, "is really a GIF image"),
    "e.htm": (b"ab\0\0\0\0" * 500, "is binary data"),
    "f.jsonl": (b"", "is an empty file"),
    "g.warc": (b"", "is an archive without records"),
}


@pytest.mark.parametrize("name", SKIPPED)
def test_what_is_no_page_is_listed_with_the_reason(tmp_path, name):
    """A file that is no page is skipped by name with the reason, never silently ignored."""
    body, reason = SKIPPED[name]
    [found] = read(landing(tmp_path, {name: body}))
    assert found.uri in (f"{DAY}/{name}", f"{DAY}/.git")
    assert reason in found.reason


def test_what_stands_beside_the_day_folders_is_listed(tmp_path):
    """Files and folders outside a day are skipped with the remedy."""
    place = landing(tmp_path, {"a.html": HTML})
    (tmp_path / "loose.html").write_bytes(HTML)
    (tmp_path / "old").mkdir()
    skipped = [item for item in read(place) if isinstance(item, Skipped)]
    assert [item.uri for item in skipped] == ["loose.html", "old"]
    assert ["move it into one" in item.reason for item in skipped] == [True, False]
    assert skipped[1].reason == "is a folder whose name is no day; rename it like 2025-07-02"


def test_links_and_pipes_never_hang_or_loop(tmp_path):
    """A linked page is read, a link to a folder and a pipe are skipped, a link to nowhere is quarantined."""
    place = landing(tmp_path, {"a.html": HTML})
    day = tmp_path / DAY
    (day / "b.html").symlink_to(day / "a.html")
    (day / "c").symlink_to(day)
    (day / "d.html").symlink_to(day / "nowhere")
    (day / "e.html").symlink_to(day / "e.html")
    os.mkfifo(day / "f.html")
    (tmp_path / "2025-07-03").symlink_to(day)
    found = {item.uri if not isinstance(item, Quarantined) else item.raw.uri: item for item in read(place)}
    assert found[f"{DAY}/b.html"].body == HTML
    assert found[f"{DAY}/c"].reason == "is a link to a folder"
    assert "No such file" in found[f"{DAY}/d.html"].error
    assert "symbolic links" in found[f"{DAY}/e.html"].error
    assert found[f"{DAY}/f.html"].reason == "is neither a file nor a folder"
    assert found["2025-07-03/a.html"].landed_on == date(2025, 7, 3)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_quarantined(tmp_path):
    """A file that may not be read is quarantined by the read step; its neighbours are read."""
    place = landing(tmp_path, {"a.html": HTML, "b.html": HTML})
    (tmp_path / DAY / "a.html").chmod(0)
    closed, page = read(place)
    (tmp_path / DAY / "a.html").chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert closed.step == "read"
    assert "Permission denied" in closed.error
    assert page.body == HTML


def test_a_name_that_is_no_utf8_still_gives_a_uri_that_can_be_stored(tmp_path):
    """The uri of any file can be written as UTF-8."""
    place = landing(tmp_path, {"a.html": HTML})
    os.rename(tmp_path / DAY / "a.html", os.fsencode(tmp_path / DAY) + b"/caf\xe9 #1.html")
    [page] = read(place)
    assert page.uri == f"{DAY}/caf\\xe9 #1.html"
    assert page.body == HTML


def test_reading_is_lazy(tmp_path):
    """A page is read when it is asked for, not before."""
    place = landing(tmp_path, {"a.html": HTML, "b.html": HTML})
    found = pages(place, days(place))
    next(found)
    (tmp_path / DAY / "b.html").write_bytes(b"later")
    assert next(found).body == b"later"


@pytest.mark.parametrize("place", [f"{DAY}/a.html", f"{DAY}/sub/a.html"])
def test_one_file_has_the_name_and_facts_its_day_gives_it(tmp_path, place):
    """A file opened by itself is the same page as in a run over its landing folder."""
    folder = landing(tmp_path, {place.removeprefix(f"{DAY}/"): HTML})
    (tmp_path / f"{place}.meta.json").write_text('{"url": "https://harbour.example/a"}')
    assert list(one_file(UPath(tmp_path / place))) == read(folder)


def test_one_file_outside_a_landing_folder(tmp_path):
    """Elsewhere a page is named by its file and has no day."""
    (tmp_path / "a.txt").write_bytes(b"A line.")
    assert list(one_file(UPath(tmp_path / "a.txt"))) == [RawPage("a.txt", b"A line.", "text/plain")]


def test_one_file_that_is_not_there(tmp_path):
    """A missing file is the user's mistake, said with its path."""
    with pytest.raises(FileNotFoundError, match=r"gone\.html is not a file"):
        next(one_file(UPath(tmp_path / "gone.html")))
