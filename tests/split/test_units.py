"""HTML pages of stories that only their place on the page tells: what repeats is a story, sub-heads and teasers are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks import clean
from tasks.split.unit_titles import CLOCK
from tests.split.bank import STORIES
from tests.split.html_pages import page_of
from tests.split.unit_pages import LED, PLAIN, SIGNED

ARTICLES = {file.stem: file for file in sorted((Path(__file__).parent / "whole").glob("*.txt"))}


@pytest.mark.parametrize("name", SIGNED)
def test_repeated_units_are_stories(name: str) -> None:
    """Each story comes out alone, with its own title, outlet and time."""
    told = STORIES[-6:]
    page = clean(page_of(SIGNED[name], told))
    found = [(story.title, story.body, story.source, story.published_raw) for story in page.stories]
    assert found == [(story.title, "\n".join(story.body), story.source, story.time) for story in told]


@pytest.mark.parametrize("name", LED)
def test_units_under_a_clock_are_stories(name: str) -> None:
    """Each entry comes out alone, with its own title and time."""
    told = STORIES[-6:]
    page = clean(page_of(LED[name], told))
    found = [(story.title, story.body, story.published_raw) for story in page.stories]
    assert found == [(story.title, "\n".join(story.body), "10:42") for story in told]


@pytest.mark.parametrize("name", PLAIN)
def test_titles_of_different_things_are_stories(name: str) -> None:
    """Each title whose words stand in the text under it and in no other has a story under it."""
    told = STORIES[-6:]
    page = clean(page_of(PLAIN[name], told))
    assert [(story.title, story.body) for story in page.stories] == [(x.title, "\n".join(x.body)) for x in told]


def test_there_are_articles_to_ask() -> None:
    """The folder they lie in is not empty."""
    assert len(ARTICLES) > 5


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("10:42 amended plan approved", "amended plan approved"), ("10.42 Uhr: Ferry stopped", "Ferry stopped"),
        ("10:42am Ferry stopped", "Ferry stopped"), ("10.42 - Ferry stopped", "Ferry stopped"),
        ("12.03.2025 Ferry stopped", None), ("3.50 euros an hour more", None), ("1.10 Notes", None), ("100:42 beat", None),
    ],
)  # fmt: skip
def test_a_clock_before_a_title_is_told_from_a_price_a_number_and_a_date(title, rest) -> None:
    """What is taken off a title is a clock."""
    clock = CLOCK.match(title)
    assert (title[clock.end() :] if clock else None) == rest


@pytest.mark.parametrize("name", ARTICLES)
def test_article_under_sub_heads_stays_whole(name: str) -> None:
    """A line that is no sentence may be a heading of an article's section."""
    title, *lines = [line for line in ARTICLES[name].read_text(encoding="utf-8").split("\n") if line.strip()]
    tagged = [f"<p>{line}</p>" if line.rstrip()[-1] in '.”"!:' else f"<h2>{line}</h2>" for line in lines]
    page = clean(f"<html><body><article><h1>{title}</h1>{''.join(tagged)}</article></body></html>".encode())
    assert len(page.stories) == 1, [story.title for story in page.stories]


def test_items_with_links_of_their_own_are_no_stories() -> None:
    """A list of things to buy has a heading and a link an item, and one subject."""
    items = [
        ("Alder 2 kitchen radio", "light"),
        ("Birch X travel radio", "loud"),
        ("Cedar Mini pocket radio", "cheap"),
        ("Dogwood Pro garden radio", "sturdy"),
    ]
    tagged = [
        f'<h2><a href="/shop/{name[:5]}">{name}</a></h2><p>The {name} is the most {word} we tested: its speaker fills a kitchen, '
        "and the battery lasts for a week of breakfasts.</p>"
        for name, word in items
    ]
    page = clean(f"<html><body><article><h1>Four kitchen radios</h1>{''.join(tagged)}</article></body></html>".encode())
    assert len(page.stories) == 1


def test_timeline_is_one_story() -> None:
    """A date alone heads a chapter, no entry of a live blog."""
    days = ["March 2009", "July 2011", "October 2014", "May 2018"]
    tagged = "".join(
        f"<h2>{day}</h2>{''.join(f'<p>{text}</p>' for text in told.body)}"
        for day, told in zip(days, STORIES, strict=False)
    )
    page = clean(f"<html><body><article><h1>How it came about</h1>{tagged}</article></body></html>".encode())
    assert len(page.stories) == 1


def test_teasers_beside_an_article_are_cut() -> None:
    """Titles that lead elsewhere, each with a whole sentence, in an element of their own, are `related` under any name."""
    article, teased = STORIES[0], STORIES[4:8]
    paragraphs = "".join(f"<p>{text}</p>" for story in STORIES[:3] for text in story.body)
    cards = "".join(f'<div><a href="/{x.title[:9]}"><h4>{x.title}</h4></a><p>{x.body[0]}</p></div>' for x in teased)
    page = clean(
        f"<html><body><article><h1>{article.title}</h1>{paragraphs}</article><div>{cards}</div></body></html>".encode()
    )
    assert len(page.stories) == 1
    assert not any(told.body[0] in page.stories[0].body for told in teased)
    assert {cut.mark.role for cut in page.cuts if cut.block.text in {told.title for told in teased}} == {"related"}


def test_the_article_over_repeated_units_is_a_story_too() -> None:
    """A digest that opens with a longer story, the others laid out alike under it."""
    over, *units = STORIES[:5]
    text = "".join(f"<p>{text}</p>" for text in over.body)
    under = "".join(f"<div><h3>{told.title}</h3><p>{' '.join(told.body)}</p></div>" for told in units)
    page = clean(f"<html><body><main><h1>{over.title}</h1>{text}<div>{under}</div></main></body></html>".encode())
    assert [story.title for story in page.stories] == [told.title for told in STORIES[:5]]
    assert page.stories[0].body.split("\n") == list(over.body)


def test_a_story_whose_last_paragraph_was_shortened_keeps_it() -> None:
    """It ends in an ellipsis, and nothing over it heads a teaser."""
    *units, last = STORIES[:4]
    cut = "The head of the school, who has led it for eleven years, said on the same evening that she …"
    under = "".join(
        f"<div><h3>{told.title}</h3>{''.join(f'<p>{x}</p>' for x in told.body)}<p>10:30</p></div>" for told in units
    )
    under += f"<div><h3>{last.title}</h3>{''.join(f'<p>{x}</p>' for x in last.body)}<p>{cut}</p><p>9:10</p></div>"
    page = clean(f"<html><body><main><h1>The day</h1><div>{under}</div></main></body></html>".encode())
    assert page.stories[-1].body.endswith(cut)


def test_only_links_make_a_link_list() -> None:
    """On HTML pages links can be seen: a list of short lines without any is text."""
    rows = [f"<li>{told.title}</li>" for told in STORIES[:7]]
    links = [f'<li><a href="/{n}">{told.title}</a></li>' for n, told in enumerate(STORIES[:7])]
    plain, linked = (
        clean(f"<html><body><main><h1>This year's honours</h1><ul>{''.join(items)}</ul></main></body></html>".encode())
        for items in (rows, links)
    )
    assert len(plain.stories) == 1
    assert linked.empty_reason == "link list"


def test_the_days_of_a_timeline_and_its_teasers() -> None:
    """The days stand in the text of one story; titles with texts that break off under it are cut as `related`."""
    days = ["3 March 2021", "18 June 2022", "7 January 2024", "22 September 2025"]
    told = [STORIES[n].body[0] for n in range(4)]
    dated = "".join(f"<h3><time>{day}</time></h3><p>{text}</p>" for day, text in zip(days, told, strict=True))
    teased = [(x.title, f"{' '.join(x.body[0].split()[:12])}…") for x in STORIES[5:8]]
    under = "".join(f"<p><b>{title}</b></p><p>{text}</p>" for title, text in teased)
    page = clean(
        f"<html><body><article><h1>How it came about</h1><p>{STORIES[4].body[0]}</p>{dated}{under}</article></body></html>".encode()
    )
    (story,) = page.stories
    assert [line for line in story.body.split("\n") if line in days] == days
    assert not any(text in story.body for _, text in teased)
    assert {cut.mark.role for cut in page.cuts if cut.block.text in dict(teased).values()} == {"related"}


@pytest.mark.parametrize(
    "markup", ['<a href="/{n}">{title}</a> ', '<p><a href="/{n}">{title}</a></p>', '<a href="/{n}">{title}</a> | ']
)
@pytest.mark.parametrize("many", [3, 12])
def test_a_page_that_is_all_links_holds_no_story(markup: str, many: int) -> None:
    """Whatever they stand in, and however few they are."""
    titles = [told.title for told in STORIES] * 2
    links = "".join(markup.format(n=n, title=title) for n, title in enumerate(titles[:many]))
    assert clean(f"<html><body><div>{links}</div></body></html>".encode()).empty_reason == "link list"
