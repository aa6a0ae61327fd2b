"""Text pages with several stories, a page a layout, and pages of one story that look like several."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks import clean
from tests.split.bank import STORIES
from tests.split.text_pages import LAYOUTS

WHOLE = {file.stem: file for file in sorted((Path(__file__).parent / "whole").glob("*.txt"))}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_is_split(name: str) -> None:
    """Every story of the page comes out alone, with its own title where it has one."""
    layout, titled, whole = LAYOUTS[name]
    page = clean("\n".join(layout(STORIES)).encode(), media_type="text/plain")
    wanted = [list(story.body) if whole else [story.body[0]] for story in STORIES]
    assert [len(story.body.split("\n")) for story in page.stories] == [len(body) for body in wanted]
    for story, body in zip(page.stories, wanted, strict=True):
        assert all(text in story.body for text in body)
    if titled:
        assert [story.title for story in page.stories] == [story.title for story in STORIES]


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name.startswith("source and time")])
def test_source_and_time_are_the_own_storys(name: str) -> None:
    """Whether they stand before the text or after it, each story has its own."""
    page = clean("\n".join(LAYOUTS[name][0](STORIES)).encode(), media_type="text/plain")
    assert [story.source for story in page.stories] == [story.source for story in STORIES]
    assert [story.published_raw for story in page.stories] == [story.time for story in STORIES]


def test_text_may_be_a_bare_line() -> None:
    """Under a title and a stamp, a line without a full stop is the story's text."""
    told = [(story, story.body[0].split(". ")[0].rstrip(".")) for story in STORIES]
    lines = [line for story, text in told for line in (story.title, f"{story.source} - {story.time}", text, "---")]
    page = clean("\n".join(lines).encode(), media_type="text/plain")
    assert [(story.title, story.body) for story in page.stories] == [(story.title, text) for story, text in told]


@pytest.mark.parametrize("name", WHOLE)
def test_ordinary_shape_stays_whole(name: str) -> None:
    """An article that looks like several stories is one."""
    page = clean(WHOLE[name].read_bytes(), media_type="text/plain")
    assert len(page.stories) == 1, [story.body[:60] for story in page.stories]


def test_shape_names_the_reading_and_its_rival() -> None:
    """A split page says what it was taken for, what else it could have been, and by how much."""
    page = clean("\n".join(LAYOUTS["title twice"][0](STORIES)).encode(), media_type="text/plain")
    assert page.shape.name != "one_story"
    assert page.shape.runner_up is not None
    assert page.shape.margin > 0
