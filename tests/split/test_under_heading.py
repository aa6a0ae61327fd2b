"""A heading of related stories parts what stands over it from the story under it, unless it is a box within the story."""

from __future__ import annotations

from tasks import clean
from tests.split.bank import STORIES

FIRST, SECOND = STORIES[0], STORIES[1]
OVER = "Meet Our Helpers"


def test_a_line_over_the_heading_is_not_of_the_story_under_it() -> None:
    """Neither its source nor its text."""
    lines = (
        FIRST.title,
        *FIRST.body,
        OVER,
        "Related Articles",
        SECOND.title,
        "Tarn Herald",
        "2 hours ago",
        *SECOND.body,
    )
    page = clean("\n".join(lines).encode(), media_type="text/plain")
    assert [story.source for story in page.stories] == [None, "Tarn Herald"]
    assert not [story for story in page.stories if OVER in story.body]


def test_a_box_between_a_storys_time_and_its_text_leaves_it_its_title() -> None:
    """The heading is of the box."""
    lines = (FIRST.title, "Tarn Herald", "2 hours ago", "Related Articles", SECOND.title, *FIRST.body)
    page = clean("\n".join(lines).encode(), media_type="text/plain")
    assert [story.title for story in page.stories] == [FIRST.title]
