"""HTML pages of several stories of the bank: aggregator pages and live blogs in the markups that sites use."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from tests.split.bank import STORIES, Told

Markup = Callable[[Told], str]


def _text(told: Told) -> str:
    return "".join(f"<p>{text}</p>" for text in told.body)


def _article(told: Told) -> str:
    return f"<article><h2>{told.title}</h2><time>{told.time}</time>{_text(told)}</article>"


def _article_with_source(told: Told) -> str:
    header = f'<header><h3>{told.title}</h3><p class="byline">{told.source}</p></header>'
    return f'<article class="story">{header}{_text(told)}</article>'


def _section(told: Told) -> str:
    return f'<section class="item"><h2>{told.title}</h2><span class="date">{told.time}</span>{_text(told)}</section>'


def _div(told: Told) -> str:
    return (
        f'<div class="entry"><h3>{told.title}</h3><div class="author">{told.source}</div><div>{_text(told)}</div></div>'
    )


def _linked(told: Told) -> str:
    return f'<article><h2><a href="/s">{told.title}</a></h2><time>{told.time}</time>{_text(told)}</article>'


def _live(told: Told) -> str:
    return f'<div class="live-blog-entry"><time>10:42</time><h3>{told.title}</h3>{_text(told)}</div>'


def _live_untitled(told: Told) -> str:
    return f'<article class="liveblog-post"><time datetime="2025-07-02T10:42:00Z">10:42</time>{_text(told)}</article>'


def _live_item(told: Told) -> str:
    return f'<li class="live-update"><span class="date">{told.time}</span>{_text(told)}</li>'


def _posting(told: Told) -> str:
    heading = f'<h3 itemprop="headline">{told.title}</h3><time>{told.time}</time>'
    return f'<div itemprop="liveBlogUpdate">{heading}{_text(told)}</div>'


def _nested(told: Told) -> str:
    parts = (f"<h2>{told.title}</h2>", f"<time>{told.time}</time>", _text(told))
    return f'<div class="card-wrap"><article>{"".join(f"<div>{part}</div>" for part in parts)}</article></div>'


def _scrolled(told: Told) -> str:
    header = f'<header><h1>{told.title}</h1><p class="byline">{told.source}</p></header>'
    return f'<div class="scroll-page" data-url="/s">{header}<div class="text">{_text(told)}</div></div>'


def _scrolled_marked(told: Told) -> str:
    made = "leaf" if told is STORIES[-1] else "leaf next"
    return f'<div class="{made}"><h1>{told.title}</h1><span class="author">{told.source}</span>{_text(told)}</div>'


def _plain(told: Told) -> str:
    return f'<div class="u7"><h2>{told.title}</h2>{_text(told)}</div>'


def _plain_nested(told: Told) -> str:
    return f'<div class="u7"><div><h3><a href="/s">{told.title}</a></h3></div><div>{_text(told)}</div></div>'


MARKUPS: dict[str, tuple[Markup, bool]] = {  # whether the stories have titles
    "articles": (_article, True),
    "articles with sources": (_article_with_source, True),
    "sections": (_section, True),
    "divs": (_div, True),
    "linked headings": (_linked, True),
    "live blog": (_live, True),
    "live blog, untitled": (_live_untitled, False),
    "live blog list": (_live_item, False),
    "live blog posting": (_posting, True),
    "nested articles": (_nested, True),
    "endless scroll": (_scrolled, True),
    "endless scroll, one marked": (_scrolled_marked, True),
}
LISTED: dict[str, tuple[Markup, str]] = {  # nothing in the markup tells the stories: the page's JSON-LD lists them
    "a list of items": (_plain, "ItemList"),
    "a list of items, nested": (_plain_nested, "ItemList"),
    "several articles": (_plain, "NewsArticle"),
    "a live blog's updates": (_plain, "LiveBlogPosting"),
}
TEASERS: dict[str, Markup] = {
    "linked heading and cut-off sentence": lambda told: (
        f'<div class="item"><h3><a href="/s">{told.title}</a></h3><p>{_cut_off(told)}</p></div>'
    ),
    "linked card": lambda told: f'<a class="card" href="/s"><h3>{told.title}</h3><span>{_cut_off(told)}</span></a>',
    "heading alone": lambda told: f'<li><a href="/s">{told.title}</a></li>',
}


def _cut_off(told: Told) -> str:
    return " ".join(told.body[0].split()[:12]) + "…"


def json_ld_of(kind: str, stories: Sequence[Told]) -> str:
    """The stories' headlines as a page lists them for machines."""
    articles = [{"@type": "NewsArticle", "headline": told.title} for told in stories]
    if kind == "ItemList":
        items = [{"@type": "ListItem", "position": n, "name": told.title} for n, told in enumerate(stories, 1)]
        listed: object = {"@type": "ItemList", "itemListElement": items}
    elif kind == "LiveBlogPosting":
        updates = [{"@type": "BlogPosting", "headline": told.title} for told in stories]
        listed = {"@type": kind, "liveBlogUpdate": updates}
    else:
        listed = {"@graph": articles}
    return f'<script type="application/ld+json">{json.dumps(listed)}</script>'


def page_of(markup: Markup, stories: Sequence[Told], more: str = "") -> bytes:
    """The stories in one markup, between a menu and a foot, and more of the page's head."""
    inner = "".join(markup(told) for told in stories)
    wrapped = f"<ul>{inner}</ul>" if "<li" in inner else inner
    menu = '<nav><a href="/">Home</a><a href="/world">World</a></nav>'
    foot = "<footer><p>All rights reserved.</p></footer>"
    head = f"<head><title>Updates</title><meta charset='utf-8'>{more}</head>"
    return f"<html>{head}<body>{menu}<main><h1>Updates</h1>{wrapped}</main>{foot}</body></html>".encode()
