"""Heads of one line: where most of a page's titles have their time, or their source and time, in the same line, it is parted."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.split.draft import Draft
from tasks.split.frames import title_text
from tasks.split.head_parts import parted
from tasks.split.sheet import Sheet

MOST = 0.6  # of the page's titles
FEWEST = 2


def part_heads(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """Takes times and sources out of the titles, where most of them have some."""
    titled = [draft for draft in drafts if draft.title is not None]
    heads = [parted(sheet.lines[draft.title].text) for draft in titled]
    if sum(head is not None for head in heads) < max(FEWEST, MOST * len(titled)):
        return
    for draft, head in zip(titled, heads, strict=True):
        if head is None:
            continue
        draft.title_text = title_text(head.title)
        if draft.time is None:
            draft.time, draft.time_text = draft.title, head.time
        if draft.source is None and draft.source_text is None:
            draft.source_text = head.source
