"""When a story was last changed, by the page's own account."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tasks.describe.evidence import Evidence, Found
from tasks.describe.published import read_all
from tasks.describe.stamps import modified_stamps
from tasks.describe.times import read_time
from tasks.describe.times.patterns import UPDATED_START
from tasks.page import Story


def choose_modified(
    story: Story, seen: Evidence, language: str | None, published_at: datetime | None
) -> Found[datetime] | None:
    """The head's time, else the story's line that says `Updated`; none that lies before the publication."""
    for found in (*_stated(seen, language), *_shown(story, seen, language)):
        if published_at is None or found.value >= published_at:
            return found
    return None


def _stated(seen: Evidence, language: str | None) -> Iterator[Found[datetime]]:
    if seen.is_alone:
        for found in read_all(modified_stamps(seen.page.head, seen.linked), seen, language):
            yield Found(found.time.at, found.origin, found.raw)


def _shown(story: Story, seen: Evidence, language: str | None) -> Iterator[Found[datetime]]:
    for block in seen.blocks(story, "time", "byline"):
        if UPDATED_START.match(block.text):
            texts = [("time element", block.stamp), ("block", block.text)]
            for origin, text in texts:
                time = read_time(text, seen.page.raw.fetched_at, language) if text else None
                if time and time.at:
                    yield Found(time.at, origin, text)
