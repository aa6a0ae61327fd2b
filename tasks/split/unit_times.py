"""Times of the units of an HTML page: each story has one of its own, the parts of an article that tells of a day go by the clock."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.split.draft import Draft, Line
from tasks.split.sections import is_live
from tasks.split.unit_titles import CLOCK

MOST = 0.7  # of the stories must have one
HOUR = re.compile(
    r"(?:um |at |à |alle |a las )?([01]?\d|2[0-3])[:.h]([0-5]\d)(?![.,:/-]?\d)\s?(?P<half>[ap]\.?m)?", re.I
)


def have_times(drafts: Sequence[Draft], lines: Sequence[Line]) -> bool:
    """Have most stories a time of their own?"""
    told = [
        draft.time is not None or CLOCK.match("" if draft.title is None else lines[draft.title].text) is not None
        for draft in drafts
    ]
    return sum(told) >= MOST * len(drafts)


def go_by_clock(drafts: Sequence[Draft], lines: Sequence[Line]) -> bool:
    """Does each part begin at a later hour than the one before? So goes an article that tells of a day; a live blog's newest is first."""
    leads = (draft.title if draft.time is None else draft.time for draft in drafts)
    clocks = [HOUR.match(lines[i].text) for i in leads if i is not None]
    hours = [_minutes(clock) for clock in clocks if clock]
    return (
        len(hours) == len(drafts) and all(a < b for a, b in pairwise(hours)) and not is_live(lines[drafts[0].body[0]])
    )


def _minutes(clock: re.Match) -> int:
    """Since midnight."""
    is_afternoon = (clock["half"] or "").lower().startswith("p")
    return (int(clock[1]) % 12 + 12 * is_afternoon if clock["half"] else int(clock[1])) * 60 + int(clock[2])
