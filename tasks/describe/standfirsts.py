"""The lead that stands under a story's headline."""

from __future__ import annotations

from rapidfuzz import fuzz

from tasks.describe.evidence import Evidence, Found
from tasks.page import Story
from tasks.words import n_words

FEWEST, MOST = 5, 80  # words of a paragraph that may be one
ALIKE = 90  # per cent of the head's description


def choose_standfirst(story: Story, seen: Evidence) -> Found[str] | None:
    """What is marked as one, else a first paragraph that reads as the head describes the page."""
    marked = [block.text for block in seen.blocks(story, "standfirst")]
    if marked:
        return Found("\n".join(marked), "block", marked[0])
    first = next(seen.blocks(story, "body"), None)
    if seen.is_alone and first and FEWEST <= n_words(first.text) <= MOST:
        head = seen.page.head
        described = [head.first("og:description"), head.first("description"), seen.linked.description]
        if any(text and fuzz.ratio(first.text, text) > ALIKE for text in described):
            return Found(first.text, "block", first.text)
    return None
