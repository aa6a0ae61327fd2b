"""The outlet a story comes from: named beside the story, else the page's own site."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from tasks.describe.evidence import SITE_NAMES, Evidence, Found
from tasks.describe.labels import SOURCE_LABEL
from tasks.describe.times import outlet_beside_writer, split_source_and_time, without_byline
from tasks.page import Story

HANDLE = re.compile(r"(?<=\S)\s+@\w+$")  # of the outlet's account
EDGE = " \t•·▪*|–—-:"


def choose_source(story: Story, seen: Evidence, authors: Sequence[str]) -> Found[str] | None:
    """The outlet's name; a time's line may name one of the authors instead. One beside a writer's counts where no other is known."""
    lines = [*([story.source] if story.source else []), *(block.text for block in seen.blocks(story, "source"))]
    for line in lines:
        if name := _beside(line):
            return Found(name, "block", line)
    for block in seen.blocks(story, "time"):
        if (pair := split_source_and_time(block.text)) and not any(person in pair[0] for person in authors):
            return Found(pair[0], "block", block.text)
    if (own := None if _is_aggregator(seen) else _of_page(seen)) is not None:
        return own
    named = ((outlet_beside_writer(block.text), block.text) for block in seen.blocks(story, "byline"))
    return next((Found(name, "block", line) for name, line in named if name), None)


def _is_aggregator(seen: Evidence) -> bool:
    """A text page whose stories name outlets: one that names none may be any outlet's, but hardly the page's."""
    stories = seen.page.stories
    is_text = seen.page.raw.media_type == "text/plain"
    return is_text and any(story.source or next(seen.blocks(story, "source"), None) for story in stories)


def _beside(line: str) -> str | None:
    """The name alone in a line that names a source: no bullet, no label, no time, no byline."""
    pair = split_source_and_time(line)
    name = SOURCE_LABEL.sub("", (pair[0] if pair else line).strip(EDGE)).strip(EDGE)
    return HANDLE.sub("", without_byline(name)) or None


def _of_page(seen: Evidence) -> Found[str] | None:
    """The page's own outlet; for one story of several `page` says that it is not the story's word."""
    head = seen.page.head
    named = [(SITE_NAMES[0], head.first(SITE_NAMES[0])), ("json-ld", seen.linked.publisher or seen.linked.site)]
    named += [("meta", head.first(*SITE_NAMES[1:])), ("url", seen.host)]
    found = next(((origin, name) for origin, name in named if name), None)
    if found is None:
        return None
    origin, name = found
    return Found(_plain(name), "page" if len(seen.page.stories) > 1 else origin, name)


def _plain(name: str) -> str:
    return " ".join(html.unescape(name).split())
