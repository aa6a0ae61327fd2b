"""Who and when of a text page's one story: lines about its headline that the line model took for furniture or sub-heads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tasks.mark.signed import mark_signed
from tasks.page import Mark
from tasks.split.draft import Draft, Line

RULE = "line-model"
STANDFIRST = 7  # words of a line that may be one
WIDEST = 12  # lines from the first to the last that say who and when


def sign(lines: Sequence[Line], draft: Draft) -> None:
    """Gives the draft its times and bylines among its others, and takes them from its body."""
    is_under = draft.time is not None and (draft.title is None or draft.time > draft.title)
    own = {**({draft.time: Mark("time", RULE)} if is_under else {}), **draft.others}
    marks = [own.get(line.index, line.mark) for line in lines]
    if draft.title is not None:
        marks[draft.title] = Mark("headline", RULE)
    signed = mark_signed([line.block for line in lines], marks, RULE)
    found = [i for i, (before, now) in enumerate(zip(marks, signed, strict=True)) if now is not before]
    if not is_under and any(signed[i].role == "time" and i != draft.time for i in found):
        draft.time = None  # above the headline stands the day on which the page was read
    draft.others |= {i: signed[i] for i in found} | {
        i: Mark("byline", "byline-said", 0.6) for i in _among(found, lines, draft)
    }
    draft.body = [i for i in draft.body if i not in draft.others and i != draft.time]


def _among(found: Sequence[int], lines: Sequence[Line], draft: Draft) -> list[int]:
    """Short lines of the body between those found, with no paragraph among them: an office under a name, an `and` between two."""
    span = sorted({*found, *([draft.time] if found and draft.time is not None else [])})
    if not span or span[-1] - span[0] > WIDEST:
        return []
    among: list[int] = []
    for first, last in pairwise(span):
        between = [i for i in draft.body if first < i < last]
        if all(lines[i].n_words < STANDFIRST or lines[i].mark.role == "subhead" for i in between):
            among += [i for i in between if lines[i].n_words < STANDFIRST]
    return among
