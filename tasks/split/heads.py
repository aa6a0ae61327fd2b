"""Heads of one line: where most of a page's titles have their time, or their source and time, in the same line, it is parted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.describe.times import looks_like_time, split_source_and_time
from tasks.split.draft import Draft
from tasks.split.run_in import title_text
from tasks.split.sheet import Sheet

BREAK = re.compile(r"\s*(?:[|·•]|//)\s*|\s+[–—-]+\s+|:\s+|\s{2,}")
CLOCK = re.compile(r"(\d{1,2}[:.h]\d\d(?:\s?(?:Uhr|h|hs|hrs))?)\s+(?=\D)")
BRACKETS = re.compile(r"(?P<title>\S.*\S)\s*[(\[](?P<tail>[^()\[\]]{2,60})[)\]]")
MOST = 0.6  # of the page's titles
FEWEST = 2
SHORTEST = 2  # words of a title


@dataclass(frozen=True)
class Head:
    """A head in its parts."""

    title: str
    source: str | None
    time: str


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


def parted(line: str) -> Head | None:
    """`14:57 – Title`, `Title | The Herald | 2h ago`, `Title (The Herald, 2 July)`: its parts; None where it holds no time."""
    line = title_text(line)
    if bracketed := BRACKETS.fullmatch(line):
        return _head(bracketed["title"], bracketed["tail"])
    if clock := CLOCK.match(line):
        rest = line[clock.end() :].lstrip("|·•–—-: ")
        return Head(rest, None, clock[1]) if _is_title(rest) else None
    breaks = [*BREAK.finditer(line)]
    for found in breaks:
        rest = line[found.end() :]
        if looks_like_time(line[: found.start()]) and _is_title(rest):
            return Head(rest, None, line[: found.start()])
    heads = (_head(line[: found.start()], line[found.end() :]) for found in breaks)
    return next(filter(None, heads), None)


def _head(title: str, tail: str) -> Head | None:
    if not _is_title(title):
        return None
    if looks_like_time(tail):
        return Head(title, None, tail)
    both = split_source_and_time(tail)
    return Head(title, *both) if both else None


def _is_title(text: str) -> bool:
    return len(text.split()) >= SHORTEST or (len(text) > 3 * SHORTEST and not text.isascii())
