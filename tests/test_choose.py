"""Which pages a run cleans."""

from __future__ import annotations

import pytest

from tasks.choose import DUE, Choice, is_of_site
from tasks.desk import Versions
from tasks.page import Quarantined, RawPage
from tasks.warehouse import KnownPage

NOW, THEN = Versions("2", "1", "1"), Versions("1", "1", "1")
PAGE = RawPage("2025-07-02/a.html", b"<p>a</p>", url="https://www.example.org/a")
SAME = KnownPage(PAGE.content_hash, NOW)
STATES = {
    "missing": {},
    "unchanged": {"known": {PAGE.page_id: SAME}},
    "other rules": {"known": {PAGE.page_id: KnownPage(PAGE.content_hash, THEN)}},
    "other content": {"known": {PAGE.page_id: KnownPage("other", NOW)}},
    "quarantined": {"quarantined": frozenset([PAGE.page_id])},
}


@pytest.mark.parametrize(
    ("which", "cleaned"),
    [
        (DUE, {"missing", "other rules", "other content", "quarantined"}),
        (("missing",), {"missing"}),
        (("outdated",), {"other rules", "other content"}),
        (("quarantined",), {"quarantined"}),
        (("all",), set(STATES)),
    ],
    ids=["due", "missing", "outdated", "quarantined", "all"],
)
def test_what_is_asked_for_is_cleaned(which, cleaned):
    """Of what was not asked for, an unchanged page is told as such and the rest is passed over."""
    verdicts = {state: Choice(NOW, which, **known).verdict(PAGE) for state, known in STATES.items()}
    assert {state for state, verdict in verdicts.items() if verdict == "clean"} == cleaned
    assert verdicts["unchanged"] in ("unchanged", "clean")
    assert {verdicts[state] for state in STATES if state != "unchanged"} <= {"clean", "passed over"}


def test_a_page_that_could_not_be_read_goes_on():
    """It has no content to compare, so it is told whatever was asked for; a named site it cannot be of."""
    unread = Quarantined(RawPage("2025-07-02/b.html", b""), "read", "is cut short")
    assert Choice(NOW, ("outdated",)).verdict(unread) == "clean"
    assert Choice(NOW, site="example.org").verdict(unread) == "passed over"


def test_an_address_with_half_a_character_costs_no_run():
    """JSON can write half of a surrogate pair; such a page is chosen as any other."""
    page = RawPage("2025-07-02/a.jsonl#1", b"<p>a</p>", url="https://\ud800.example.org/a")
    assert Choice(NOW, site="example.org").verdict(page) == "clean"
    assert page.content_hash != PAGE.content_hash


@pytest.mark.parametrize(
    ("url", "site", "of"),
    [
        ("https://example.org/a", "example.org", True),
        ("https://news.example.org/a", "example.org", True),
        ("https://www.example.org/a", "www.Example.org", True),
        ("https://notexample.org/a", "example.org", False),
        ("https://example.org/a", " https://www.example.org/news ", True),
        ("https://m.example.org/a", "m.example.org", True),
        ("http://[example.org/a", "example.org", False),
        ("https://example.org/a", "/", False),
        (None, "example.org", False),
    ],
)
def test_a_site_is_a_host_and_what_is_below(url, site, of):
    """A site may be given as an address of it; a page without an address, or with a broken one, is of no site."""
    assert is_of_site(url, site) is of
