"""Titles of the units of an HTML page, where they are no leads of their own: run into the text, under a time, behind a clock."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tasks.describe.times.names import is_source
from tasks.split.cues import Cues
from tasks.split.draft import Draft, Line
from tasks.split.facts import HEADINGS, WORD
from tasks.split.frames import title_text
from tasks.split.run_in import run_in_titles
from tasks.split.unit_drafts import FEW_NAMES, Uses

MOST = 0.7  # of the stories must have what tells them
BEHIND = re.compile(r"(?P<title>\S.*\S)\s*[(\[（](?P<name>[^()\[\]（）]{2,40})[)\]）]")
# A clock before a title: `10:42 Ferry`, `10.42 Uhr: Ferry`, `10.42 - Ferry`; not `3.50 euros`, `1.10 Notes`, `12.03.2025`.
CLOCK = re.compile(
    r"^(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d|[.,:/-]\d)(?:\s?(?:uhr|[ap]\.?m)\b\.?|\s*[-–—:|]|(?<=[:h]\d\d))\s*[-–—:|]?\s*",
    re.I,
)


def run_in(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """The titles that the first paragraphs begin with."""
    titles = run_in_titles([lines[draft.body[0]].text for draft in drafts])
    for draft, title in zip(drafts, titles, strict=True):
        if title:
            draft.title, draft.title_text = draft.body[0], title


def take_first_lines(drafts: Sequence[Draft], lines: Sequence[Line], uses: Uses) -> None:
    """The titles of units that times lead: headings, or first lines that stand in the same place of most units."""
    able = [
        draft for draft in drafts if draft.title is None and len(draft.body) > 1 and _may_be_title(lines[draft.body[0]])
    ]
    places = Counter(uses.places[draft.body[0]] for draft in able)
    for draft in able:
        first = draft.body[0]
        if lines[first].block.tag in HEADINGS or places[uses.places[first]] >= MOST * len(drafts):
            draft.title, draft.title_text = first, title_text(lines[first].text)
            del draft.body[0]


def take_outlets_behind(drafts: Sequence[Draft], cues: Cues) -> None:
    """Outlets named in brackets behind the titles of most stories, where words of outlets' names say what they are."""
    found = [BEHIND.fullmatch(draft.title_text or "") for draft in drafts if draft.source is None]
    names = [title["name"] for title in found if title and is_source(title["name"], separated=True)]
    told = sum(not cues.outlets.isdisjoint(map(str.casefold, WORD.findall(name))) for name in names)
    if len(found) < len(drafts) or len(names) < MOST * len(drafts) or told < FEW_NAMES * len(names):
        return
    for draft, title in zip(drafts, found, strict=True):
        if title:
            draft.title_text, draft.source, draft.source_text = title["title"], draft.title, title["name"]


def _may_be_title(line: Line) -> bool:
    return line.is_title_like and not line.is_sentence


def drop_clocks(drafts: Sequence[Draft]) -> None:
    """Takes the clock off the titles, where most have one."""
    clocks = [CLOCK.match(draft.title_text or "") for draft in drafts]
    if sum(map(bool, clocks)) >= MOST * len(drafts):
        for draft, clock in zip(drafts, clocks, strict=True):
            draft.title_text = draft.title_text[clock.end() :] or draft.title_text if clock else draft.title_text
