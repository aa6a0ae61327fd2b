"""Bad input: what each kind of it says, and that it costs nothing but itself."""

from __future__ import annotations

import gzip

import pytest
from upath import UPath

from tasks import clean_page
from tasks.desk import Desk
from tasks.page import Quarantined, RawPage
from tasks.read import LandingError, Skipped, days, pages

DAY = "2025-07-02"
GOOD = b"<html><body><h1>Harbour reopens</h1><p>The harbour at Lenz reopened after fog.</p></body></html>"

PACKED = "(full of control bytes), not text; it may be packed in a way copydesk does not read"
# file -> what is said of it, word for word
SAID = {
    "b-large.html": "is 200 MB, limit 50 MB; raise COPYDESK_PAGE_MEGABYTES or remove it",
    "c-image.html": "is really a PNG image",
    "d-cut.html.gz": "is cut short or damaged (Compressed file ended before the end-of-stream marker was reached); "
    "land it again. What stood before it was read",
    "e-lines.jsonl#2": "is a line that is no JSON (Unterminated string starting at: line 1 column 10 (char 9)); "
    "mend or remove line 2",
    "f-gone.html": "cannot be read (No such file or directory); check that it is there, whole and readable",
    "g-notes.docx": "is not a page: copydesk reads .html, .htm, .txt, .jsonl, .warc, each also with .gz",
    "h.warc": "is cut short or damaged (near record 1: Invalid WARC header); land it again. "
    "What stood before it was read",
    "i.txt": "is binary data (full of zero bytes), not text",
    "k.html": f"is binary data {PACKED}",
    "l.jsonl": f"is binary data {PACKED}",
}


@pytest.fixture(scope="module")
def landing(tmp_path_factory) -> UPath:
    """One day with a good page before and after every kind of bad one."""
    folder = tmp_path_factory.mktemp("landing")
    day = folder / DAY
    day.mkdir()
    (day / "a.html").write_bytes(GOOD)
    with (day / "b-large.html").open("wb") as large:
        large.truncate(200 * 2**20)  # takes no room on the disk
    (day / "c-image.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (day / "d-cut.html.gz").write_bytes(gzip.compress(GOOD)[:-9])
    (day / "e-lines.jsonl").write_bytes(b'{"text": "One line."}\n{"text": "cut\n{"text": "Another line."}\n')
    (day / "f-gone.html").symlink_to(day / "nowhere.html")
    (day / "g-notes.docx").write_bytes(b"notes")
    (day / "h.warc").write_bytes(GOOD)
    (day / "i.txt").write_bytes(bytes(5000))
    (day / "j.html").write_bytes(GOOD)
    (day / "k.html").write_bytes(bytes(range(1, 256)) * 20)
    (day / "l.jsonl").write_bytes(bytes(range(1, 256)) * 20)
    return UPath(folder)


@pytest.fixture(scope="module")
def found(landing) -> dict[str, RawPage | Skipped | Quarantined]:
    """What reading gave, by the name of the file, line or record."""
    items = list(pages(landing, days(landing)))
    named = {(item.raw if isinstance(item, Quarantined) else item).uri.removeprefix(f"{DAY}/"): item for item in items}
    assert len(named) == len(items)
    return named


@pytest.mark.parametrize("name", SAID)
def test_bad_input_says_what_is_wrong_and_what_to_do(found, name):
    """Each kind of bad input is named with the reason, and with the remedy where there is one."""
    item = found[name]
    said = item.error if isinstance(item, Quarantined) else f"{item.uri} {item.reason}"
    assert said == f"{DAY}/{name} {SAID[name]}"


def test_bad_input_costs_only_itself(found):
    """The pages before, between and after bad ones are read."""
    assert [name for name, item in found.items() if isinstance(item, RawPage)] == [
        "a.html", "e-lines.jsonl#1", "e-lines.jsonl#3", "j.html",
    ]  # fmt: skip
    assert set(found) == {*SAID, "a.html", "e-lines.jsonl#1", "e-lines.jsonl#3", "j.html"}


ODD_PAGES = {
    "empty": b"",
    "blank": b" \n\t\r\n\x0c ",
    "only-zeros": bytes(64),
    "only-tags": b"<div><p></p><br></div>" * 50,
    "never-closed": b"<div><p>The fog lay on Lenz." * 300,
    "deep": b"<div>" * 1500 + b"The fog lay on Lenz." + b"</div>" * 1500,
    "one-long-line": b"The fog lay on Lenz and the ships lay still. " * 4000,
    "false-charset": b"<meta charset=utf-8><p>Die F\xe4hre f\xfchrt nach Gr\xfcnm\xfchl, sagte Orla Prent am Kai.",
    "unknown-charset": b"<meta charset=x-fog><p>The fog lay on Lenz.",
    "utf-16": "<p>The fog lay on Lenz.".encode("utf-16"),
    "xml": b"<?xml version='1.0' encoding='utf-8'?><rss><item><title>Fog</title></item></rss>",
    "frameset": b"<html><frameset><frame src='a.html'></frameset></html>",
    "broken-json-ld": b"<script type='application/ld+json'>{</script><p>The fog lay on Lenz.",
    "broken-address": b"<link rel=canonical href='http://[lenz'><p>The fog lay on Lenz.",
    "endless-byline": b"<h1>Fog</h1><p class=byline>By Orla Prent" + b", " * 50_000 + b"<p>The fog lay on Lenz.",
    "million-entities": b"<p>" + b"&#8203;&amp;&nbsp;&bogus;" * 5000,
    "surrogates": b"<p>&#xD83D; &#x110000; &#0; The fog lay on Lenz.",
    "attribute-soup": b"<p class='a' class=\"b\" =x \"' data-<p>The fog lay on Lenz.",
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.load()


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
@pytest.mark.parametrize("case", ODD_PAGES)
def test_an_odd_page_is_cleaned_without_an_error(desk, case, media_type):
    """However odd a page, every step ends, and what it holds can be stored as UTF-8."""
    page = clean_page(RawPage(uri=case, body=ODD_PAGES[case], media_type=media_type), desk)
    assert len(page.marks) == len(page.blocks)
    assert len(page.cuts) + sum(len(story.blocks) for story in page.stories) == len(page.blocks)
    "".join([page.main_text, *(block.text for block in page.blocks)]).encode("utf-8")


def test_an_empty_landing_folder_is_said_so(tmp_path):
    """An empty landing folder is an error with the place and the shape it should have."""
    with pytest.raises(
        LandingError, match=r"The landing folder is empty: .*one sub-folder a day, named like 2025-07-02"
    ):
        days(UPath(tmp_path))
