"""Pages that hold several stories as elements: each story's element is numbered before any extractor sees the page.

What counts: two or more `article` elements with text of their own, live-blog entries, repeated sibling sections each
with a heading and a time or byline. Comments and teasers (headline and link, or a line of text) do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from lxml import etree

from tasks.parse.listed import folded

SECTION_ATTRIBUTE = "data-copydesk-section"
MIN_WORDS = 25
MIN_UNSTAMPED = 3  # sections without a time or byline of their own must be this many
FULL_STORY_WORDS = 60
SENTENCE = 8
LIVE = re.compile(r"live-?(?:blog)?-?_*(?:entry|update|post|event|item)|liveBlogUpdate|\bkey-?event\b|lb-?post", re.I)
STORY = re.compile(r"stor(?:y|ies)|brief|item|entry|news|short|digest|meldung|breve|nota\b|notice|post\b", re.I)
NOT_STORY = re.compile(
    r"comment|reply|respon[ds]|teaser|card|promo|related|recommend|widget|sidebar|newsletter|advert", re.I
)
STAMP = re.compile(r"\b(?:time|date|byline|author|published|posted)\b|\bdateline\b", re.I)


def number_sections(tree: etree._Element, listed: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Numbers each story section of the tree from 1; gives the pieces an extractor is shown one by one.

    The first piece is the page without its sections, then each section. A page of one story stays as it is: no piece.
    `listed`: the headlines that the page's JSON-LD lists.
    """
    if not listed and not _may_hold_sections(tree):
        return ()
    prose = Prose(tree)
    sections = _articles(prose) or _live_entries(prose) or _repeated_sections(prose) or _listed(prose, listed)
    if len(sections) < 2:
        return ()
    for number, section in enumerate(sections, 1):
        section.set(SECTION_ATTRIBUTE, str(number))
    return _cut(tree)


def _cut(tree: etree._Element) -> tuple[str, ...]:
    soup = BeautifulSoup(etree.tostring(tree, method="html", encoding="unicode"), "lxml")
    sections = soup.find_all(attrs={SECTION_ATTRIBUTE: True})
    pieces = [f"<html><body>{section.extract()}</body></html>" for section in sections]
    return (str(soup), *pieces)


def _may_hold_sections(tree: etree._Element) -> bool:
    """A cheap look, so that only pages with two candidate elements are gone through."""
    homes = _homes(tree)
    if len(homes) >= 2:
        full = (h for h in homes if sum(len("".join(p.itertext()).split()) for p in h.iter("p")) >= MIN_WORDS)
        if next(full, None) is not None and next(full, None) is not None:
            return True
    candidates = tree.iter("article", "div", "li", "section")
    live = (e for e in candidates if LIVE.search(f"{e.get('class')} {e.get('itemprop')}"))
    return next(live, None) is not None and next(live, None) is not None


def _homes(tree: etree._Element) -> set[etree._Element]:
    """For each heading the article around it, or else the element that holds it and a stamp of its own, or itself."""
    homes, stamped = set(), {}
    for heading in tree.iter("h1", "h2", "h3", "h4"):
        home = next(heading.iterancestors("article"), None)
        if home is None:
            home = heading.getparent()
            if home.tag in ("header", "hgroup", "a"):
                home = home.getparent()
            if home not in stamped:
                stamped[home] = STORY.search(home.get("class") or "") is not None or _has_stamp(home)
            home = home if stamped[home] else heading
        homes.add(home)
    return homes


class Prose:
    """A page's tree with the words of running text of each paragraph, counted once; a paragraph of links has none."""

    def __init__(self, tree: etree._Element) -> None:
        self.tree = tree
        self.words = {p: 0 if _is_link(p) else len(" ".join(p.itertext()).split()) for p in tree.iter("p")}
        self.total = sum(self.words.values())

    def n_words(self, element: etree._Element) -> int:
        return sum(self.words[p] for p in element.iter("p"))

    def n_paragraphs(self, element: etree._Element) -> int:
        return sum(self.words[p] >= SENTENCE for p in element.iter("p"))

    def share(self, sections: list[etree._Element]) -> float:
        """The part of the page's running text that stands inside the sections."""
        return sum(map(self.n_words, sections)) / max(1, self.total)


def _articles(prose: Prose) -> list[etree._Element]:
    outer = (a for a in prose.tree.iter("article") if next(a.iterancestors("article"), None) is None)
    found = [a for a in outer if _is_story(a, prose)]
    return found if prose.share(found) > 0.5 else []


def _live_entries(prose: Prose) -> list[etree._Element]:
    candidates = prose.tree.iter("article", "div", "li", "section")
    entries = [e for e in candidates if LIVE.search(_hooks(e)) and _is_entry(e, prose)]
    inside = set(entries)
    outer = [e for e in entries if not any(parent in inside for parent in e.iterancestors())]
    if len(outer) >= 2:
        return outer
    # One wrapper matched and hides its entries: take the innermost instead.
    return [e for e in entries if not any(child in inside for child in e.iterdescendants())]


def _repeated_sections(prose: Prose) -> list[etree._Element]:
    for parent in prose.tree.iter("main", "div", "section", "body", "article"):
        children = [c for c in parent.iterchildren("section", "div") if _is_story(c, prose)]
        children = [c for c in children if _has_stamp(c) or STORY.search(_hooks(c))]
        alike = [c for c in children if _make(c) == _make(children[0])]
        if len(alike) < len(children) and all(next(c.iter("h1"), None) is not None for c in children):
            alike = children  # a page that loads the next article under the last gives each its own top heading
        if len(alike) >= (2 if alike and _has_stamp(alike[0]) else MIN_UNSTAMPED) and prose.share(alike) > 0.5:
            return alike
    return []


def _make(element: etree._Element) -> tuple[str, str | None]:
    return element.tag, element.get("class")


def _listed(prose: Prose, listed: frozenset[str]) -> list[etree._Element]:
    """The largest element around each listed headline that holds no other one; all of one make."""
    headings = prose.tree.iter("h1", "h2", "h3", "h4") if listed else ()
    told = [heading for heading in headings if folded("".join(heading.itertext())) in listed]
    homes = []
    for heading in told:
        own, others = heading, set(told) - {heading}
        while own.getparent() is not None and others.isdisjoint(own.getparent().iter("h1", "h2", "h3", "h4")):
            own = own.getparent()
        homes.append(own)
    found = [home for home in homes if _is_story(home, prose)]
    alike = len({_make(home) for home in found}) == 1
    return found if alike and prose.share(found) > 0.5 else []


def _is_story(element: etree._Element, prose: Prose) -> bool:
    """A heading of its own and running text: a whole story, or a brief: paragraphs, or a heading that leads nowhere."""
    heading = next(element.iter("h1", "h2", "h3", "h4"), None)
    if heading is None or NOT_STORY.search(_hooks(element)):
        return False
    n = prose.n_words(element)
    if n >= FULL_STORY_WORDS or n < MIN_WORDS:
        return n >= FULL_STORY_WORDS
    return prose.n_paragraphs(element) > 1 or not any(_links(heading))


def _links(heading: etree._Element) -> Iterator[bool]:
    yield from (True for _ in heading.iterdescendants("a"))
    yield from (True for _ in heading.iterancestors("a"))


def _is_entry(element: etree._Element, prose: Prose) -> bool:
    return not NOT_STORY.search(_hooks(element)) and _has_stamp(element) and prose.n_words(element) >= 8


def _has_stamp(element: etree._Element) -> bool:
    return any(e.tag == "time" or STAMP.search(e.get("class") or "") for e in element.iterdescendants(etree.Element))


def _is_link(paragraph: etree._Element) -> bool:
    linked = sum(len("".join(a.itertext())) for a in paragraph.iterdescendants("a"))
    return linked > 0.6 * max(1, len("".join(paragraph.itertext())))


def _hooks(element: etree._Element) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))
