"""Pages that hold several stories as elements: each story's element is numbered before any extractor sees the page.

What counts: two or more `article` elements with text of their own, live-blog entries, repeated sibling sections each
with a heading and a time or byline. Comments and teasers (headline and link, or a line of text) do not.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from lxml import etree

SECTION_ATTRIBUTE = "data-copydesk-section"
MIN_WORDS = 25
MIN_UNSTAMPED = 3  # sections without a time or byline of their own must be this many
FULL_STORY_WORDS = 60
LIVE = re.compile(r"live-?(?:blog)?-?_*(?:entry|update|post|event|item)|liveBlogUpdate|\bkey-?event\b|lb-?post", re.I)
STORY = re.compile(r"stor(?:y|ies)|brief|item|entry|news|short|digest|meldung|breve|nota\b|notice|post\b", re.I)
NOT_STORY = re.compile(
    r"comment|reply|respon[ds]|teaser|card|promo|related|recommend|widget|sidebar|newsletter|advert", re.I
)
STAMP = re.compile(r"\b(?:time|date|byline|author|published|posted)\b|\bdateline\b", re.I)


def may_hold_sections(tree: etree._Element) -> bool:
    """A cheap look, so that only pages with two candidate elements pay for being cut with BeautifulSoup."""
    homes = {_home(heading) for heading in tree.iter("h1", "h2", "h3", "h4")}
    full = sum(1 for home in homes if sum(len("".join(p.itertext()).split()) for p in home.iter("p")) >= MIN_WORDS)
    if full >= 2:
        return True
    live = sum(
        1 for e in tree.iter("article", "div", "li", "section") if LIVE.search(f"{e.get('class')} {e.get('itemprop')}")
    )
    return live >= 2


def _home(heading: etree._Element) -> etree._Element:
    """The article around a heading, or else the section or div that holds it and a stamp of its own."""
    article = next(heading.iterancestors("article"), None)
    if article is not None:
        return article
    parent = heading.getparent()
    if parent.tag in ("header", "hgroup", "a"):
        parent = parent.getparent()
    return parent if _lxml_stamped(parent) or STORY.search(parent.get("class") or "") else heading


def _lxml_stamped(parent: etree._Element) -> bool:
    return any(
        e.tag == "time" or STAMP.search(e.get("class") or "") for e in parent.iter("time", "span", "p", "div", "a")
    )


def number_sections(html: str) -> tuple[str, tuple[str, ...]]:
    """The HTML with each story section numbered from 1, and the pieces an extractor is shown one by one.

    The first piece is the page without its sections, then each section. A page of one story comes back as it is.
    """
    soup = BeautifulSoup(html, "lxml")
    sections = _articles(soup) or _live_entries(soup) or _repeated_sections(soup)
    if len(sections) < 2:
        return html, (html,)
    for number, section in enumerate(sections, 1):
        section[SECTION_ATTRIBUTE] = str(number)
    numbered = str(soup)
    pieces = [f"<html><body>{section.extract()}</body></html>" for section in sections]
    return numbered, (str(soup), *pieces)


def _articles(soup: BeautifulSoup) -> list[Tag]:
    found = [a for a in soup.find_all("article") if not a.find_parent("article") and _is_story(a)]
    return found if _share(soup, found) > 0.5 else []


def _live_entries(soup: BeautifulSoup) -> list[Tag]:
    entries = [e for e in soup.find_all(["article", "div", "li", "section"]) if LIVE.search(_hooks(e)) and _is_entry(e)]
    inside = set(map(id, entries))
    outer = [e for e in entries if not any(id(parent) in inside for parent in e.parents)]
    if len(outer) >= 2:
        return outer
    # One wrapper matched and hides its entries: take the innermost instead.
    return [e for e in entries if not any(id(child) in inside for child in e.find_all(True))]


def _repeated_sections(soup: BeautifulSoup) -> list[Tag]:
    for parent in soup.find_all(["main", "div", "section", "body", "article"]):
        children = [c for c in parent.find_all(["section", "div"], recursive=False) if _is_story(c)]
        children = [c for c in children if _has_stamp(c) or STORY.search(_hooks(c))]
        alike = [c for c in children if c.name == children[0].name and c.get("class") == children[0].get("class")]
        if len(alike) >= (2 if alike and _has_stamp(alike[0]) else MIN_UNSTAMPED) and _share(soup, alike) > 0.5:
            return alike
    return []


def _is_story(element: Tag) -> bool:
    """A heading of its own and running text: a whole story, or a brief whose heading leads nowhere else."""
    heading = element.find(["h1", "h2", "h3", "h4"])
    if heading is None or NOT_STORY.search(_hooks(element)):
        return False
    n = _n_words(element)
    return n >= FULL_STORY_WORDS or (n >= MIN_WORDS and heading.find("a") is None and heading.find_parent("a") is None)


def _is_entry(element: Tag) -> bool:
    return not NOT_STORY.search(_hooks(element)) and _has_stamp(element) and _n_words(element) >= 8


def _has_stamp(element: Tag) -> bool:
    return element.find("time") is not None or element.find(attrs={"class": STAMP}) is not None


def _n_words(element: Tag) -> int:
    """Words of running text: paragraphs, without what is only a link."""
    return sum(len(p.get_text(" ").split()) for p in element.find_all("p") if not _is_link(p))


def _is_link(paragraph: Tag) -> bool:
    linked = sum(len(a.get_text()) for a in paragraph.find_all("a"))
    return linked > 0.6 * max(1, len(paragraph.get_text()))


def _share(soup: BeautifulSoup, sections: list[Tag]) -> float:
    """The part of the page's running text that stands inside the sections."""
    return sum(map(_n_words, sections)) / max(1, _n_words(soup))


def _hooks(element: Tag) -> str:
    return " ".join([*element.get("class", []), element.get("id") or "", element.get("itemprop") or ""])
