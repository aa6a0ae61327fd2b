"""Thirty HTML pages with several stories: aggregator pages and live blogs in ten markups, three sizes each."""

from __future__ import annotations

import pytest

from tasks import clean
from tests.split.bank import STORIES
from tests.split.html_pages import MARKUPS, page_of

SIZES = (2, 4, 8)


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("name", MARKUPS)
def test_each_element_is_a_story(name: str, n: int) -> None:
    """Every story of the page comes out alone and whole, under its own title where it has one."""
    markup, titled = MARKUPS[name]
    told = STORIES[-n:]
    page = clean(page_of(markup, told))
    assert [story.body for story in page.stories] == ["\n".join(story.body) for story in told]
    if titled:
        assert [story.title for story in page.stories] == [story.title for story in told]


@pytest.mark.parametrize("name", [name for name in MARKUPS if name.startswith("live")])
def test_live_entries_say_so(name: str) -> None:
    """A live blog's stories are live entries."""
    page = clean(page_of(MARKUPS[name][0], STORIES))
    assert {story.kind for story in page.stories} == {"live_entry"}
