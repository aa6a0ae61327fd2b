"""HTML pages with several stories: aggregator pages, live blogs and endless scrolls in every markup, three sizes each."""

from __future__ import annotations

import pytest

from tasks import clean
from tests.split.bank import STORIES
from tests.split.html_pages import LISTED, MARKUPS, TEASERS, json_ld_of, page_of

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


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("name", LISTED)
def test_listed_headline_is_a_story(name: str, n: int) -> None:
    """Where nothing but the page's own list for machines tells the stories, each headline of it that has a text is one."""
    markup, kind = LISTED[name]
    told = STORIES[-n:]
    page = clean(page_of(markup, told, json_ld_of(kind, told)))
    assert [story.title for story in page.stories] == [story.title for story in told]
    assert [story.body for story in page.stories] == ["\n".join(story.body) for story in told]


def test_list_within_an_article_is_no_list_of_stories() -> None:
    """A listicle lists its items for machines too, under the headline of the one article."""
    own = '<script type="application/ld+json">{"@type": "Article", "headline": "Four stories of the week"}</script>'
    page = clean(page_of(LISTED["a list of items"][0], STORIES[:4], own + json_ld_of("ItemList", STORIES[:4])))
    assert len(page.stories) == 1


@pytest.mark.parametrize("name", TEASERS)
def test_teasers_are_no_stories(name: str) -> None:
    """Under an article, headlines with a link or a cut-off sentence are cut as `related`."""
    article, teased = STORIES[0], STORIES[4:8]
    paragraphs = "".join(f"<p>{text}</p>" for story in STORIES[:3] for text in story.body)
    teasers = "".join(TEASERS[name](told) for told in teased)
    html = (
        f"<html><body><article><h1>{article.title}</h1>{paragraphs}</article>"
        f'<section class="more-stories"><h2>More stories</h2>{teasers}</section></body></html>'
    )
    page = clean(html.encode())
    assert len(page.stories) == 1
    assert not any(told.title in page.stories[0].body for told in teased)
    assert {cut.mark.role for cut in page.cuts if any(told.title in cut.block.text for told in teased)} == {"related"}
