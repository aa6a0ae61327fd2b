"""Teasers on text pages: titles with a text that breaks off are cut as `related`, and are neither stories nor a story's text."""

from __future__ import annotations

from tasks import clean
from tasks.page import CleanPage
from tests.split.bank import STORIES, Told

ENDS = ("…", "...", "[…]", "[...]")


def cleaned(lines: list[str]) -> CleanPage:
    return clean("\n".join(lines).encode(), media_type="text/plain")


def teaser(told: Told, end: str) -> list[str]:
    """A title and the first words of a text."""
    return [told.title, f"{' '.join(told.body[0].split()[:12])}{end}"]


def related(page: CleanPage) -> set[str]:
    return {block.text for block in page.blocks if page.marks[block.index].role == "related"}


def test_teasers_between_stories_are_no_stories() -> None:
    """The stories around them stay whole, and each line of a teaser says why it was cut."""
    told = STORIES[:5]
    lines = [
        line
        for n, story in enumerate(told)
        for line in (teaser(story, "…") if n in (1, 3) else (story.title, *story.body))
    ]
    page = cleaned(lines)
    whole = [story for n, story in enumerate(told) if n not in (1, 3)]
    assert [story.title for story in page.stories] == [story.title for story in whole]
    assert [story.body.split("\n") for story in page.stories] == [list(story.body) for story in whole]
    assert related(page) >= {line for n in (1, 3) for line in teaser(told[n], "…")}


def test_teasers_under_an_article_are_none_of_its_text() -> None:
    """However they break off; the heading over them goes too."""
    paragraphs = [
        *STORIES[0].body,
        "The operator hopes that the wind drops by Friday, and has asked for patience until then.",
    ]
    teasers = [line for story, end in zip(STORIES[2:6], ENDS, strict=True) for line in teaser(story, end)]
    page = cleaned([STORIES[0].title, *paragraphs, "More from the islands", *teasers])
    assert [story.body.split("\n") for story in page.stories] == [paragraphs]
    assert related(page) >= set(teasers)


def test_an_article_that_ends_in_three_dots_keeps_its_end() -> None:
    """One text that breaks off is no row of teasers."""
    paragraphs = [
        *STORIES[0].body,
        "The operator hopes for Friday.",
        "Bread",
        "And so the island waits for the wind to drop…",
    ]
    page = cleaned([STORIES[0].title, *paragraphs])
    assert [story.body.split("\n")[-1] for story in page.stories] == [paragraphs[-1]]


def test_titles_with_how_long_ago_under_an_article_are_teasers() -> None:
    """Times of other kinds may be an article's own: of a programme, of a timeline."""
    paragraphs = [*STORIES[0].body, "The operator hopes that the wind drops by Friday."]
    for ago, is_whole in (("3 hours ago", False), ("15:30", True)):
        listed = [line for told in STORIES[2:5] for line in (told.title, ago)]
        (story,) = cleaned([STORIES[0].title, "", *paragraphs, "", *listed]).stories
        assert (story.body.split("\n")[: len(paragraphs) + 1] == paragraphs) is not is_whole
