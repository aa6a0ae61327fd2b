"""Where a story's title may be read, and which of them it is."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.describe.evidence import Evidence, Found
from tasks.describe.titles import Candidate, choose_title
from tasks.page import Story


def title_of(story: Story, seen: Evidence) -> Found[str] | None:
    """The title; for one story of several only what its own blocks say."""
    if seen.is_alone and (found := choose_title(list(_candidates(story, seen)), seen.outlets)):
        return Found(found.text, "block" if found.origin in ("h1", "headline") else found.origin, found.raw)
    own = next(seen.blocks(story, "headline"), None)
    if story.title:
        return Found(story.title, "block", own.text if own else story.title)
    return Found(own.text, "block", own.text) if own else None


def _candidates(story: Story, seen: Evidence) -> Iterator[Candidate]:
    page, head = seen.page, seen.page.head
    first = {b.text for b in page.blocks if b.tag == "h1"}
    if len(first) == 1 and any(b.tag == "h1" and page.marks[b.index].kept for b in page.blocks):
        yield Candidate(first.pop(), "h1")
    if story.title:
        yield Candidate(story.title, "headline")
    for headline in seen.linked.headlines[:1]:
        yield Candidate(headline, "json-ld")
    for name in ("og:title", "twitter:title"):
        if text := head.first(name):
            yield Candidate(text, name)
    if head.title:
        yield Candidate(head.title, "title")
