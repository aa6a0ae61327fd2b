"""The language that most training pages are in is known by its small words."""

from __future__ import annotations

import pytest

from tasks import Desk, RawPage, opened
from tasks.mark import mark
from tasks.parse import parse
from tasks.split.choose import is_familiar
from tasks.split.draft import lines_of
from tasks.split.sheet import Sheet
from tests.site_pages import SITES, pages_of
from tests.split.bank import STORIES


@pytest.fixture(scope="module")
def desk():
    return Desk.load()


def sheet_of(lines, desk: Desk) -> Sheet:
    page = mark(parse(opened(RawPage("page", "\n".join(lines).encode(), "text/plain")), desk), desk)
    return Sheet.read(lines_of(page), desk.splitter)


@pytest.mark.parametrize("number", range(0, 9, 3))
def test_english_is_familiar(desk, number):
    lines = [line for story in STORIES[number : number + 3] for line in story.body]
    assert is_familiar(sheet_of(lines, desk), desk.splitter.cues.familiar)


@pytest.mark.parametrize("site", SITES[1:3], ids=lambda site: site.host)
def test_other_languages_are_not(desk, site):
    """German and Spanish share small words with English (`a`, `was`), but few."""
    for made in pages_of(site, 5):
        assert not is_familiar(sheet_of(made.body, desk), desk.splitter.cues.familiar)
