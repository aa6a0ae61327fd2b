"""The outlet a story comes from: named beside the story, else the page's own site."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from tasks.describe.evidence import SITE_NAMES, Evidence
from tasks.describe.times import split_source_and_time
from tasks.page import Story

EDGE = " \t•·▪*|–—-:"
SOURCE_LABEL = re.compile(r"^(?:source|quelle|fuente|fonte|via)\s*:\s*", re.I)


def choose_source(story: Story, seen: Evidence, authors: Sequence[str]) -> tuple[str, str] | None:
    """The outlet's name and where it was found; a time's line may name one of the authors instead."""
    if story.source and (name := _beside(story.source)):
        return name, "block"
    for block in seen.blocks(story, "source"):
        if name := _beside(block.text):
            return name, "block"
    for block in seen.blocks(story, "time"):
        if (pair := split_source_and_time(block.text)) and not any(person in pair[0] for person in authors):
            return pair[0], "block"
    is_text = seen.page.raw.media_type == "text/plain"
    if is_text and len(seen.page.stories) > 1:
        return None  # most such pages are aggregators, whose stories are other outlets'
    return _of_page(seen)


def _beside(line: str) -> str | None:
    """The name alone in a line that names a source: no bullet, no label, no time."""
    pair = split_source_and_time(line)
    name = SOURCE_LABEL.sub("", (pair[0] if pair else line).strip(EDGE)).strip(EDGE)
    return name or None


def _of_page(seen: Evidence) -> tuple[str, str] | None:
    head = seen.page.head
    if name := head.first(SITE_NAMES[0]):
        return _plain(name), SITE_NAMES[0]
    if name := seen.linked.publisher or seen.linked.site:
        return _plain(name), "json-ld"
    if name := head.first(*SITE_NAMES[1:]):
        return _plain(name), "meta"
    return (seen.host, "url") if seen.host else None


def _plain(name: str) -> str:
    return " ".join(html.unescape(name).split())
